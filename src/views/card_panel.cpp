#include "views/card_panel.h"

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/board_view.h"
#include "views/card_table.h"
#include "views/shown_board.h"
#include "views/card_face.h"
#include "views/convert_dialog.h"
#include "views/loss_dialog.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr float head_px = 104, pad_px = 24;

bool on_board(RecordRef record) { return record.entity == Entity::lead || record.entity == Entity::deal; }
bool is_open(app::RecordView const& card) { return card.state == app::RecordView::State::open; }

// Begins anew with another record; what was typed and never committed (a crash, a killed tab) is found again.
void begin(ShellState& state, RecordRef record, app::RecordView const& card) {
    if (state.card.record == record) return;
    bool const all_fields = state.card.all_fields;
    state.card = {};
    state.card.all_fields = all_fields;
    state.card.record = record;
    state.card.note = state.workspace.draft(record, "note");
    for (auto const& section : card.sections)
        for (auto const& field : section.fields)
            if (auto draft = state.workspace.draft(record, field.register_name); !draft.empty())
                state.card.unsaved.emplace(field.register_name, std::move(draft));
}

// The card after or before this one on its board, down the columns, or in the list.
std::optional<RecordRef> neighbour(ShellState& state, RecordRef record, int step) {
    if (!on_board(record)) return std::nullopt;
    auto const& order = listed_cards(state, shown_board(state, app::Board(record.entity == Entity::deal)));
    auto const at = std::find(order.begin(), order.end(), record.id);
    if (at == order.end()) return std::nullopt;
    auto const index = (at - order.begin()) + step;
    if (index < 0 || index >= long(order.size())) return std::nullopt;
    return RecordRef{record.entity, order[size_t(index)]};
}

void move_to_stage(ShellState& state, app::RecordView const& card, StageId stage) {
    if (stage != card.stage) move_cards(state, {{card.record}, stage, {}, {}, {}, {}});
}

// Segments for the stages on the way, and one for the end that opens the choice of endings.
void stages_bar(ShellState& state, app::RecordView const& card, ui::Rect rect) {
    std::vector<ui::StageSegment> segments;
    std::vector<app::StageView const*> on_the_way, endings;
    int current = -1;
    app::StageView const* ended = nullptr;
    for (auto const& stage : card.stages) {
        bool const ending = stage.meaning != app::StageMeaning::progress;
        (ending ? endings : on_the_way).push_back(&stage);
        if (stage.id != card.stage) continue;
        if (ending) ended = &stage;
        else current = int(on_the_way.size()) - 1;
    }
    for (auto const* stage : on_the_way) segments.push_back({stage->name, ui::Rgba::hex(stage->colour_rgb)});
    segments.push_back(ended ? ui::StageSegment{ended->name, ui::Rgba::hex(ended->colour_rgb)}
                             : ui::StageSegment{tr("Finish…"), ui::Rgba::hex(0x8F98A8)});
    if (ended) current = int(segments.size()) - 1;
    ui::next_rect(rect);
    int const pressed = ui::stage_bar(tr("Stage"), segments, current);
    if (pressed >= 0 && pressed < int(on_the_way.size())) move_to_stage(state, card, on_the_way[size_t(pressed)]->id);
    else if (pressed >= 0) ui::open_popup_at("endings", {rect.right() - 220, rect.bottom() + 4});
    if (ui::Menu menu("endings", tr("Finish")); menu) {
        for (auto const* stage : endings) {
            bool const good = stage->meaning == app::StageMeaning::success;
            if (ui::menu_item(stage->name, good ? ui::Icon::success : ui::Icon::close,
                              {.checked = stage->id == card.stage ? ui::Tristate::on : ui::Tristate::off}))
                move_to_stage(state, card, stage->id);
        }
    }
}

// On a phone: one drop-down with all stages.
void stages_select(ShellState& state, app::RecordView const& card, ui::Rect rect) {
    std::vector<ui::SelectOption> options;
    int index = -1;
    for (size_t i = 0; i < card.stages.size(); ++i) {
        options.push_back({card.stages[i].name, {}, ui::Rgba::hex(card.stages[i].colour_rgb)});
        if (card.stages[i].id == card.stage) index = int(i);
    }
    ui::next_rect(rect);
    if (ui::select(tr("Stage"), options, index, {.hide_label = true}) && index >= 0)
        move_to_stage(state, card, card.stages[size_t(index)].id);
}

void more_menu(ShellState& state, app::RecordView const& card) {
    if (ui::icon_button(ui::Icon::more, tr("More"))) ui::open_popup("card-more");
    ui::Menu menu("card-more", tr("More"));
    if (!menu) return;
    if (state.services.copy_text && ui::menu_item(tr("Copy the title"), ui::Icon::copy)) state.services.copy_text(card.title);
    if (ui::menu_item(state.card.all_fields ? tr("Hide empty fields") : tr("Show empty fields"), ui::Icon::eye))
        state.card.all_fields = !state.card.all_fields;
    ui::menu_separator();
    if (card.state == app::RecordView::State::trashed) {
        if (ui::menu_item(tr("Restore"), ui::Icon::restore)) state.commands.push(app::RestoreFromTrash{{card.record}});
    } else if (ui::menu_item(tr("Move to trash"), ui::Icon::trash, {.tone = ui::Tone::bad})) {
        state.commands.push(app::Trash{{card.record}}, [&state](app::Outcome const&) { state.close_card(); });
    }
}

void title_line(ShellState& state, app::RecordView const& card, ui::Rect rect) {
    char const* field = card.record.entity == Entity::company ? "name" : "title";
    bool const titled = card.record.entity != Entity::contact;  // a contact's name is made of its fields
    float const wanted = ui::text_width(card.title, ui::TextStyle::title) + 20;
    ui::Rect const title{rect.x, rect.y, std::min(rect.w, std::max(wanted, 120.f)), rect.h};
    if (titled) {
        ui::Group heading(ui::Role::heading, card.title, {.rect = title, .id = "heading"});
        ui::next_rect(title);
        auto const edit = ui::text_field(tr("Title"), card.title,
                                         {.look = ui::FieldLook::read_inline, .hide_label = true, .max_length = 300,
                                          .style = ui::TextStyle::title, .id = "card-title"});
        if (edit.committed()) state.commands.push(app::SetFieldText{card.record, field, edit.text});
    } else {
        ui::next_rect({rect.x, rect.y, title.w, rect.h});
        ui::heading(card.title, 2);
    }
    rect.cut_left(title.w);
    for (auto const& one : card.pills) {
        float const width = ui::pill_width(one.text);
        if (width > rect.w) break;
        ui::next_rect({rect.x, rect.y + (rect.h - 20) / 2, width, 20});
        ui::pill(one.text, tone_of(one.tone));
        rect.cut_left(width + 8);
    }
}

void convert_button(ShellState& state, app::RecordView const& card) {
    if (card.record.entity == Entity::lead && is_open(card) && ui::primary_button(tr("Convert"))) open_convert_form(state, card);
}

enum class Close : uint8_t { no, yes };

// One icon after the other from the right edge; returns what is left.
Close desk_buttons(ShellState& state, app::RecordView const& card, ui::Rect& line) {
    Close close = Close::no;
    auto const slot = [&] {
        ui::Rect const rect = line.cut_right(34);
        line.cut_right(2);
        return rect;
    };
    ui::next_rect(slot());
    if (ui::icon_button(ui::Icon::close, tr("Close"))) close = Close::yes;
    ui::next_rect(slot());
    more_menu(state, card);
    auto const next = neighbour(state, card.record, +1), previous = neighbour(state, card.record, -1);
    if (on_board(card.record)) {
        ui::next_rect(slot());
        if (ui::icon_button(ui::Icon::chevron_down, tr("Next card"), {.kind = ui::ButtonKind::ghost, .enabled = next.has_value()}) && next)
            state.open_card(*next, RouteStep::replace);
        ui::next_rect(slot());
        if (ui::icon_button(ui::Icon::chevron_up, tr("Previous card"),
                            {.kind = ui::ButtonKind::ghost, .enabled = previous.has_value()}) && previous)
            state.open_card(*previous, RouteStep::replace);
    }
    line.cut_right(6);
    if (card.record.entity == Entity::lead && is_open(card)) {
        ui::next_rect(line.cut_right(ui::button_width(tr("Convert"))));
        convert_button(state, card);
        line.cut_right(10);
    }
    if (!card.number.empty()) {
        ui::draw_text(line.cut_right(ui::text_width(card.number, ui::TextStyle::body) + 2), card.number, ui::TextStyle::body,
                      ui::color(ui::Token::text2), ui::Align::end);
        line.cut_right(10);
    }
    return close;
}

Close desk_head(ShellState& state, app::RecordView const& card, ui::Rect rect) {
    ui::fill(rect, ui::color(ui::Token::surface));
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    ui::Rect inside = rect.inset({pad_px, 14, 16, 12});
    ui::Rect line = inside.cut_top(36);
    Close const close = desk_buttons(state, card, line);
    title_line(state, card, line);
    inside.w -= 8;
    if (on_board(card.record)) stages_bar(state, card, inside.cut_bottom(30));
    return close;
}

Close phone_head(ShellState& state, app::RecordView const& card, ui::Rect rect) {
    Close close = Close::no;
    ui::fill(rect, ui::color(ui::Token::surface));
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    {
        ui::Row row(rect.cut_top(56), {.pad = {8, 0, 12, 0}});
        if (ui::icon_button(ui::Icon::arrow_left, tr("Close"))) close = Close::yes;
        if (!card.number.empty()) ui::text(card.number, ui::TextStyle::body, ui::Token::text2);
        ui::spacer();
        convert_button(state, card);
        more_menu(state, card);
    }
    title_line(state, card, rect.cut_top(36).inset({16, 0, 12, 0}));
    if (on_board(card.record)) stages_select(state, card, rect.cut_top(48).inset({16, 8, 16, 6}));
    return close;
}

void body(ShellState& state, app::RecordView const& card, ui::Rect area) {
    if (card.state == app::RecordView::State::trashed) {
        ui::Column column(area.cut_top(52));
        if (ui::banner(ui::Tone::warning, tr("This card is in the trash."), {.action = tr("Restore")}) == ui::BannerAnswer::action)
            state.commands.push(app::RestoreFromTrash{{card.record}});
    }
    if (!ui::is_phone()) {
        ui::Rect const fields = area.cut_left(ui::panel_fields_px);
        ui::fill(fields, ui::color(ui::Token::surface));
        ui::line_v(fields.right() - 1, fields.y, fields.h, ui::color(ui::Token::line));
        ui::fill(area, ui::color(ui::Token::bg));
        card_fields(state, card, fields);
        return card_timeline(state, card, area);
    }
    ui::fill(area, ui::color(ui::Token::surface));
    {
        ui::Row row(area.cut_top(60), {.pad = {16, 8, 16, 0}});
        std::array<std::string, 2> const labels{tr("Details"), tr("Timeline")};
        ui::segmented(tr("Part of the card"), labels, state.card.phone_tab);
    }
    if (state.card.phone_tab == 0) return card_fields(state, card, area);
    ui::fill(area, ui::color(ui::Token::bg));
    card_timeline(state, card, area);
}

}  // namespace

void card_panel(ShellState& state) {
    if (!state.location.card) {
        state.card.record.reset();
        return;
    }
    RecordRef const record = *state.location.card;
    auto const& found = state.workspace.record(record);
    bool close = false;
    if (!found) {
        ui::SidePanel panel(tr("Card"), {.id = "card"});
        ui::fill(panel.area(), ui::color(ui::Token::surface));
        ui::Column column(panel.area().inset(40), {.align = ui::Align::center});
        close = ui::empty_state(ui::Icon::warning, tr("This card isn't here"), describe(found.error()), tr("Back to the board")) ||
                panel.dismissed();
    } else {
        begin(state, record, *found);
        ui::SidePanel panel(found->title, {.id = "card", .subject = record.id.to_string()});
        keys_of_screen_and_card(state);
        ui::Scope scope(record.id.to_string());
        ui::Rect area = panel.area();
        ui::Rect const head = area.cut_top(ui::is_phone() ? (on_board(record) ? 140.f : 100.f) : on_board(record) ? head_px : 64.f);
        Close const pressed = ui::is_phone() ? phone_head(state, *found, head) : desk_head(state, *found, head);
        body(state, *found, area);
        close = panel.dismissed() || pressed == Close::yes;
    }
    if (close) state.close_card();
}

}  // namespace leadkeep::views
