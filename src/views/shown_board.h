// The board as it is shown: whole, or what the search and the filters leave of it.
#pragma once

#include "app/board_query.h"
#include "app/snapshots.h"

namespace leadkeep::views {

struct ShellState;

app::Board board_of(ShellState const& state);  // of the page that is shown, where it is a board
app::BoardFilter& filter_of(ShellState& state, app::Board which);
app::BoardFilter const& filter_of(ShellState const& state, app::Board which);
bool is_narrowed(ShellState const& state, app::Board which);
// Stays as it is until the frame's end, or until the search or a filter changes.
app::BoardView const& shown_board(ShellState& state, app::Board which);
// Search and filters.
void show_all(ShellState& state, app::Board which);

}  // namespace leadkeep::views
