#include "views/column_layout.h"

#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr double spring_ms = 500;

// Stages that are gone are forgotten on the way.
std::string ids_of_collapsed(ShellState& state) {
    std::string ids;
    for (auto const board : {app::Board::leads, app::Board::deals})
        for (auto const& column : state.workspace.board(board).columns)
            if (state.board.columns.collapsed.contains(column.stage.id.uuid)) ids += (ids.empty() ? "" : " ") + column.stage.id.uuid.to_string();
    return ids;
}

}  // namespace

ColumnShape column_shape(ShellState const& state, StageId stage) {
    auto const& columns = state.board.columns;
    bool const strip = !ui::is_phone() && columns.collapsed.contains(stage.uuid) && !columns.sprung.contains(stage.uuid);
    return strip ? ColumnShape::collapsed : ColumnShape::open;
}

void set_column_shape(ShellState& state, StageId stage, ColumnShape shape) {
    auto& columns = state.board.columns;
    columns.sprung.erase(stage.uuid);
    if (shape == ColumnShape::collapsed) columns.collapsed.insert(stage.uuid);
    else columns.collapsed.erase(stage.uuid);
    if (state.services.set_preference) state.services.set_preference("collapsed_stages", ids_of_collapsed(state));
    ui::request_frame();
}

float column_width(ShellState const& state, StageId stage, float open_px) {
    return column_shape(state, stage) == ColumnShape::collapsed ? collapsed_width_px : open_px;
}

void spring_columns(ShellState& state) {
    auto& columns = state.board.columns;
    auto const over = Uuid::parse(ui::lift_target());
    if (!over) {
        if (!columns.sprung.empty()) ui::request_frame();
        columns.sprung.clear();
        columns.hovered = {};
        return;
    }
    if (columns.hovered != *over) {
        columns.hovered = *over;
        columns.hovered_since_ms = ui::frame_ms();
    }
    if (column_shape(state, {*over}) == ColumnShape::open) return;
    double const left_ms = columns.hovered_since_ms + spring_ms - ui::frame_ms();
    if (left_ms > 0) return ui::wake_in_ms(left_ms);
    columns.sprung.insert(*over);
    ui::request_frame();
}

void read_collapsed(ShellState& state, std::string_view ids) {
    state.board.columns.collapsed.clear();
    while (!ids.empty()) {
        size_t const end = std::min(ids.find(' '), ids.size());
        if (auto const id = Uuid::parse(ids.substr(0, end))) state.board.columns.collapsed.insert(*id);
        ids.remove_prefix(std::min(end + 1, ids.size()));
    }
}

}  // namespace leadkeep::views
