// The card's left part: fields by section, edited in place. A draft is kept while a field is typed into; leaving it
// makes one command; what can't be taken stays in the draft with the reason below.
#include <algorithm>
#include <array>
#include <string_view>

#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/card_panel.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

using app::FieldKind;
using app::FieldView;

// Shown even when empty: what one asks first about any enquiry.
constexpr std::array<std::string_view, 9> always_shown{"amount",     "first_name", "last_name",  "company_name", "source_id",
                                                       "manager_id", "comments",   "close_date", "need"};

bool is_empty(FieldView const& field) {
    if (field.kind == FieldKind::flag) return field.values.empty() || field.values[0] != Value{int64_t{1}};
    if (!field.text.empty() || field.target) return false;
    return std::all_of(field.values.begin(), field.values.end(), [](Value const& one) { return is_null(one); });
}

bool is_shown(ShellState& state, FieldView const& field) {
    if (field.register_name == "title" || field.register_name == "name" || field.register_name == "number") return false;
    bool const essential = std::find(always_shown.begin(), always_shown.end(), field.register_name) != always_shown.end();
    return essential || !is_empty(field) || (state.card.all_fields && field.access == FieldView::Access::editable) ||
           state.card.unsaved.contains(field.register_name) || state.card.errors.contains(field.register_name);
}

void set_value(ShellState& state, RecordRef record, FieldView const& field, std::vector<Value> values) {
    state.commands.push(app::SetField{record, {field.register_name, std::move(values)}});
}

void forget_draft(ShellState& state, RecordRef record, std::string const& name) {
    state.workspace.drop_draft(record, name);
    state.card.unsaved.erase(name);
    state.card.errors.erase(name);
}

void commit_text(ShellState& state, RecordRef record, FieldView const& field, std::string const& text) {
    auto const& name = field.register_name;
    if (auto const read = state.workspace.read_field(record.entity, {name, text}); !read) {
        state.card.errors[name] = describe(read.error());
        state.card.unsaved[name] = text;
        ui::announce(state.card.errors[name]);
        return;
    }
    state.card.errors.erase(name);
    state.card.unsaved.erase(name);
    // The draft goes only when the value is stored: what is refused, or waits for a job, is found again after a crash.
    state.commands.push(app::SetFieldText{record, name, text}, [&state, record, name](app::Outcome const&) { state.workspace.drop_draft(record, name); },
                        [&state, name, text] { state.card.unsaved[name] = text; });
}

ui::TextKind text_kind(FieldKind kind) {
    switch (kind) {
        case FieldKind::multiline: return ui::TextKind::multiline;
        case FieldKind::phone: return ui::TextKind::phone;
        case FieldKind::email: return ui::TextKind::email;
        case FieldKind::number: return ui::TextKind::number;
        case FieldKind::money: return ui::TextKind::money;  // with its currency: "300 EUR" is taken as well
        case FieldKind::date: return ui::TextKind::date;
        default: return ui::TextKind::text;
    }
}

void edit_text(ShellState& state, RecordRef record, FieldView const& field) {
    auto const& name = field.register_name;
    auto const error = state.card.errors.find(name);
    bool const refused = error != state.card.errors.end();
    ui::TextFieldOptions options{.kind = text_kind(field.kind), .look = ui::FieldLook::read_inline, .placeholder = "—", .rows = 1,
                                 .max_length = field.kind == FieldKind::multiline ? 100'000 : 1'000, .id = name};
    if (refused) options.error = error->second, options.refused = state.card.unsaved[name];
    auto const edit = ui::text_field(field.label, field.text, options);
    if (edit.edit == ui::Edit::drafting) state.workspace.keep_draft(record, name, edit.text);
    bool const as_stored = edit.committed() && edit.text == field.text;
    bool const left_as_it_was = edit.edit == ui::Edit::cancelled && !state.card.unsaved.contains(name);
    if ((edit.escaped && refused) || as_stored || left_as_it_was) return forget_draft(state, record, name);
    if (edit.committed()) commit_text(state, record, field, edit.text);
}

void edit_number(ShellState& state, RecordRef record, FieldView const& field) {
    std::optional<int64_t> number;
    if (!field.values.empty())
        if (auto const* value = std::get_if<int64_t>(&field.values[0])) number = *value;
    auto const edit = ui::number_field(field.label, number,
                                       {.look = ui::FieldLook::read_inline, .placeholder = "—", .id = field.register_name});
    if (edit.committed()) set_value(state, record, field, {edit.value ? Value{*edit.value} : Value{Null{}}});
}

void edit_date(ShellState& state, RecordRef record, FieldView const& field) {
    std::string stored;
    if (!field.values.empty())
        if (auto const* value = std::get_if<std::string>(&field.values[0])) stored = *value;
    if (stored.starts_with("--")) return edit_text(state, record, field);  // a birthday of an unknown year
    auto const edit = ui::date_field(field.label, stored, ui::DateKind::date,
                                     {.look = ui::FieldLook::read_inline, .placeholder = "—", .id = field.register_name});
    if (edit.committed()) set_value(state, record, field, {edit.value.empty() ? Value{Null{}} : Value{edit.value}});
}

void edit_choice(ShellState& state, RecordRef record, FieldView const& field) {
    std::vector<ui::SelectOption> options;
    int index = -1;
    for (size_t i = 0; i < field.choices.size(); ++i) {
        auto const& choice = field.choices[i];
        options.push_back({choice.text});
        if (!field.values.empty() && field.values[0] == Value{choice.id}) index = int(i);
    }
    bool const managers = field.register_name == "manager_id";
    if (managers) options.push_back({tr("New manager…")});
    if (!ui::select(field.label, options, index, {.placeholder = "—", .clearable = true, .id = field.register_name, .inline_look = true}))
        return;
    if (managers && index == int(options.size()) - 1) state.card.adding_manager = true;
    else set_value(state, record, field, {index < 0 ? Value{Null{}} : Value{field.choices[size_t(index)].id}});
}

void edit_flag(ShellState& state, RecordRef record, FieldView const& field) {
    bool on = !is_empty(field);
    if (ui::checkbox(field.label, on)) set_value(state, record, field, {int64_t{on ? 1 : 0}});
}

void read_value(ShellState& state, FieldView const& field) {
    if (field.kind == FieldKind::record && field.target) {
        ui::text(field.label, ui::TextStyle::small, ui::Token::text2);
        if (ui::text_button(field.text, ui::LinkLook::accent, ui::Icon::none)) state.open_card(*field.target);
        return;
    }
    ui::read_only(field.label, field.text.empty() ? "—" : field.text);
}

// A draft that outlived the tab it was typed in: taken over or dropped by choice, never by itself.
void unsaved_draft(ShellState& state, RecordRef record, FieldView const& field) {
    auto const found = state.card.unsaved.find(field.register_name);
    if (found == state.card.unsaved.end() || state.card.errors.contains(field.register_name)) return;  // refused: it stands in the field
    std::string const draft = found->second;
    if (draft == field.text) return forget_draft(state, record, field.register_name);  // it was stored after all
    ui::paragraph(trf("Not saved: “{0}”", {draft}), ui::TextStyle::small, ui::Token::warning);
    ui::Row row({.gap_px = 12});
    ui::Scope scope("unsaved:" + field.register_name);
    if (ui::text_button(tr("Use it"))) commit_text(state, record, field, draft);
    if (ui::text_button(tr("Discard"), ui::LinkLook::quiet)) forget_draft(state, record, field.register_name);
}

void edit_field(ShellState& state, RecordRef record, FieldView const& field) {
    if (field.access == FieldView::Access::read_only) return read_value(state, field);
    switch (field.kind) {
        case FieldKind::number: edit_number(state, record, field); break;
        case FieldKind::date: edit_date(state, record, field); break;
        case FieldKind::choice: edit_choice(state, record, field); break;
        case FieldKind::flag: edit_flag(state, record, field); break;
        case FieldKind::record: read_value(state, field); break;
        default: edit_text(state, record, field); break;
    }
    unsaved_draft(state, record, field);
}

void score_section(app::RecordView const& card) {
    if (card.score_lines.empty()) return;
    ui::gap(16);
    ui::section(tr("Score"));
    ui::gap(below_section_px);
    ui::Rect const at = ui::place(0, 28);
    ui::next_rect({at.x, at.y, 28, 28});
    ui::score_ring(card.score, 28);
    ui::draw_text({at.x + 38, at.y, at.w - 38, 28}, trf("{0} of 100", {std::to_string(card.score)}), ui::TextStyle::body_medium,
                  ui::color(ui::Token::text1));
    for (auto const& line : card.score_lines) ui::paragraph(line, ui::TextStyle::small);
}

}  // namespace

void card_fields(ShellState& state, app::RecordView const& card, ui::Rect area) {
    float const pad = ui::is_phone() ? 16.f : 24.f;
    ui::Group group(ui::Role::form, tr("Fields"), {.rect = area});
    ui::Scroll scroll("fields", {.rect = area, .pad = {pad, 20, pad, 32}, .gap_px = 3});
    int hidden = 0;
    bool first = true;
    for (auto const& section : card.sections) {
        bool const any = std::any_of(section.fields.begin(), section.fields.end(),
                                     [&](FieldView const& field) { return is_shown(state, field); });
        for (auto const& field : section.fields)
            if (!is_shown(state, field) && field.access == FieldView::Access::editable && field.register_name != "title" &&
                field.register_name != "name")
                ++hidden;
        if (any) {
            if (!first) ui::gap(16);
            ui::section(section.title);
            ui::gap(below_section_px);
            for (auto const& field : section.fields)
                if (is_shown(state, field)) edit_field(state, card.record, field);
        }
        if (first) {
            if (card.record.entity != Entity::deal) card_channels(state, card);
            card_tags(state, card);
        }
        first = false;
    }
    if (hidden > 0) {
        ui::gap(4);
        if (ui::text_button(trn("Show {0} empty field", "Show {0} empty fields", hidden), ui::LinkLook::quiet, ui::Icon::chevron_down))
            state.card.all_fields = true;
    } else if (state.card.all_fields) {
        ui::gap(4);
        if (ui::text_button(tr("Hide empty fields"), ui::LinkLook::quiet, ui::Icon::chevron_up)) state.card.all_fields = false;
    }
    score_section(card);
}

void manager_dialog(ShellState& state) {
    if (!state.card.adding_manager) return;
    bool close = false, add = false;
    {
        ui::Dialog dialog(tr("New manager"), {.width_px = 380});
        auto const edit = ui::text_field(tr("Manager's name"), state.card.new_manager, {.autofocus = true, .max_length = 200});
        if (edit.changed()) state.card.new_manager = edit.text;
        add = edit.end == ui::EditEnd::enter;
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        if (ui::primary_button(tr("Add"))) add = true;
    }
    if (add && !state.card.new_manager.empty()) {
        auto const record = state.location.card;
        state.commands.push(app::AddManager{state.card.new_manager}, [&state, record](app::Outcome const& outcome) {
            if (record && outcome.made) state.commands.push(app::SetField{*record, {"manager_id", {outcome.made->id}}});
        });
        close = true;
    }
    if (!close) return;
    state.card.adding_manager = false;
    state.card.new_manager.clear();
}

}  // namespace leadkeep::views
