// The cards chosen together on the board that is shown. Kept by id, so that scrolling and changes of the board leave them
// chosen; what leaves the board, or is hidden by the search or a filter, leaves them too: what is counted is what can be seen.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/board_query.h"
#include "app/snapshots.h"
#include "ui/card_selection.h"

namespace leadkeep::views {

struct ShellState;

struct CardChoice {
    app::Board board = app::Board::leads;
    std::unordered_set<Uuid> ids;
    std::unordered_set<Uuid> before;         // as the gesture that goes on found them
    // Where they stand, by column and ascending; reckoned anew when the board, what narrows it or the choice changed.
    std::vector<std::vector<int>> places;
    uint64_t revision = ~uint64_t{0};
    app::BoardQuery query;
    bool stale = true;
};

// Once a frame before the columns are drawn; `board` as it is shown, here and below.
void follow_board(ShellState& state, app::BoardView const& board);
// What the person asked for in this frame, and says how many are chosen now.
void take_picks(ShellState& state, app::BoardView const& board, std::vector<ui::CardPick> const& picks);
void choose_nothing(ShellState& state);
std::span<int const> chosen_places(ShellState const& state, size_t column);
// In the order they stand: down the columns, from the first to the last.
std::vector<RecordRef> chosen_cards(ShellState& state, app::BoardView const& board);

}  // namespace leadkeep::views
