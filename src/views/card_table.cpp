#include "views/card_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "app/shown.h"
#include "base/i18n.h"
#include "base/ranges.h"
#include "ui/widgets.h"
#include "views/board_view.h"
#include "views/card_face.h"
#include "views/column_widths.h"
#include "views/record_table.h"
#include "views/shell_state.h"
#include "views/shown_board.h"

namespace leadkeep::views {
namespace {

constexpr float row_px = 40;

enum Column : int { title, client, stage, amount, next_step, source, manager, days, column_count };

std::array<ui::TableColumn, column_count> columns_of(app::Board which) {
    std::array<ui::TableColumn, column_count> all;
    all[title] = {which == app::Board::leads ? tr("Lead") : tr("Deal"), 0, ui::Align::start, true};
    all[client] = {tr("Client"), 0};
    all[stage] = {tr("Stage"), 140, ui::Align::start, true};
    all[amount] = {tr("Amount"), 110, ui::Align::end, true};
    all[next_step] = {tr("Next step"), 160};
    all[source] = {tr("Source"), 130, ui::Align::start, true};
    all[manager] = {tr("Manager"), 145, ui::Align::start, true};
    all[days] = {tr("Days in stage"), 115, ui::Align::end, true};
    return all;
}

app::ListOrder order_of(ui::TableSort const& sort) {
    auto const direction = direction_of(sort);
    switch (sort.column) {
        case title: return {app::ListBy::name, direction};
        case amount: return {app::ListBy::amount, direction};
        case source: return {app::ListBy::source, direction};
        case manager: return {app::ListBy::manager, direction};
        case days: return {app::ListBy::days_in_stage, direction};
        default: return {app::ListBy::stage, direction};
    }
}

void stage_cell(ui::Table& table, app::BoardView const& board, StageId id) {
    auto const column = ranges::find(board.columns, id, [](app::ColumnView const& one) { return one.stage.id; });
    if (column == board.columns.end()) return table.cell({});
    ui::Rect const at = table.cell_rect(column->stage.name);
    ui::disc({at.x + 4, at.center().y}, 4, ui::Rgba::hex(column->stage.colour_rgb));
    ui::draw_text(at.inset({16, 0, 0, 0}), column->stage.name, ui::TextStyle::body, ui::color(ui::Token::text2));
}

// What is to be done, or what keeps one from it; marks that only describe have columns of their own.
void next_step_cell(ui::Table& table, std::vector<app::PillView> const& pills) {
    auto const pill = ranges::find_if(pills, [](app::PillView const& one) { return one.tone != app::Tone::neutral && one.tone != app::Tone::accent; });
    ui::Rect const at = table.cell_rect();
    if (pill == pills.end()) return;
    ui::next_rect({at.x, at.y + (at.h - 20) / 2, std::min(at.w, ui::pill_width(pill->text)), 20});
    ui::pill(pill->text, tone_of(pill->tone));
}

void card_row(ShellState& state, ui::Table& table, app::BoardView const& board, int index, RecordRef record) {
    auto const& face = state.workspace.card_face(record);
    record_row(state, table, index, record, face.title);
    table.cell(face.title, ui::Token::text1, ui::TextStyle::body_medium);
    table.cell(face.who_and_how, ui::Token::text2);
    stage_cell(table, board, face.stage);
    table.cell(face.amount ? app::shown_money(*face.amount) : std::string());
    next_step_cell(table, face.pills);
    table.cell(face.source, ui::Token::text2);
    manager_cell(table, face.manager_name, face.manager_initials, face.manager_colour_seed);
    table.cell(app::shown_number(face.days_in_stage), ui::Token::text2);
}

}  // namespace

std::vector<Uuid> const& listed_cards(ShellState& state, app::BoardView const& board) {
    auto& list = state.board.lists[size_t(board.board)];
    app::ListOrder const order = state.board.look == BoardLook::list ? order_of(list.sort) : app::ListOrder{};
    app::BoardQuery const query{state.search, filter_of(state, board.board)};
    uint64_t const revision = state.workspace.revision();
    if (list.revision == revision && list.order == order && list.query == query) return list.cards;
    list.revision = revision;
    list.order = order;
    list.query = query;
    list.cards = state.workspace.in_order(board, order);
    return list.cards;
}

void card_table(ShellState& state, ui::Rect rect, app::BoardView const& board) {
    auto& list = state.board.lists[size_t(board.board)];
    auto const columns = columns_of(board.board);
    auto const& cards = listed_cards(state, board);
    ui::fill(rect, ui::color(ui::Token::surface));
    KeptWidths widths(state, board.board == app::Board::leads ? "leads" : "deals");
    ui::Table table(count_of_cards(board.board, board.total), columns, int(cards.size()),
                    {.rect = rect, .row_px = row_px, .sort = &list.sort, .widths_px = &widths.px(), .pressable = true});
    Entity const entity = card_entity(board.board);
    for (int i = table.visible().first; i < table.visible().last; ++i) card_row(state, table, board, i, {entity, cards[size_t(i)]});
}

}  // namespace leadkeep::views
