// The small dark note beside what it explains: tooltips, a chart's value. Only src/ui includes it.
#pragma once

#include <string>

#include "ui/geometry.h"

namespace leadkeep::ui {

// Above everything else in this frame; below the anchor, or above it where there is no room; always inside the window.
void draw_bubble(Rect anchor, std::string text);

}  // namespace leadkeep::ui
