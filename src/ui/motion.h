// Short motion and the wish for frames. Nothing is drawn unless asked for: input asks by itself, everything else here.
// Limits: durations ≤ 200 ms; with reduced motion every value jumps to its end.
#pragma once

#include <string_view>

namespace leadkeep::ui {

double frame_ms();                         // monotonic time of this frame
double clock_ms();                         // the same clock now: for work between frames
void request_frame();                      // draw once more (something changed outside of input)
void wake_in_ms(double ms);                // draw again after that (a clock, a timeout)
bool reduced_motion();
// A value that runs to `target` when it changes, eased; asks for frames while it runs.
float animate(std::string_view id, float target, float duration_ms = 140);

}  // namespace leadkeep::ui
