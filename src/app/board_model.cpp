// Reading columns. The first one also shows cards whose stage is gone.
#include "app/board_model.h"

#include <algorithm>

#include "base/ranges.h"

namespace leadkeep::app {
namespace {

// More cards than this are read with their columns, which is then the lesser work.
constexpr size_t most_changed = 64;

void add_sum(std::vector<Money>& sums, Money const& one) {
    auto const found = ranges::find(sums, one.currency, &Money::currency);
    if (found == sums.end()) sums.push_back(one);
    else if (__builtin_add_overflow(found->minor, one.minor, &found->minor)) found->minor = INT64_MAX;
}

std::vector<Money> money_of(std::vector<store::CurrencySum> const& sums) {
    std::vector<Money> result;
    for (auto const& one : sums) result.push_back({one.minor, one.currency});
    return result;
}

void append(store::BoardColumn& column, store::BoardColumn const& more) {
    column.cards.insert(column.cards.end(), more.cards.begin(), more.cards.end());
    for (auto const& worth : more.worths)
        column.worths.push_back(worth.currency == store::CardWorth::none ? worth
                                                                         : column.worth_of(worth.minor, more.currencies[worth.currency]));
}

void sum_up(BoardView& board) {
    board.total = 0;
    board.sums.clear();
    for (auto const& column : board.columns) {
        board.total += static_cast<int64_t>(column.cards.size());
        for (auto const& sum : column.sums) add_sum(board.sums, sum);
    }
}

// The first of the column's cards that stands behind the place (key, id).
Result<size_t> slot_in(store::Connection& connection, Entity cards, store::BoardColumn const& column, StageId stage, std::string const& key,
                       Uuid const& id) {
    size_t first = 0, last = column.cards.size();
    while (first < last) {
        size_t const middle = first + (last - first) / 2;
        std::string const other = LK_TRY(store::read_board_key(connection, cards, stage, column.cards[middle]));
        if (std::pair(std::string_view(other), column.cards[middle]) < std::pair(std::string_view(key), id)) first = middle + 1;
        else last = middle;
    }
    return first;
}

}  // namespace

void BoardModel::forget_cards(std::vector<StageId> const& columns, std::vector<RecordRef> const& cards) {
    for (auto const& stage : columns)
        if (!ranges::count(stale_, stage)) stale_.push_back(stage);
    if (columns.empty()) return;
    size_t const before = changed_.size();
    for (auto const& card : cards)
        if (card.entity == cards_of(view_.board)) changed_.push_back(card.id);
    if (changed_.size() == before) forget();  // which of the cards it was is not told
}

void BoardModel::show_column(size_t index, Column column, bool strays) {
    view_.columns[index].sums = money_of(column.sums());
    view_.columns[index].cards = std::move(column.cards);
    worths_[index] = {std::move(column.worths), std::move(column.currencies), strays};
}

Result<void> BoardModel::read_column(store::Connection& connection, Lists const& lists, size_t index) {
    Entity const cards = cards_of(view_.board);
    auto read = LK_TRY(store::read_board_column(connection, cards, view_.columns[index].stage.id, postponed_));
    bool strays = false;
    if (index == 0) {
        std::vector<StageId> known;
        for (auto const& one : lists.stages(view_.board)) known.push_back(one.id);
        auto const more = LK_TRY(store::read_stray_cards(connection, cards, known, postponed_));
        strays = !more.cards.empty();
        append(read, more);
    }
    show_column(index, std::move(read), strays);
    return {};
}

// The changed cards are taken out, and put in where they stand now if it is here.
Result<void> BoardModel::update_column(store::Connection& connection, size_t index) {
    Entity const cards = cards_of(view_.board);
    StageId const stage = view_.columns[index].stage.id;
    Column column{view_.columns[index].cards, worths_[index].of, worths_[index].currencies};
    for (auto const& id : changed_) {
        auto const at = ranges::find(column.cards, id);
        if (at == column.cards.end()) continue;
        column.worths.erase(column.worths.begin() + (at - column.cards.begin()));
        column.cards.erase(at);
    }
    for (auto const& id : changed_) {
        auto const now = LK_TRY(store::read_board_card(connection, cards, id));
        if (!now || now->stage != stage || ranges::binary_search(postponed_, id)) continue;
        auto const slot = static_cast<ptrdiff_t>(LK_TRY(slot_in(connection, cards, column, stage, now->key, id)));
        auto const worth = now->minor ? column.worth_of(*now->minor, now->currency) : store::CardWorth{};
        column.cards.insert(column.cards.begin() + slot, id);
        column.worths.insert(column.worths.begin() + slot, worth);
    }
    show_column(index, std::move(column), false);
    return {};
}

BoardView BoardModel::narrowed(RecordIndex::Kept const& kept) const {
    BoardView narrowed;
    narrowed.board = view_.board;
    for (size_t i = 0; i < view_.columns.size(); ++i) {
        Column part;
        part.currencies = worths_[i].currencies;
        for (auto const place : kept[i]) {
            part.cards.push_back(view_.columns[i].cards[place]);
            part.worths.push_back(worths_[i].of[place]);
        }
        narrowed.columns.push_back({view_.columns[i].stage, {}, money_of(part.sums())});
        narrowed.columns.back().cards = std::move(part.cards);
    }
    sum_up(narrowed);
    return narrowed;
}

// When reading fails, the screen keeps what it shows.
Result<void> BoardModel::refresh_all(store::Connection& connection, Lists const& lists) {
    BoardModel anew(view_.board);
    anew.postponed_ = postponed_;
    for (auto const& stage : lists.stages(view_.board)) anew.view_.columns.push_back({stage, {}, {}});
    anew.worths_.resize(anew.view_.columns.size());
    for (size_t i = 0; i < anew.view_.columns.size(); ++i) LK_CHECK(anew.read_column(connection, lists, i));
    view_.columns = std::move(anew.view_.columns);
    worths_ = std::move(anew.worths_);
    return {};
}

Result<void> BoardModel::refresh_stale(store::Connection& connection, Lists const& lists) {
    ranges::sort(changed_);
    changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
    for (size_t i = 0; i < view_.columns.size(); ++i) {
        if (!ranges::count(stale_, view_.columns[i].stage.id)) continue;
        // A stray that has changed may have come from the first column or gone there.
        bool const few = !changed_.empty() && changed_.size() <= most_changed && !worths_[i].strays;
        LK_CHECK(few ? update_column(connection, i) : read_column(connection, lists, i));
    }
    return {};
}

Result<void> BoardModel::refresh(store::Connection& connection, Lists const& lists, std::string const& today) {
    if (today != today_) fresh_ = false;
    if (fresh_ && stale_.empty()) return {};
    // A stage may have come or gone, and a card without a column is shown in the first.
    auto const is_column = [&](StageId const& id) {
        return ranges::any_of(view_.columns, [&](ColumnView const& column) { return column.stage.id == id; });
    };
    bool const all = !fresh_ || !ranges::all_of(stale_, is_column);
    postponed_ = LK_TRY(store::read_postponed(connection, cards_of(view_.board), today));
    LK_CHECK(all ? refresh_all(connection, lists) : refresh_stale(connection, lists));
    sum_up(view_);
    stale_.clear();
    changed_.clear();
    fresh_ = true;
    today_ = today;
    ++version_;
    return {};
}

}  // namespace leadkeep::app
