// Timers through web/timer.js.
#include "platform/timer.h"

#include <emscripten.h>

#include <map>
#include <utility>

EM_JS(void, lk_timer_start, (int delay_ms, int call), { Module.services.timer.callAfter(delay_ms, call); });

namespace leadkeep::platform {

namespace {

std::map<int, std::function<void()>>& calls() {
    static std::map<int, std::function<void()>> all;
    return all;
}

class BrowserTimers : public Timers {
public:
    void call_after(int delay_ms, std::function<void()> call) override {
        static int last = 0;
        calls()[++last] = std::move(call);
        lk_timer_start(delay_ms, last);
    }
};

}  // namespace

Timers& browser_timers() {
    static BrowserTimers timers;
    return timers;
}

}  // namespace leadkeep::platform

extern "C" EMSCRIPTEN_KEEPALIVE void lk_timer_fired(int call) {
    auto entry = leadkeep::platform::calls().extract(call);
    if (!entry.empty()) entry.mapped()();
}
