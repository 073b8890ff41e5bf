// The frame around the screens: starts ImGui, fonts and renderer, turns platform input into widgets' events, calls
// the screen, hands the finished tree to the mirror. Composition roots and test drivers use it; screens do not.
#pragma once

#include <cstdint>
#include <functional>

#include "base/result.h"
#include "ui/theme.h"

namespace leadkeep::ui {

// Starts the interface; `draw_screen` is called once a frame from then on, on demand. Fails when the browser has no
// WebGL2. Only one at a time.
Result<> start(std::function<void()> draw_screen);
void stop();
// Draws one frame now; the platform calls it through wake.h, headless tests call it themselves.
void draw_frame();
// Frames drawn since start (at rest this stands still), the last one's CPU time, and what of it the page's tree took.
int64_t frames_drawn();
double last_frame_cpu_ms();
double last_frame_mirror_ms();
bool editing_text();  // a field holds the keyboard: leave before switching screens by program
void finish_edit();   // commits the field being edited (before a screen goes away by program)

}  // namespace leadkeep::ui
