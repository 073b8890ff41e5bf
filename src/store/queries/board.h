// The board's columns: which cards stand in a stage, in their order, and what they are worth. One pass over the
// covering index (stage_id, board_key, id, amount_minor, currency); no card's own row is read.
#pragma once

#include <optional>
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

// What a card is worth; without a currency's index it has no amount.
struct CardWorth {
    static constexpr uint32_t none = UINT32_MAX;
    int64_t minor = 0;
    uint32_t currency = none;  // of BoardColumn::currencies
};

struct BoardColumn {
    std::vector<Uuid> cards;
    std::vector<CardWorth> worths;  // of each card
    std::vector<std::string> currencies;

    std::vector<CurrencySum> sums() const;  // greatest count first
    CardWorth worth_of(int64_t minor, std::string_view currency);
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
// Where one card stands now and what it is worth; nothing when it is not there or in the trash.
struct BoardCard {
    StageId stage;
    std::string key;  // its position key there
    std::optional<int64_t> minor;
    std::string currency;
};
Result<std::optional<BoardCard>> read_board_card(Connection& connection, Entity cards, Uuid const& card);
// The position key that a card has within the stage; "" where it has none there.
Result<std::string> read_board_key(Connection& connection, Entity cards, StageId stage, Uuid const& card);
// The first card of the column, nil when the column is empty.
Result<Neighbour> read_first_of_column(Connection& connection, Entity cards, StageId stage);
// The card right after / right before one, among all others of the column (`moving` is passed over); nil at its end.
enum class Side : uint8_t { before, after };
Result<Neighbour> read_next_in_column(Connection& connection, Entity cards, StageId stage, Neighbour const& from,
                                      Side side, Uuid const& moving);

}  // namespace leadkeep::store
