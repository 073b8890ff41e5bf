// When frames are drawn: on demand only. request_frame() asks for the next display frame; wake_at_ms() for one at a
// later moment. At rest neither is pending and nothing runs.
#pragma once

#include <functional>

namespace leadkeep::platform {

void on_frame(std::function<void()> draw);  // one receiver; an empty function stops
void request_frame();
void wake_at_ms(double monotonic_ms);       // keeps the earliest wish

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
bool frame_requested();       // since the last run
double next_wake_ms();        // 0: none
void run_frame();             // calls the receiver now, forgetting the wishes
}  // namespace leadkeep::platform::headless
