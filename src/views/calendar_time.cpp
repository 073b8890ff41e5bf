#include "views/calendar_time.h"

#include <cstdio>
#include <string>

#include "app/shown.h"

namespace leadkeep::views {
namespace {

// Days from 1970-01-01 of a Gregorian date (Howard Hinnant's days_from_civil).
int64_t days_from_civil(int64_t year, int month, int day) {
    year -= month <= 2;
    int64_t const era = (year >= 0 ? year : year - 399) / 400;
    int64_t const year_of_era = year - era * 400;
    int64_t const day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

}  // namespace

std::optional<int64_t> moment_of_local(std::string_view local) {
    int year = 0, month = 0, day = 0, hour = 18, minute = 0;
    int const read = std::sscanf(std::string(local).c_str(), "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute);
    if (read < 3 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    int64_t const as_utc = (days_from_civil(year, month, day) * 24 + hour) * 3'600'000 + int64_t(minute) * 60'000;
    int64_t const guess = as_utc - app::zone_offset_ms(as_utc);
    return as_utc - app::zone_offset_ms(guess);  // once more, for days on which the clocks change
}

}  // namespace leadkeep::views
