// One column of a board: coloured top, name, count and sum, its cards, and the quick form.
#pragma once

#include "ui/geometry.h"
#include "views/board_view.h"

namespace leadkeep::views {

// The line at the top of a column in which cards are added by their title.
void open_quick_form(ShellState& state, StageId stage);
// Open, or as the strip it is collapsed to.
void board_column(ShellState& state, app::BoardView const& board, size_t index, ui::Rect rect);

}  // namespace leadkeep::views
