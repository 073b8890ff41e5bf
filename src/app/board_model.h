// The boards as lists of ids, kept and brought up to date card by card, or column by column: after a move a few rows are
// read again, not all.
#pragma once

#include <vector>

#include "app/command_context.h"
#include "app/lists.h"
#include "app/record_index.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/queries/board.h"

namespace leadkeep::app {

class BoardModel {
public:
    explicit BoardModel(Board board) { view_.board = board; }

    void forget() { fresh_ = false; }
    // What came, went or changed are `cards`, and they did it in `columns`.
    void forget_cards(std::vector<StageId> const& columns, std::vector<RecordRef> const& cards);
    // Reads what was forgotten. Postponed cards are left out until their day (`today`: "2026-03-25").
    Result<void> refresh(store::Connection& connection, Lists const& lists, std::string const& today);
    BoardView const& view() const { return view_; }
    // The same board with these cards alone, its counts and sums theirs.
    BoardView narrowed(RecordIndex::Kept const& kept) const;
    std::vector<Uuid> const& postponed() const { return postponed_; }  // away from the board, sorted
    uint64_t version() const { return version_; }  // grows whenever the columns change

private:
    // Beside a column of the view: what its cards are worth.
    struct Worths {
        std::vector<store::CardWorth> of;
        std::vector<std::string> currencies;
        bool strays = false;  // the column shows cards whose stage is gone, in an order of their own
    };
    using Column = store::BoardColumn;
    Result<void> read_column(store::Connection& connection, Lists const& lists, size_t index);
    Result<void> update_column(store::Connection& connection, size_t index);
    void show_column(size_t index, Column column, bool strays);
    Result<void> refresh_all(store::Connection& connection, Lists const& lists);
    Result<void> refresh_stale(store::Connection& connection, Lists const& lists);

    BoardView view_;
    std::vector<Worths> worths_;  // by column
    bool fresh_ = false;
    uint64_t version_ = 0;
    std::string today_;
    std::vector<StageId> stale_;
    std::vector<Uuid> changed_;
    std::vector<Uuid> postponed_;  // sorted
};

}  // namespace leadkeep::app
