// Frames that tests run by hand.
#include "platform/wake.h"

#include <utility>

namespace leadkeep::platform {

namespace {
std::function<void()> receiver;
bool requested = false;
double wake_ms = 0;
}  // namespace

void on_frame(std::function<void()> draw) { receiver = std::move(draw); }
void request_frame() { requested = true; }
void wake_at_ms(double monotonic_ms) {
    if (wake_ms == 0 || monotonic_ms < wake_ms) wake_ms = monotonic_ms;
}

namespace headless {
bool frame_requested() { return requested; }
double next_wake_ms() { return wake_ms; }
void run_frame() {
    requested = false;
    wake_ms = 0;
    if (receiver) receiver();
}
}  // namespace headless

}  // namespace leadkeep::platform
