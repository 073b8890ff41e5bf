#include "views/shown_board.h"

#include "ui/motion.h"
#include "views/shell_state.h"

namespace leadkeep::views {

app::Board board_of(ShellState const& state) { return state.location.page == Page::deals ? app::Board::deals : app::Board::leads; }

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

void show_all(ShellState& state, app::Board which) {
    state.search.clear();
    filter_of(state, which) = {};
    ui::request_frame();
}

}  // namespace leadkeep::views
