// A board's cards as a list: a line each, ordered by any column. On a phone the board itself is the list.
#pragma once

#include "app/snapshots.h"
#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

void card_table(ShellState& state, ui::Rect rect, app::BoardView const& board);
// The cards in the order in which the person sees them, on the board or in the list.
std::vector<Uuid> const& listed_cards(ShellState& state, app::BoardView const& board);

}  // namespace leadkeep::views
