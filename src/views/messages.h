// What lies above every screen until it is settled: saving that fails, another tab that writes, waiting commands; the
// strip of a running job; the sheet shown while files hang over the window.
#pragma once

#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

// Banners at the top of `area`; returns what is left below them.
ui::Rect banners(ShellState& state, ui::Rect area);
// Progress of the running job with Cancel, over the foot of the screen; the screen behind it can be read and scrolled.
void job_strip(ShellState& state, ui::Rect area);
void drop_sheet(ShellState& state, ui::Rect area);

}  // namespace leadkeep::views
