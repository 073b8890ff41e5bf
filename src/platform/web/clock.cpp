// The browser's clock and zone.
#include "platform/clock.h"

#include <emscripten.h>

#include "platform/web/memory.h"

EM_JS(double, lk_clock_now, (), { return Date.now(); });
EM_JS(double, lk_clock_monotonic, (), { return performance.now(); });
EM_JS(int, lk_clock_zone_offset, (double at_ms), { return -new Date(at_ms).getTimezoneOffset(); });
EM_JS(char*, lk_clock_zone_name, (), { return Module.services.locale.zoneName(); });

namespace leadkeep::platform {

int64_t now_ms() { return static_cast<int64_t>(lk_clock_now()); }

double monotonic_ms() { return lk_clock_monotonic(); }

int zone_offset_min(int64_t at_ms) { return lk_clock_zone_offset(static_cast<double>(at_ms)); }

std::string zone_name() { return web::take_string(lk_clock_zone_name()); }

}  // namespace leadkeep::platform
