// Time as the machine tells it. web/ asks the browser; headless/ asks the system, or a fixed clock set by a test.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace leadkeep::platform {

int64_t now_ms();                          // Unix time, UTC; may jump
double monotonic_ms();                     // never goes back; for budgets and animation
int zone_offset_min(int64_t at_ms);        // minutes east of UTC that the viewer's zone has at that moment
std::string zone_name();                   // IANA name, "Europe/Moscow"

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
void set_fixed_clock(std::optional<int64_t> now_ms);  // tests only; nullopt returns to the system's clock
void set_fixed_monotonic(std::optional<double> ms);    // likewise, of monotonic_ms()
void set_fixed_zone(int offset_min);
}  // namespace leadkeep::platform::headless
