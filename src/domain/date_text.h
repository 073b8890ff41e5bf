// Dates and times as other programs and people write them.
// Limits: Gregorian calendar, years 1000–9999; English and Russian month names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace leadkeep {

// How 3/4/2026 is meant.
enum class DateOrder : uint8_t { day_first, month_first };

struct DateText {
    int year = 0;  // 0: not given ("12 марта")
    int month = 1, day = 1;
    bool has_time = false;
    int hour = 0, minute = 0, second = 0, millisecond = 0;
    std::optional<int> offset_min;  // east of UTC, where the text tells it
    bool operator==(DateText const&) const = default;
};

std::optional<DateText> parse_date_text(std::string_view text, DateOrder order);

// What one text says about the order: 25/4/2026 can only be day first; 3/4/2026 says nothing.
std::optional<DateOrder> date_order_of(std::string_view text);

// "2026-06-10", or "--06-10" without a year.
std::string calendar_date(DateText const& date);
// Milliseconds since 1970 as if the date were in UTC: subtract the zone's offset to get the moment.
int64_t as_utc_ms(DateText const& date);
// "2026-06-10T09:48:00+03:00", milliseconds only when there are some.
std::string iso_moment(int64_t at_ms, int offset_min);

}  // namespace leadkeep
