#include "views/board_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/board_column.h"
#include "views/board_filters.h"
#include "views/card_table.h"
#include "views/column_layout.h"
#include "views/new_record.h"
#include "views/selection_bar.h"
#include "views/shown_board.h"

namespace leadkeep::views {
namespace {

void move_dropped(ShellState& state, app::BoardView const& board, ui::Drop const& drop) {
    auto const column = column_of(board, drop.to_list);
    auto const id = Uuid::parse(drop.card_key);
    if (!column || !id) return;
    app::MoveCards move{{{card_entity(board.board), *id}}, board.columns[*column].stage.id, {}, {}, {}, {}};
    if (drop.what == ui::Dropped::all_chosen) move.cards = chosen_cards(state, board);
    std::unordered_set<Uuid> moving;
    for (auto const& card : move.cards) moving.insert(card.id);
    std::vector<Uuid> others = board.columns[*column].cards;
    std::erase_if(others, [&](Uuid const& one) { return moving.contains(one); });
    int const at = std::clamp(drop.to_index, 0, int(others.size()));
    if (at > 0) move.above = others[size_t(at) - 1];
    if (at < int(others.size())) move.below = others[size_t(at)];
    move_cards(state, std::move(move));
}

constexpr float message_pad_px = 24;
float message_width(ui::Rect board) { return std::min(440.f, board.w - 2 * message_pad_px); }

// A card that lies over the columns and says something about them.
ui::Rect message_ground(ui::Rect board, float y, float height) {
    float const width = message_width(board);
    ui::Rect const rect{board.x + (board.w - width) / 2, y, width, height};
    ui::shadow(rect, ui::card_radius_px, 8, 28, 0.12f);
    ui::card_ground(rect);
    return rect;
}

// What a board without a card says: how the first one comes.
void first_start(ShellState& state, ui::Rect area, app::Board which) {
    bool const enquiries = which == app::Board::leads || state.simple();
    std::string_view const text =
        enquiries ? tr("Add it by hand, or bring your spreadsheet: drop a CSV file anywhere on this window. Everything stays on this device.")
                  : tr("Convert a lead when it is ready to buy, or add a deal by hand.");
    float const around_text_px = ui::is_phone() ? 172 : 166;
    float const height = around_text_px + ui::wrapped_height(text, ui::TextStyle::body, message_width(area) - 2 * message_pad_px);
    ui::Rect const rect = message_ground(area, area.y + std::max(90.f, (area.h - height) / 2 - 40), height);
    ui::Group group(ui::Role::group, tr("First steps"), {.rect = rect});
    ui::Column column(rect.inset(message_pad_px), {.gap_px = 8});
    ui::icon(which == app::Board::leads ? ui::Icon::leads : ui::Icon::deals, ui::Token::accent, 28);
    ui::heading(enquiries ? tr("Start with your first enquiry") : tr("No deals yet"), 2);
    ui::paragraph(text);
    ui::gap(6);
    ui::Row row({.gap_px = 8});
    if (ui::primary_button(new_record_label(state))) open_new_record_form(state);
    if (enquiries && ui::button(tr("Import a file"), {.icon = ui::Icon::upload})) choose_import_file(state);
}

void nothing_found(ShellState& state, ui::Rect area, app::Board which) {
    bool const by_text = !state.search.empty(), by_filter = !filter_of(state, which).empty();
    std::string const title = by_text ? trf("Nothing found for “{0}”", {state.search}) : tr("Nothing matches the filters");
    char const* const text = by_filter ? tr("Other cards are there; the filters hide them.") : tr("Try a name, a phone, an e-mail or a word of the title.");
    char const* const action = by_filter ? tr("Show all") : tr("Clear the search");
    constexpr float around_texts_px = 172, above_px = 24;  // an empty state brings room above it, more than a card wants
    float const text_px = std::min(360.f, message_width(area) - 2 * message_pad_px);
    float const height = around_texts_px + ui::wrapped_height(title, ui::TextStyle::body_strong, text_px) +
                         ui::wrapped_height(text, ui::TextStyle::body, text_px);
    ui::Rect const rect = message_ground(area, area.y + 110, height);
    ui::Column column(ui::Rect{rect.x, rect.y - above_px, rect.w, rect.h + above_px}, {.align = ui::Align::center});
    if (ui::empty_state(ui::Icon::search, title, text, action)) show_all(state, which);
}

// Tabs that go to a column, above the one that is shown; the marked one is kept in sight. Returns the one pressed, or -1.
int phone_stages(ShellState& state, app::BoardView const& board, ui::Rect rect, int current) {
    int pressed = -1;
    ui::next_rect(rect.cut_left(58).inset({16, 9, 8, 9}));
    bool const filtered = !filter_of(state, board.board).empty();
    if (ui::icon_button(ui::Icon::filter, tr("Filters"), {.kind = ui::ButtonKind::secondary, .pressed = filtered ? ui::Tristate::on : ui::Tristate::off}))
        state.board.filters_open = !state.board.filters_open;
    ui::Group group(ui::Role::toolbar, tr("Stages"), {.rect = rect});
    ui::Scroll scroll("stages", {.rect = rect, .axis = ui::ScrollAxis::horizontal});
    ui::Row row({.gap_px = 8, .pad = {0, 8, 16, 8}});
    for (size_t i = 0; i < board.columns.size(); ++i) {
        if (ui::chip(board.columns[i].stage.name, int(i) == current) != ui::ChipAnswer::none) pressed = int(i);
        if (int(i) == current && std::exchange(state.board.revealed_tab, current) != current) scroll.reveal(ui::last_rect());
    }
    return pressed;
}

// `go_to`: the column to go to on a phone, or -1.
void columns_side_by_side(ShellState& state, app::BoardView const& board, ui::Rect area, float width_px, float pad_px, int go_to) {
    float const step_px = width_px + ui::column_gap_px;
    float content_px = pad_px * 2 - ui::column_gap_px;
    for (auto const& column : board.columns) content_px += column_width(state, column.stage.id, width_px) + ui::column_gap_px;
    ui::Scroll scroll("columns", {.rect = area,
                                  .axis = ui::ScrollAxis::horizontal,
                                  .content_px = content_px,
                                  .page_px = ui::is_phone() ? step_px : 0});
    if (go_to >= 0) scroll.go_to_page(go_to);
    state.board.phone_column = scroll.page();
    float x = scroll.content().x + pad_px;
    for (size_t i = 0; i < board.columns.size(); ++i) {
        float const own_px = column_width(state, board.columns[i].stage.id, width_px);
        board_column(state, board, i, {x, area.y, own_px, area.h - 16});
        x += own_px + ui::column_gap_px;
    }
    spring_columns(state);
}

}  // namespace

std::optional<size_t> column_of(app::BoardView const& board, std::string const& stage_key) {
    for (size_t i = 0; i < board.columns.size(); ++i)
        if (board.columns[i].stage.id.uuid.to_string() == stage_key) return i;
    return std::nullopt;
}

Entity card_entity(app::Board which) { return which == app::Board::leads ? Entity::lead : Entity::deal; }

std::string count_of_cards(app::Board which, int64_t count) {
    return which == app::Board::leads ? trn("{0} lead", "{0} leads", count) : trn("{0} deal", "{0} deals", count);
}

namespace {

void board_of_columns(ShellState& state, ui::Rect area, app::BoardView const& board) {
    follow_board(state, board);
    {
        ui::CardBoard cards(area, int(state.board.choice.ids.size()));
        if (cards.ground_pressed() && state.location.card) state.close_card();
        if (ui::is_phone()) {
            int const go_to = phone_stages(state, board, area.cut_top(52), state.board.phone_column);
            columns_side_by_side(state, board, area, area.w - 32, 16, go_to);
        } else {
            columns_side_by_side(state, board, area, ui::column_width_px, 20, -1);
        }
    }
    take_picks(state, board, ui::take_card_picks());
    if (auto const drop = ui::take_drop()) move_dropped(state, board, *drop);
}

}  // namespace

void board_view(ShellState& state, ui::Rect area, app::Board which) {
    int64_t const total = state.workspace.board(which).total;
    ui::Scope scope(which == app::Board::leads ? "leads" : "deals");
    ui::Group region(ui::Role::region, which == app::Board::leads ? tr("Leads") : tr("Deals"), {.rect = area});
    bool const list = state.board.look == BoardLook::list && !ui::is_phone();
    if (!ui::is_phone() || state.board.filters_open || !filter_of(state, which).empty()) board_filters(state, area.cut_top(filters_px), which);
    auto const& board = shown_board(state, which);
    if (list) card_table(state, area.inset({20, 0, 20, 16}), board);
    else board_of_columns(state, area, board);
    if (total == 0 && state.search.empty() && !state.board.quick_stage) first_start(state, area, which);
    if (total > 0 && board.total == 0 && is_narrowed(state, which)) nothing_found(state, area, which);
    if (!list) selection_bar(state, area, board);
}

}  // namespace leadkeep::views
