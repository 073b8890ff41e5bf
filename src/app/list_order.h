// Records of a list put into the order of a column.
#pragma once

#include <vector>

#include "app/board_query.h"
#include "app/lists.h"
#include "app/record_index.h"
#include "app/snapshots.h"

namespace leadkeep::app {

// All cards of the board; what has no value in the column comes last in either direction, equal ones stay as on the board.
std::vector<Uuid> cards_in_order(BoardView const& board, RecordIndex const& index, Lists const& lists, ListOrder order);
// By name, or by creation. The index must have read all for the former.
void put_in_order(std::vector<Uuid>& records, RecordIndex const& index, Lists const& lists, ListOrder order);

}  // namespace leadkeep::app
