#include "app/iso_time.h"

#include <chrono>
#include <cstdio>

namespace leadkeep::app {

UtcTime utc_time(int64_t ms) {
    using namespace std::chrono;
    sys_time<milliseconds> const at{milliseconds{ms}};
    auto const day = floor<days>(at);
    year_month_day const date{day};
    auto const second = static_cast<int>(duration_cast<seconds>(at - day).count());
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
            second / 3600, second / 60 % 60, second % 60};
}

std::string iso_time(int64_t ms) {
    auto const at = utc_time(ms);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", at.year, at.month, at.day, at.hour, at.minute, at.second);
    return text;
}

}  // namespace leadkeep::app
