// requestAnimationFrame and one timer, in web/wake.js.
#include "platform/wake.h"

#include <emscripten.h>

#include <utility>

EM_JS(void, lk_wake_request, (), { Module.services.wake.requestFrame(); });
EM_JS(void, lk_wake_at, (double monotonic_ms), { Module.services.wake.wakeAt(monotonic_ms); });

namespace {
std::function<void()> receiver;
}

extern "C" EMSCRIPTEN_KEEPALIVE void lk_frame() {
    if (receiver) receiver();
}

namespace leadkeep::platform {

void on_frame(std::function<void()> draw) { receiver = std::move(draw); }
void request_frame() { lk_wake_request(); }
void wake_at_ms(double monotonic_ms) { lk_wake_at(monotonic_ms); }

}  // namespace leadkeep::platform
