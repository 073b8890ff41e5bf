// The board's columns: which cards stand in a stage, in their order, and what they are worth. One pass over the
// covering index (stage_id, board_key, id, amount_minor, currency); no card's own row is read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

struct CurrencySum {
    std::string currency;
    int64_t minor = 0;
    int64_t count = 0;  // cards with an amount in it
};

struct BoardColumn {
    std::vector<Uuid> cards;
    std::vector<CurrencySum> sums;  // greatest count first
};

// `cards`: Entity::lead or Entity::deal.
// `away`: ids that are passed over, sorted.
Result<BoardColumn> read_board_column(Connection& connection, Entity cards, StageId stage,
                                      std::span<Uuid const> away = {});
// Cards whose stage is none of `stages` (never set, removed on another device): they are shown in the first column.
Result<BoardColumn> read_stray_cards(Connection& connection, Entity cards, std::vector<StageId> const& stages,
                                     std::span<Uuid const> away = {});

// Cards that are away from the board until a day after `today` ("2026-03-25"), sorted by id.
Result<std::vector<Uuid>> read_postponed(Connection& connection, Entity cards, std::string_view today);

struct Neighbour {
    Uuid id;
    std::string key;
};
// The position key that a card has within the stage; "" where it has none there.
Result<std::string> read_board_key(Connection& connection, Entity cards, StageId stage, Uuid const& card);
// The first card of the column, nil when the column is empty.
Result<Neighbour> read_first_of_column(Connection& connection, Entity cards, StageId stage);
// The card right after / right before one, among all others of the column (`moving` is passed over); nil at its end.
enum class Side : uint8_t { before, after };
Result<Neighbour> read_next_in_column(Connection& connection, Entity cards, StageId stage, Neighbour const& from,
                                      Side side, Uuid const& moving);

}  // namespace leadkeep::store
