// The line above a board: what it is filtered by, how many cards that leaves and what they are worth.
#pragma once

#include "app/snapshots.h"
#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

inline constexpr float filters_px = 52;

void board_filters(ShellState& state, ui::Rect rect, app::Board which);

}  // namespace leadkeep::views
