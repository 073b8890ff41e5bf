// The small dark note beside what it explains: tooltips, a chart's value. Only src/ui includes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/geometry.h"

namespace leadkeep::ui {

// Above everything else in this frame; below the anchor, or above it where there is no room; always inside the window.
void draw_bubble(Rect anchor, std::string text);
// The whole of a text that had to be shortened, for the pointer that rests on it; `id` is its node. Nothing is pressed there:
// what lies under it (a card) keeps the press. Screen readers have the whole text in the tree.
void tooltip_of_cut_text(uint32_t id, Rect rect, std::string_view text);

}  // namespace leadkeep::ui
