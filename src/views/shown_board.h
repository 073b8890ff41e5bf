// The board as it is shown: whole, or what the search and the filters leave of it.
#pragma once

#include <vector>

#include "app/board_query.h"
#include "app/commands.h"
#include "app/snapshots.h"

namespace leadkeep::views {

struct ShellState;

app::BoardFilter& filter_of(ShellState& state, app::Board which);
app::BoardFilter const& filter_of(ShellState const& state, app::Board which);
bool is_narrowed(ShellState const& state, app::Board which);
// Stays as it is until the frame's end, or until the search or a filter changes.
app::BoardView const& shown_board(ShellState& state, app::Board which);
// What a card added while this board is shown filtered gets, so that it belongs there: the one source, the one manager.
std::vector<app::FieldDraft> filtered_fields(ShellState const& state, app::Board which);
// Says so when the card that a command made is not to be seen on the board that is shown.
void tell_if_hidden(ShellState& state, app::Outcome const& added);
// Search and filters.
void show_all(ShellState& state, app::Board which);

}  // namespace leadkeep::views
