// What people type for amounts and dates, and how it is shown back. Pure text work. Only src/ui and tests include it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leadkeep::ui {

// "1 200,50", "1,200.50", "1200.5", "−3": in units of 10^-digits. Nothing when it is no number or too large.
std::optional<int64_t> parse_typed_number(std::string_view text, int digits);

// Days since 1970-01-01 and back (Howard Hinnant's algorithms).
struct Day {
    int year = 1970, month = 1, day = 1;
    bool operator==(Day const&) const = default;
};
int64_t days_of(Day day);
Day day_of(int64_t days);
int days_in_month(int year, int month);
std::optional<Day> parse_iso_day(std::string_view text);  // of "2026-11-22" or "2026-11-22T…"
std::string iso_day(Day day);
std::optional<int> minute_of(std::string_view text);  // of the day, of "2026-11-22T15:00"; none of a day alone
Day today();  // in the viewer's zone

}  // namespace leadkeep::ui
