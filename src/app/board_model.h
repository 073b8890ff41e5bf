// The boards as lists of ids, kept and brought up to date column by column: after a move two columns are read again,
// not all.
#pragma once

#include <vector>

#include "app/command_context.h"
#include "app/lists.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"

namespace leadkeep::app {

class BoardModel {
public:
    explicit BoardModel(Board board) { view_.board = board; }

    void forget() { fresh_ = false; }
    void forget_columns(std::vector<StageId> const& stages);
    // Reads what was forgotten. Postponed cards are left out until their day (`today`: "2026-03-25").
    Result<void> refresh(store::Connection& connection, Lists const& lists, std::string const& today);
    BoardView const& view() const { return view_; }

private:
    struct Cards {
        std::vector<Uuid> cards;
        std::vector<Money> sums;
    };
    enum class Strays : uint8_t { shown_here, elsewhere };  // cards whose stage is gone
    Result<Cards> read_column(store::Connection& connection, Lists const& lists, StageId stage, Strays strays) const;
    void sum_up();

    BoardView view_;
    bool fresh_ = false;
    std::string today_;
    std::vector<StageId> stale_;
    std::vector<Uuid> postponed_;  // sorted
};

}  // namespace leadkeep::app
