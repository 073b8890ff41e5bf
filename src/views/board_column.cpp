#include "views/board_column.h"

#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/card_face.h"
#include "views/column_layout.h"
#include "views/column_menu.h"
#include "views/quick_entry.h"
#include "views/selection_bar.h"
#include "views/shown_board.h"

namespace leadkeep::views {
namespace {

constexpr float pad_px = 12, head_px = 61, foot_px = 42, quick_px = 52;

char const* quick_label(app::Board which) { return which == app::Board::leads ? tr("Quick lead") : tr("Quick deal"); }

// "In progress, 12 leads, 340 000 ₽"
std::string spoken_name(app::BoardView const& board, app::ColumnView const& column) {
    std::string name = column.stage.name + ", " + count_of_cards(board.board, int64_t(column.cards.size()));
    if (auto const sums = app::shown_sums(column.sums); !sums.empty()) name += ", " + sums;
    return name;
}

void add_quickly(ShellState& state, app::Board which, StageId stage) {
    QuickEntry entry = read_quick_entry(state.board.quick_text);
    if (entry.title.empty() && entry.channels.empty()) return;
    std::vector<app::FieldDraft> fields = filtered_fields(state, which);
    if (!entry.title.empty()) fields.push_back({"title", {entry.title}});
    auto const added = [&state](app::Outcome const& outcome) { tell_if_hidden(state, outcome); };
    auto const put_back = [&state, stage, text = state.board.quick_text] {
        state.board.quick_stage = stage;
        state.board.quick_text = text;
        state.board.quick_round += 1;
    };
    if (which == app::Board::deals && !state.simple())
        state.commands.push(app::AddDeal{std::move(fields), stage}, added, put_back);
    else
        state.commands.push(app::AddEnquiry{std::move(fields), std::move(entry.channels), {}, stage}, added, put_back);
    state.board.quick_text.clear();
    state.board.quick_round += 1;  // the next one is typed into a fresh field
    state.board.quick_focus = true;
    state.board.quick_editing = false;
}

// A card-like line at the column's top; Enter adds and stays, Escape closes, a text left behind is kept.
void quick_form(ShellState& state, app::Board which, StageId stage, ui::Rect rect) {
    ui::card_ground(rect);
    ui::Scope scope(int64_t(state.board.quick_round));
    ui::next_rect(rect.inset(ui::Insets::symmetric(10, 5)));
    auto const edit = ui::text_field(which == app::Board::leads ? tr("Quick lead: title, phone or e-mail")
                                                                : tr("Quick deal: title, phone or e-mail"),
                                     state.board.quick_text,
                                     {.look = ui::FieldLook::bare,
                                      .placeholder = tr("Title, phone or e-mail"),
                                      .autofocus = state.board.quick_focus,
                                      .hide_label = true,
                                      .max_length = 300,
                                      .id = "quick"});
    state.board.quick_focus = false;
    if (edit.changed()) state.board.quick_text = edit.text;
    if (edit.end == ui::EditEnd::enter) return add_quickly(state, which, stage);
    bool const dropped = edit.edit == ui::Edit::cancelled && edit.end == ui::EditEnd::none;
    bool const ended = dropped || (state.board.quick_editing && !edit.editing);
    state.board.quick_editing = edit.editing;
    if (ended && state.board.quick_text.empty()) state.board.quick_stage.reset();
}

void coloured_top(ui::Rect rect, app::StageView const& stage) {
    ui::fill_banded(rect, ui::color(ui::Token::sunken), ui::Rgba::hex(stage.colour_rgb), ui::column_top_px, ui::card_radius_px);
}

void column_head(ShellState& state, app::BoardView const& board, size_t index, ui::Rect head) {
    auto const& column = board.columns[index];
    ui::Rect const menu{head.right() - 38, head.y + 12, 32, 32}, add = menu.moved(-34, 0);
    ui::next_rect(add);
    if (ui::icon_button(ui::Icon::plus, trf("Add to {0}", {column.stage.name}))) open_quick_form(state, column.stage.id);
    column_menu(state, board, index, menu);
    head.w -= head.right() - add.x + 4;
    ui::Rect text = head.inset({pad_px, 14, 0, 0});
    ui::Rect line = text.cut_top(18);
    std::string const count = app::shown_number(int64_t(column.cards.size()));
    float const count_px = ui::text_width(count, ui::TextStyle::small);
    float const name_px = std::min(ui::text_width(column.stage.name, ui::TextStyle::body_strong), line.w - count_px - 8);
    column_name(state, column.stage, board.board, line.cut_left(name_px), {head.x + 8, head.y + 11, head.w - 8, ui::control_px});
    if (renaming_column(state, column.stage.id)) return;
    line.cut_left(8);
    ui::draw_text(line, count, ui::TextStyle::small, ui::color(ui::Token::text2));
    ui::draw_text(text.cut_top(18), app::shown_sums(column.sums), ui::TextStyle::small_medium, ui::color(ui::Token::text2));
}

// Its count and its name downwards; a press opens it, a card can be dropped on it.
void collapsed_column(ShellState& state, app::BoardView const& board, size_t index, ui::Rect rect) {
    auto const& column = board.columns[index];
    std::string const name = spoken_name(board, column);
    coloured_top(rect, column.stage);
    ui::Scope scope(column.stage.id.uuid.to_string());
    {
        constexpr float landing_px = 40;
        ui::CardList list(column.stage.id.uuid.to_string(), {.name = name, .rect = rect, .item_px = landing_px, .pad = {4, rect.h - landing_px - 8, 4, 0}});
    }
    auto const strip = ui::area(trf("Open the column {0}", {name}), rect, {.id = "open", .states = {.expanded = ui::Tristate::off}});
    ui::tooltip(name);
    if (strip.hovered) ui::fill(rect.inset({0, ui::column_top_px, 0, 0}), ui::color(ui::Token::text1).with_alpha(0.04f), ui::card_radius_px);
    if (strip.focused) ui::stroke(rect, ui::color(ui::Token::accent), ui::card_radius_px, 2);
    ui::Rect inside = rect.inset({0, 14, 0, 14});
    ui::draw_text(inside.cut_top(18), app::shown_number(int64_t(column.cards.size())), ui::TextStyle::small_medium, ui::color(ui::Token::text2), ui::Align::center);
    inside.cut_top(8);
    ui::draw_text_down(inside, column.stage.name, ui::TextStyle::body_strong, ui::color(ui::Token::text1));
    if (strip.pressed) set_column_shape(state, column.stage.id, ColumnShape::open);
}

std::string spoken_details(app::CardFace const& face) {
    std::string text;
    auto const add = [&](std::string const& part) {
        if (part.empty()) return;
        if (!text.empty()) text += ", ";
        text += part;
    };
    if (face.amount) add(app::shown_money(*face.amount));
    add(face.who_and_how);
    for (auto const& one : face.pills) add(one.text);
    add(face.source);
    add(trn("{0} day in stage", "{0} days in stage", face.days_in_stage));
    return text;
}

}  // namespace

void open_quick_form(ShellState& state, StageId stage) {
    state.board.quick_stage = stage;
    state.board.quick_focus = true;
    state.board.quick_editing = false;
    state.board.quick_round += 1;
    ui::request_frame();
}

void board_column(ShellState& state, app::BoardView const& board, size_t index, ui::Rect rect) {
    auto const& column = board.columns[index];
    if (column_shape(state, column.stage.id) == ColumnShape::collapsed) return collapsed_column(state, board, index, rect);
    auto const& cards = column.cards;
    coloured_top(rect, column.stage);
    ui::Scope scope(column.stage.id.uuid.to_string());
    ui::Rect inside = rect;
    ui::Rect const head = inside.cut_top(head_px - 8);
    column_head(state, board, index, head);
    if (state.board.quick_stage == column.stage.id)
        quick_form(state, board.board, column.stage.id, inside.cut_top(quick_px).inset({8, 8, 8, 0}));

    ui::CardList list(column.stage.id.uuid.to_string(), {.name = spoken_name(board, column),
                                                         .rect = inside,
                                                         .count = int(cards.size()),
                                                         .item_px = card_height_px(state.board.density),
                                                         .foot_px = foot_px + selection_bar_room_px(state),
                                                         .chosen = chosen_places(state, index)});
    auto const is_chosen = [&state](Uuid const& id) { return state.board.choice.ids.contains(id); };
    for (auto const& item : list.items()) {
        RecordRef const record{card_entity(board.board), cards[size_t(item.index)]};
        auto const& face = state.workspace.card_face(record);
        std::string const details = spoken_details(face);
        ui::Card card(record.id.to_string(), face.title, item,
                      {.description = details, .current = state.location.card == record, .chosen = is_chosen(record.id)});
        draw_card_face(card.rect(), face, state.board.density);
        if (card.opened()) state.open_card(record);
    }
    ui::Rect const foot = list.foot();
    ui::next_rect({foot.x + 4, foot.y + 4, std::min(foot.w - 8, 180.f), 34});
    if (ui::text_button(quick_label(board.board), ui::LinkLook::quiet, ui::Icon::plus)) open_quick_form(state, column.stage.id);
}

}  // namespace leadkeep::views
