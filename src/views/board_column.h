// One column of a board: coloured top, name, count and sum, its cards, and the quick form.
#pragma once

#include "ui/geometry.h"
#include "views/board_view.h"

namespace leadkeep::views {

void board_column(ShellState& state, app::BoardView const& board, size_t index, ui::Rect rect);

}  // namespace leadkeep::views
