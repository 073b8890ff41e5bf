// Moments as ISO 8601 in UTC, to the second.
#pragma once

#include <cstdint>
#include <string>

namespace leadkeep::app {

struct UtcTime {
    int year;
    unsigned month, day;
    int hour, minute, second;
};
UtcTime utc_time(int64_t ms);
std::string iso_time(int64_t ms);  // "2026-05-01T14:30:00Z"

}  // namespace leadkeep::app
