// A board: its columns side by side, cards dragged between and within them, quick forms; on a phone one column at a time.
// Or its cards as a list. What is drawn is the board as search and filters leave it (shown_board.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/snapshots.h"
#include "ui/geometry.h"
#include "views/shell_state.h"

namespace leadkeep::views {

void board_view(ShellState& state, ui::Rect area, app::Board which);

Entity card_entity(app::Board which);
// By the key of its list: its stage's id.
std::optional<size_t> column_of(app::BoardView const& board, std::string const& stage_key);

// "12 leads" / "12 deals"
std::string count_of_cards(app::Board which, int64_t count);

}  // namespace leadkeep::views
