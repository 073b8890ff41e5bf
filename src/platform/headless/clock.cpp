// The system's clock, or a fixed one set by a test.
#include "platform/clock.h"

#include <chrono>
#include <cstdlib>
#include <ctime>

namespace leadkeep::platform {

namespace {
std::optional<int64_t> fixed_now_ms;
std::optional<double> fixed_monotonic_ms;
std::optional<int> fixed_offset_min;
}  // namespace

int64_t now_ms() {
    if (fixed_now_ms) return *fixed_now_ms;
    auto const since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count();
}

double monotonic_ms() {
    if (fixed_monotonic_ms) return *fixed_monotonic_ms;
    auto const since_start = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(since_start).count();
}

int zone_offset_min(int64_t at_ms) {
    if (fixed_offset_min) return *fixed_offset_min;
    time_t const at_s = static_cast<time_t>(at_ms >= 0 ? at_ms / 1000 : (at_ms - 999) / 1000);
    tm local{};
    if (!localtime_r(&at_s, &local)) return 0;
    return static_cast<int>(local.tm_gmtoff / 60);
}

std::string zone_name() {
    if (fixed_offset_min) return *fixed_offset_min == 0 ? "UTC" : "fixed";
    if (char const* zone = std::getenv("TZ"); zone && *zone) return zone[0] == ':' ? zone + 1 : zone;
    return "UTC";
}

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {

void set_fixed_clock(std::optional<int64_t> now_ms) { fixed_now_ms = now_ms; }

void set_fixed_monotonic(std::optional<double> ms) { fixed_monotonic_ms = ms; }

void set_fixed_zone(int offset_min) { fixed_offset_min = offset_min; }

}  // namespace leadkeep::platform::headless
