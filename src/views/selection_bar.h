// What can be done with all chosen cards at once: a bar that floats over the board's foot while any is chosen.
#pragma once

#include "app/snapshots.h"
#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

void selection_bar(ShellState& state, ui::Rect board_area, app::BoardView const& board);
// The room it takes of the columns' feet, so that their last cards can be scrolled above it; 0 while nothing is chosen.
float selection_bar_room_px(ShellState const& state);

}  // namespace leadkeep::views
