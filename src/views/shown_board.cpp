#include "views/shown_board.h"

#include "base/i18n.h"
#include "base/ranges.h"
#include "ui/widgets.h"
#include "views/board_view.h"
#include "views/shell_state.h"

namespace leadkeep::views {

app::BoardFilter& filter_of(ShellState& state, app::Board which) { return state.board.filters[size_t(which)]; }
app::BoardFilter const& filter_of(ShellState const& state, app::Board which) { return state.board.filters[size_t(which)]; }

bool is_narrowed(ShellState const& state, app::Board which) { return !state.search.empty() || !filter_of(state, which).empty(); }

app::BoardView const& shown_board(ShellState& state, app::Board which) {
    auto const& whole = state.workspace.board(which);
    if (!is_narrowed(state, which)) return whole;
    auto& narrowed = state.board.narrowed;
    uint64_t const revision = state.workspace.revision();
    app::BoardFilter const& filter = filter_of(state, which);
    bool const fresh = narrowed.revision == revision && narrowed.view.board == which && narrowed.query.text == state.search &&
                       narrowed.query.filter == filter;
    if (fresh) return narrowed.view;
    narrowed.revision = revision;
    narrowed.query = {state.search, filter};
    narrowed.view = state.workspace.narrowed(which, narrowed.query);
    return narrowed.view;
}

std::vector<app::FieldDraft> filtered_fields(ShellState const& state, app::Board which) {
    std::vector<app::FieldDraft> fields;
    if (page_of(card_entity(which)) != state.location.page) return fields;
    auto const& filter = filter_of(state, which);
    if (filter.sources.size() == 1 && !filter.sources.front().is_nil()) fields.push_back({"source_id", {filter.sources.front()}});
    if (filter.managers.size() == 1) fields.push_back({"manager_id", {filter.managers.front()}});
    return fields;
}

void tell_if_hidden(ShellState& state, app::Outcome const& added) {
    if (!added.made || page_of(added.made->entity) != state.location.page) return;
    app::Board const which = added.made->entity == Entity::deal ? app::Board::deals : app::Board::leads;
    if (!is_narrowed(state, which)) return;
    for (auto const& column : shown_board(state, which).columns)
        if (ranges::count(column.cards, added.made->id)) return;
    ui::toast(tr("Added, but hidden by the search or the filters"), tr("Show all"),
              while_open(state, [which](ShellState& open) { show_all(open, which); }));
}

void show_all(ShellState& state, app::Board which) {
    state.search.clear();
    filter_of(state, which) = {};
    ui::request_frame();
}

}  // namespace leadkeep::views
