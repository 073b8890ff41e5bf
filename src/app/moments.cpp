// Arithmetic on the viewer's clock.
#include "app/moments.h"

#include "base/i18n.h"
#include "domain/date_text.h"
#include "platform/clock.h"
#include "platform/locale.h"

namespace leadkeep::app {
namespace {

constexpr int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

int64_t local_ms(int64_t at_ms) { return at_ms + platform::zone_offset_min(at_ms) * minute_ms; }

int64_t floor_to_day(int64_t ms) { return (ms >= 0 ? ms : ms - day_ms + 1) / day_ms; }

std::string day_and_time(int64_t at_ms, int64_t now_ms) {
    int64_t const days = day_of(at_ms) - day_of(now_ms);
    std::string const day =
        days >= -1 && days <= 1 ? platform::format_relative_day(at_ms, now_ms) : platform::format_date(at_ms);
    return day + " " + platform::format_time(at_ms);
}

}  // namespace

int64_t day_of(int64_t at_ms) { return floor_to_day(local_ms(at_ms)); }

std::string iso_day(int64_t at_ms) { return iso_moment(at_ms, platform::zone_offset_min(at_ms)).substr(0, 10); }

int64_t next_midnight_ms(int64_t at_ms) {
    return (day_of(at_ms) + 1) * day_ms - platform::zone_offset_min(at_ms) * minute_ms;
}

std::string span_text(int64_t span_ms) {
    if (span_ms < hour_ms) return trf("{0} min", {std::to_string(span_ms < minute_ms ? 1 : span_ms / minute_ms)});
    if (span_ms < day_ms) return trf("{0} h", {std::to_string(span_ms / hour_ms)});
    return trf("{0} d", {std::to_string(span_ms / day_ms)});
}

std::string due_text(int64_t due_at_ms, int64_t now_ms) { return day_and_time(due_at_ms, now_ms); }
std::string past_text(int64_t at_ms, int64_t now_ms) { return day_and_time(at_ms, now_ms); }

}  // namespace leadkeep::app
