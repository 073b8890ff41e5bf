// A board: its columns side by side, cards dragged between and within them, quick forms; on a phone one column at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/snapshots.h"
#include "ui/geometry.h"
#include "views/shell_state.h"

namespace leadkeep::views {

void board_view(ShellState& state, ui::Rect area, app::Board which);

// The ids of a column's cards as they are shown: all of them, or those the search leaves.
std::vector<Uuid> const& shown_cards(ShellState& state, app::BoardView const& board, size_t column);
int64_t shown_total(ShellState& state, app::BoardView const& board);
Entity card_entity(app::Board which);
// By the key of its list: its stage's id.
std::optional<size_t> column_of(app::BoardView const& board, std::string const& stage_key);

// "12 leads" / "12 deals"
std::string count_of_cards(app::Board which, int64_t count);

}  // namespace leadkeep::views
