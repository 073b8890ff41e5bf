#include "views/card_choice.h"

#include <algorithm>

#include "base/i18n.h"
#include "ui/semantics.h"
#include "views/board_view.h"
#include "views/shell_state.h"
#include "views/shown_board.h"

namespace leadkeep::views {
namespace {

void add_range(app::BoardView const& board, ui::CardRange const& range, std::unordered_set<Uuid>& ids) {
    auto const column = column_of(board, range.list);
    if (!column) return;
    auto const& cards = board.columns[*column].cards;
    int const last = std::min(range.last, int(cards.size()));
    for (int i = std::max(0, range.first); i < last; ++i) ids.insert(cards[size_t(i)]);
}

void take(ShellState& state, app::BoardView const& board, ui::CardPick const& pick) {
    CardChoice& choice = state.board.choice;
    if (pick.step == ui::PickStep::begins) choice.before = choice.ids;
    std::unordered_set<Uuid> picked;
    for (auto const& range : pick.ranges) add_range(board, range, picked);
    if (pick.kind == ui::PickKind::toggle) {
        for (auto const& id : picked)
            if (choice.ids.erase(id) == 0) choice.ids.insert(id);
        return;
    }
    choice.ids = pick.kind == ui::PickKind::join ? choice.before : std::unordered_set<Uuid>();
    choice.ids.insert(picked.begin(), picked.end());
}

}  // namespace

void follow_board(ShellState& state, app::BoardView const& board) {
    CardChoice& choice = state.board.choice;
    if (choice.board != board.board) choice = {board.board, {}, {}, {}, {}, {}, true};
    app::BoardQuery query{state.search, filter_of(state, board.board)};
    if (!choice.stale && choice.revision == state.workspace.revision() && choice.query == query) return;
    choice.revision = state.workspace.revision();
    choice.query = std::move(query);
    choice.stale = false;
    choice.places.assign(board.columns.size(), {});
    if (choice.ids.empty()) return;
    std::unordered_set<Uuid> seen;
    for (size_t i = 0; i < board.columns.size(); ++i) {
        auto const& cards = board.columns[i].cards;
        for (size_t at = 0; at < cards.size(); ++at)
            if (choice.ids.contains(cards[at])) {
                choice.places[i].push_back(int(at));
                seen.insert(cards[at]);
            }
    }
    choice.ids = std::move(seen);
}

void take_picks(ShellState& state, app::BoardView const& board, std::vector<ui::CardPick> const& picks) {
    if (picks.empty()) return;
    CardChoice& choice = state.board.choice;
    size_t const before = choice.ids.size();
    for (auto const& pick : picks) take(state, board, pick);
    choice.stale = true;
    if (choice.ids.size() != before) ui::announce(trn("{0} selected", "{0} selected", int64_t(choice.ids.size())));
}

void choose_nothing(ShellState& state) {
    state.board.choice.ids.clear();
    state.board.choice.stale = true;
    ui::announce(trn("{0} selected", "{0} selected", 0));
}

std::span<int const> chosen_places(ShellState const& state, size_t column) {
    auto const& places = state.board.choice.places;
    return column < places.size() ? std::span<int const>(places[column]) : std::span<int const>();
}

std::vector<RecordRef> chosen_cards(ShellState& state, app::BoardView const& board) {
    std::vector<RecordRef> cards;
    for (size_t i = 0; i < board.columns.size(); ++i)
        for (int const at : chosen_places(state, i)) cards.push_back({card_entity(board.board), board.columns[i].cards[size_t(at)]});
    return cards;
}

}  // namespace leadkeep::views
