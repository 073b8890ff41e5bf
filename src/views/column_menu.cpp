#include "views/column_menu.h"

#include <array>
#include <utility>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/board_column.h"
#include "views/column_layout.h"
#include "views/shell_state.h"
#include "views/stage_colours.h"
#include "views/stage_dialogs.h"

namespace leadkeep::views {
namespace {

using ui::Icon;
using Popup = ColumnState::Popup;

constexpr double second_press_ms = 450;

void rename_column(ShellState& state, StageId stage) {
    state.board.columns.renaming = stage;
    ui::request_frame();
}

void open_next(ShellState& state, StageId stage, Popup popup) {
    state.board.columns.next = popup;
    state.board.columns.next_of = stage;
    ui::request_frame();
}

// The parts that change how the column is, then where it is, then whether it is.
void main_menu(ShellState& state, app::BoardView const& board, size_t index) {
    ui::Menu menu("menu", tr("Column menu"), 220);
    if (!menu) return;
    auto const& stage = board.columns[index].stage;
    bool const own = !stage.id.is_nil();  // a board without stages shows one that is not there
    if (ui::menu_item(board.board == app::Board::leads ? tr("Add a lead here") : tr("Add a deal here"), Icon::plus))
        open_quick_form(state, stage.id);
    ui::menu_separator();
    if (ui::menu_item(tr("Rename"), Icon::edit, {.enabled = own})) rename_column(state, stage.id);
    if (ui::menu_item(tr("Colour…"), Icon::palette, {.enabled = own})) open_next(state, stage.id, Popup::colour);
    if (ui::menu_item(tr("Stall limit…"), Icon::clock, {.enabled = own})) open_next(state, stage.id, Popup::stall);
    if (ui::menu_item(tr("Sort by…"), Icon::sort, {.enabled = own && board.columns[index].cards.size() > 1}))
        open_next(state, stage.id, Popup::sort);
    ui::menu_separator();
    if (ui::menu_item(tr("Move left"), Icon::arrow_left, {.enabled = own && index > 0}))
        state.commands.push(app::MoveStage{stage.id, app::Towards::left});
    if (ui::menu_item(tr("Move right"), Icon::arrow_right, {.enabled = own && index + 1 < board.columns.size()}))
        state.commands.push(app::MoveStage{stage.id, app::Towards::right});
    if (!ui::is_phone() && ui::menu_item(tr("Collapse"), Icon::collapse, {.enabled = own}))
        set_column_shape(state, stage.id, ColumnShape::collapsed);
    if (ui::menu_item(tr("Add a stage after…"), Icon::plus)) open_stage_form(state, board, index);
    ui::menu_separator();
    if (ui::menu_item(tr("Delete…"), Icon::trash, {.enabled = own, .tone = ui::Tone::bad})) delete_stage(state, board.board, stage.id);
}

void sort_menu(ShellState& state, app::StageView const& stage) {
    ui::Menu menu("sort", trf("Sort “{0}” by", {stage.name}), 220);
    if (!menu) return;
    constexpr std::array<std::pair<char const*, app::SortBy>, 5> orders{{
        {tr_mark("Created, newest first"), app::SortBy::created},
        {tr_mark("Amount, greatest first"), app::SortBy::amount},
        {tr_mark("Score, highest first"), app::SortBy::score},
        {tr_mark("Name, A to Z"), app::SortBy::name},
        {tr_mark("Last change, newest first"), app::SortBy::changed},
    }};
    for (auto const& [label, by] : orders)
        if (ui::menu_item(tr(label))) state.commands.push(app::SortColumn{stage.id, by});
}

void colour_popup(ShellState& state, app::StageView const& stage) {
    ui::Popup popup("colour", trf("Colour of “{0}”", {stage.name}), ui::coarse_pointer() ? 290.f : 242.f);
    if (!popup) return;
    uint32_t colour = stage.colour_rgb;
    if (!stage_swatches(colour)) return;
    state.commands.push(app::SetStageColour{stage.id, colour});
    ui::close_popup();
}

void set_stall_limit(ShellState& state, StageId stage, int64_t days) {
    state.commands.push(app::SetStallLimit{stage, int(std::clamp<int64_t>(days, -1, 100'000))});
    ui::close_popup();
}

void stall_popup(ShellState& state, app::StageView const& stage) {
    ui::Popup popup("stall", trf("Stall limit of “{0}”", {stage.name}), 300, ui::Insets::all(16));
    if (!popup) return;
    ui::text(tr("Stall limit"), ui::TextStyle::body_strong);
    ui::paragraph(tr("A card that stands here for more days than this is marked."), ui::TextStyle::small);
    {
        ui::Row row({.gap_px = 6, .wrap = true});
        for (int const days : {0, 3, 7, 14, 30}) {
            std::string const label = days == 0 ? std::string(tr("No limit")) : trn("{0} day", "{0} days", days);
            if (ui::chip(label, days == stage.stall_limit_days) != ui::ChipAnswer::none) set_stall_limit(state, stage.id, days);
        }
    }
    auto const limit = stage.stall_limit_days > 0 ? std::optional<int64_t>(stage.stall_limit_days) : std::nullopt;
    auto const edit = ui::number_field(tr("Days"), limit, {.placeholder = tr("No limit")});
    if (edit.committed()) set_stall_limit(state, stage.id, edit.value.value_or(0));
}

}  // namespace

bool renaming_column(ShellState const& state, StageId stage) { return state.board.columns.renaming == stage; }

void column_name(ShellState& state, app::StageView const& stage, app::Board board, ui::Rect line, ui::Rect field) {
    auto& columns = state.board.columns;
    if (!renaming_column(state, stage.id)) {
        auto const name = ui::area(trf("Rename {0}", {stage.name}), line.inset(ui::Insets::symmetric(-4, -3)));
        ui::draw_text(line, stage.name, ui::TextStyle::body_strong, ui::color(ui::Token::text1));
        if (name.focused) ui::stroke(line.inset(ui::Insets::symmetric(-4, -3)), ui::color(ui::Token::accent), 4, 2);
        if (!name.pressed || stage.id.is_nil()) return;
        bool const again = columns.pressed_name == stage.id.uuid && ui::frame_ms() - columns.name_pressed_ms < second_press_ms;
        columns.pressed_name = stage.id.uuid;
        columns.name_pressed_ms = ui::frame_ms();
        if (again || !name.by_pointer) rename_column(state, stage.id);
        return;
    }
    ui::next_rect(field);
    auto const edit = ui::text_field(tr("Stage name"), stage.name, {.autofocus = true, .hide_label = true, .max_length = 100, .id = "name"});
    if (edit.committed()) {
        auto const fits = state.workspace.check_stage_name(board, stage.id, edit.text);
        if (fits) state.commands.push(app::RenameStage{stage.id, edit.text});
        else show_error(fits.error());
        columns.renaming.reset();
        ui::request_frame();
    } else if (edit.edit == ui::Edit::cancelled || edit.end != ui::EditEnd::none) {
        columns.renaming.reset();
        ui::request_frame();
    }
}

void column_menu(ShellState& state, app::BoardView const& board, size_t index, ui::Rect button) {
    auto const& stage = board.columns[index].stage;
    ui::next_rect(button);
    if (ui::icon_button(Icon::more, trf("Column menu: {0}", {stage.name}))) ui::open_popup("menu");
    if (auto& columns = state.board.columns; columns.next != Popup::none && columns.next_of == stage.id) {
        Popup const next = std::exchange(columns.next, Popup::none);
        ui::open_popup(next == Popup::sort ? "sort" : next == Popup::colour ? "colour" : "stall");
    }
    main_menu(state, board, index);
    sort_menu(state, stage);
    colour_popup(state, stage);
    stall_popup(state, stage);
}

}  // namespace leadkeep::views
