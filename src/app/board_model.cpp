// Reading columns. The first one also shows cards whose stage is gone.
#include "app/board_model.h"

#include <algorithm>

#include "base/ranges.h"
#include "store/queries/board.h"

namespace leadkeep::app {
namespace {

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

}  // namespace

void BoardModel::forget_columns(std::vector<StageId> const& stages) {
    for (auto const& stage : stages) stale_.push_back(stage);
}

Result<BoardModel::Cards> BoardModel::read_column(store::Connection& connection, Lists const& lists, StageId stage,
                                                  Strays strays) const {
    Entity const cards = cards_of(view_.board);
    auto read = LK_TRY(store::read_board_column(connection, cards, stage, postponed_));
    if (strays == Strays::shown_here) {
        std::vector<StageId> known;
        for (auto const& one : lists.stages(view_.board)) known.push_back(one.id);
        auto more = LK_TRY(store::read_stray_cards(connection, cards, known, postponed_));
        read.cards.insert(read.cards.end(), more.cards.begin(), more.cards.end());
        for (auto& sum : more.sums) {
            auto const found = ranges::find(read.sums, sum.currency, &store::CurrencySum::currency);
            if (found == read.sums.end()) read.sums.push_back(std::move(sum));
            else found->minor += sum.minor;
        }
    }
    return Cards{std::move(read.cards), money_of(read.sums)};
}

void BoardModel::sum_up() {
    view_.total = 0;
    view_.sums.clear();
    for (auto const& column : view_.columns) {
        view_.total += static_cast<int64_t>(column.cards.size());
        for (auto const& sum : column.sums) add_sum(view_.sums, sum);
    }
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
    // Into a copy: when reading fails, the screen keeps what it shows.
    std::vector<ColumnView> columns;
    if (all)
        for (auto const& stage : lists.stages(view_.board)) columns.push_back({stage, {}, {}});
    else columns = std::move(view_.columns);
    for (auto& column : columns) {
        if (!all && !ranges::count(stale_, column.stage.id)) continue;
        auto read = read_column(connection, lists, column.stage.id,
                                &column == &columns.front() ? Strays::shown_here : Strays::elsewhere);
        if (read) {
            column.sums = std::move(read->sums);
            column.cards = std::move(read->cards);
            continue;
        }
        if (!all) view_.columns = std::move(columns);
        return tl::unexpected(read.error());
    }
    view_.columns = std::move(columns);
    sum_up();
    stale_.clear();
    fresh_ = true;
    today_ = today;
    return {};
}

}  // namespace leadkeep::app
