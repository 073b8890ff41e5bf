// The SQL of the board. Every query names the columns of the partial index lead_board / deal_board and no others.
#include "store/queries/board.h"

#include <algorithm>
#include <cassert>

#include "base/ranges.h"
#include "domain/catalog.h"

namespace leadkeep::store {
namespace {

// The place in the column; the board's indexes hold this expression. (Asked for as the generated column board_key it
// would be the same, but SQLite then reads each card's row as well.)
constexpr std::string_view place = "(CASE WHEN position_stage_id = stage_id THEN position_key ELSE '' END)";

// One statement for both boards: CARDS stands for the table, PLACE for the expression above.
Result<Statement> prepare(Connection& connection, Entity cards, std::string_view pattern) {
    assert(cards == Entity::lead || cards == Entity::deal);
    std::string sql(pattern);
    auto const put = [&sql](std::string_view word, std::string_view text) {
        for (auto at = sql.find(word); at != std::string::npos; at = sql.find(word, at + text.size()))
            sql.replace(at, word.size(), text);
    };
    put("CARDS", info(cards).table);
    put("PLACE", place);
    return connection.prepare(sql);
}

Result<BoardColumn> read_cards(Statement statement, std::span<Uuid const> away) {
    BoardColumn column;
    while (LK_TRY(statement.step())) {
        Uuid const id = statement.uuid(0);
        if (!away.empty() && ranges::binary_search(away, id)) continue;
        column.cards.push_back(id);
        column.worths.push_back(statement.is_null(1) ? CardWorth{} : column.worth_of(statement.integer(1), statement.text_view(2)));
    }
    return column;
}

}  // namespace

CardWorth BoardColumn::worth_of(int64_t minor, std::string_view currency) {
    auto const found = ranges::find(currencies, currency);
    auto const index = static_cast<uint32_t>(found - currencies.begin());
    if (found == currencies.end()) currencies.emplace_back(currency);
    return {minor, index};
}

std::vector<CurrencySum> BoardColumn::sums() const {
    std::vector<CurrencySum> all;
    for (auto const& currency : currencies) all.push_back({currency, 0, 0});
    for (auto const& worth : worths) {
        if (worth.currency == CardWorth::none) continue;
        CurrencySum& sum = all[worth.currency];
        if (__builtin_add_overflow(sum.minor, worth.minor, &sum.minor)) sum.minor = worth.minor > 0 ? INT64_MAX : INT64_MIN;
        ++sum.count;
    }
    std::erase_if(all, [](CurrencySum const& sum) { return sum.count == 0; });  // whose last card has left
    ranges::stable_sort(all, [](auto const& a, auto const& b) { return a.count > b.count; });
    return all;
}

Result<BoardColumn> read_board_column(Connection& connection, Entity cards, StageId stage, std::span<Uuid const> away) {
    auto statement = LK_TRY(prepare(connection, cards,
                                    "SELECT id, amount_minor, currency FROM CARDS "
                                    "WHERE stage_id = ?1 AND deleted_at_ms IS NULL ORDER BY PLACE, id"));
    statement.bind(1, stage.uuid);
    return read_cards(std::move(statement), away);
}

Result<BoardColumn> read_stray_cards(Connection& connection, Entity cards, std::vector<StageId> const& stages,
                                     std::span<Uuid const> away) {
    // The list goes as one BLOB: the number of stages is not bounded, the number of parameters is.
    std::vector<uint8_t> ids;
    for (auto const& stage : stages) ids.insert(ids.end(), stage.uuid.bytes.begin(), stage.uuid.bytes.end());
    auto statement = LK_TRY(prepare(
        connection, cards,
        "WITH RECURSIVE known(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM known WHERE (i + 1) * 16 < length(?1)) "
        "SELECT id, amount_minor, currency FROM CARDS WHERE deleted_at_ms IS NULL AND (stage_id IS NULL "
        "OR stage_id NOT IN (SELECT substr(?1, i * 16 + 1, 16) FROM known)) ORDER BY PLACE, id"));
    statement.bind_blob(1, ids);
    return read_cards(std::move(statement), away);
}

Result<std::vector<Uuid>> read_postponed(Connection& connection, Entity cards, std::string_view today) {
    // Sorted here: asked for ORDER BY id, SQLite reads the whole table in that order instead of the few of the index.
    auto statement = LK_TRY(prepare(connection, cards, "SELECT id FROM CARDS WHERE postponed_until > ?1"));
    statement.bind(1, today);
    std::vector<Uuid> ids;
    while (LK_TRY(statement.step())) ids.push_back(statement.uuid(0));
    ranges::sort(ids);
    return ids;
}

Result<std::optional<BoardCard>> read_board_card(Connection& connection, Entity cards, Uuid const& card) {
    auto statement = LK_TRY(prepare(
        connection, cards, "SELECT stage_id, PLACE, amount_minor, currency FROM CARDS WHERE id = ?1 AND deleted_at_ms IS NULL"));
    statement.bind(1, card);
    if (!LK_TRY(statement.step())) return std::nullopt;
    BoardCard found{{statement.uuid(0)}, statement.text(1), std::nullopt, statement.text(3)};
    if (!statement.is_null(2)) found.minor = statement.integer(2);
    return found;
}

Result<std::string> read_board_key(Connection& connection, Entity cards, StageId stage, Uuid const& card) {
    auto statement = LK_TRY(prepare(
        connection, cards, "SELECT PLACE FROM CARDS WHERE id = ?1 AND stage_id = ?2 AND deleted_at_ms IS NULL"));
    statement.bind(1, card).bind(2, stage.uuid);
    if (!LK_TRY(statement.step())) return std::string();
    return statement.text(0);
}

Result<Neighbour> read_first_of_column(Connection& connection, Entity cards, StageId stage) {
    auto statement = LK_TRY(prepare(connection, cards,
                                    "SELECT id, PLACE FROM CARDS WHERE stage_id = ?1 AND deleted_at_ms IS NULL "
                                    "ORDER BY PLACE, id LIMIT 1"));
    statement.bind(1, stage.uuid);
    if (!LK_TRY(statement.step())) return Neighbour{};
    return Neighbour{statement.uuid(0), statement.text(1)};
}

Result<Neighbour> read_next_in_column(Connection& connection, Entity cards, StageId stage, Neighbour const& from,
                                      Side side, Uuid const& moving) {
    // The bound on PLACE alone is what the index can seek.
    constexpr std::string_view after =
        "SELECT id, PLACE FROM CARDS WHERE stage_id = ?1 AND deleted_at_ms IS NULL AND PLACE >= ?2 "
        "AND (PLACE, id) > (?2, ?3) AND id <> ?4 ORDER BY PLACE, id LIMIT 1";
    constexpr std::string_view before =
        "SELECT id, PLACE FROM CARDS WHERE stage_id = ?1 AND deleted_at_ms IS NULL AND PLACE <= ?2 "
        "AND (PLACE, id) < (?2, ?3) AND id <> ?4 ORDER BY PLACE DESC, id DESC LIMIT 1";
    auto statement = LK_TRY(prepare(connection, cards, side == Side::after ? after : before));
    statement.bind(1, stage.uuid).bind(2, std::string_view(from.key)).bind(3, from.id);
    // A nil id binds NULL, and `id <> NULL` holds for no row: pass over the neighbour itself instead.
    statement.bind(4, moving.is_nil() ? from.id : moving);
    if (!LK_TRY(statement.step())) return Neighbour{};
    return Neighbour{statement.uuid(0), statement.text(1)};
}

}  // namespace leadkeep::store
