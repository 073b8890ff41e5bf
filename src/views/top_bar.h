// The bar above a screen: its name and what it sums up to, the search, the one main action.
#pragma once

#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

void top_bar(ShellState& state, ui::Rect rect);
// Puts the keyboard into the search.
void focus_search(ShellState& state);

}  // namespace leadkeep::views
