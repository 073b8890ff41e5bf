#include "views/enquiry_form.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/labels.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/channel_names.h"
#include "views/shell_state.h"
#include "views/shown_board.h"

namespace leadkeep::views {
namespace {

constexpr std::array<std::string_view, 6> beside_title{"amount", "source_id", "first_name", "last_name", "company_name", "manager_id"};
// Nothing that a new enquiry could have yet.
constexpr std::array<std::string_view, 6> never_new{"loss_reason_id", "loss_note", "postponed_until", "postponed_reason", "repeat", "external_id"};

template <size_t n>
bool is_in(std::array<std::string_view, n> const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void field(ShellState& state, std::string_view name, TakeFocus focus = TakeFocus::no) {
    auto& form = *state.enquiry;
    if (auto const* found = find_field(form.sections, name)) form_field(state.workspace, *found, form.form, focus);
}

void channel_line(EnquiryForm& form, size_t index) {
    auto& channel = form.channels[index];
    ui::Scope scope("channel" + std::to_string(index));
    std::string const label = app::channel_kind_name(channel.kind);
    auto const edit = ui::text_field(label, channel.value,
                                     {.kind = channel.kind == "phone"   ? ui::TextKind::phone
                                              : channel.kind == "email" ? ui::TextKind::email
                                                                        : ui::TextKind::text,
                                      .max_length = 500});
    if (edit.changed()) channel.value = edit.text;
}

void channel_lines(EnquiryForm& form) {
    {
        ui::Grid grid;
        for (size_t i = 0; i < form.channels.size(); ++i) channel_line(form, i);
    }
    if (ui::text_button(tr("Another way to reach"), ui::LinkLook::quiet, ui::Icon::plus)) ui::open_popup("more-channels");
    if (ui::Menu menu("more-channels", tr("Another way to reach")); menu)
        for (auto const* kind : channel_kinds)
            if (ui::menu_item(app::channel_kind_name(kind))) form.channels.push_back({kind, "work", ""});
}

void all_other_fields(ShellState& state) {
    auto& form = *state.enquiry;
    for (auto const& section : form.sections) {
        std::vector<app::FieldView const*> rest;
        for (auto const& one : section.fields) {
            auto const& name = one.register_name;
            bool const elsewhere = name == "title" || name == "comments" || is_in(beside_title, name) || is_in(never_new, name);
            if (!elsewhere && one.access == app::FieldView::Access::editable && one.kind != app::FieldKind::record) rest.push_back(&one);
        }
        if (rest.empty()) continue;
        ui::gap(4);
        ui::section(section.title);
        ui::Grid grid;
        for (auto const* one : rest) form_field(state.workspace, *one, form.form);
    }
}

void stage_choice(ShellState& state) {
    auto& form = *state.enquiry;
    auto const& board = state.workspace.board(state.simple() ? app::Board::deals : app::Board::leads);
    std::vector<ui::SelectOption> options;
    std::vector<StageId> stages;
    int index = 0;
    for (auto const& column : board.columns) {
        if (column.stage.meaning != app::StageMeaning::progress) continue;
        if (form.stage == column.stage.id) index = int(stages.size());
        options.push_back({column.stage.name, {}, ui::Rgba::hex(column.stage.colour_rgb)});
        stages.push_back(column.stage.id);
    }
    if (ui::select(tr("Stage"), options, index) && index >= 0) form.stage = stages[size_t(index)];
}

void add_enquiry(ShellState& state) {
    auto& form = *state.enquiry;
    if (check_form(state.workspace, Entity::lead, form.form) == FormCheck::has_errors) {
        form.all_fields = true;  // so that the reason is in sight
        return;
    }
    app::AddEnquiry command;
    command.fields = chosen_fields(form.form);
    command.texts = typed_fields(form.form);
    command.tags = form.tags;
    command.stage = form.stage;
    for (auto const& channel : form.channels)
        if (!channel.value.empty()) command.channels.push_back(channel);
    state.commands.push(std::move(command), [&state](app::Outcome const& outcome) {
        state.enquiry.reset();
        if (!outcome.made) return;
        Page const page = page_of(outcome.made->entity);
        if (state.location.page != page) state.open_page(page);
        tell_if_hidden(state, outcome);
    });
}

void body(ShellState& state) {
    auto& form = *state.enquiry;
    field(state, "title", form.first_frame ? TakeFocus::yes : TakeFocus::no);
    {
        ui::Grid grid;
        field(state, "first_name");
        field(state, "last_name");
        field(state, "company_name");
        field(state, "amount");
    }
    channel_lines(form);
    {
        ui::Grid grid;
        field(state, "source_id");
        field(state, "manager_id");
        stage_choice(state);
        if (auto const edit = ui::tag_field(tr("Tags"), form.tags, {.known = state.workspace.known_tags(), .placeholder = tr("Add a tag")}); edit.changed)
            form.tags = edit.tags;
    }
    field(state, "comments");
    if (form.all_fields) all_other_fields(state);
    else if (ui::text_button(tr("More fields"), ui::LinkLook::accent, ui::Icon::chevron_down)) form.all_fields = true;
    form.first_frame = false;
}

}  // namespace

char const* new_enquiry_label(ShellState const& state) { return state.simple() ? tr("New enquiry") : tr("New lead"); }

void open_enquiry_form(ShellState& state) {
    EnquiryForm form;
    form.sections = state.workspace.blank_form(app::Board::leads);
    for (auto& field : filtered_fields(state, state.simple() ? app::Board::deals : app::Board::leads))
        form.form.values[field.register_name] = std::move(field.values);
    state.enquiry = std::move(form);
    ui::request_frame();
}

void enquiry_form(ShellState& state) {
    if (!state.enquiry) return;
    bool close = false, add = false;
    {
        ui::Dialog dialog(new_enquiry_label(state), {.width_px = 640});
        if (state.simple()) ui::paragraph(tr("It becomes a contact and a deal at once; a company too when you name one."));
        body(state);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        add = ui::button(state.simple() ? tr("Add enquiry") : tr("Add lead"), {.kind = ui::ButtonKind::primary, .keys = "Ctrl+Enter"}) &&
              !ui::led_to_unreadable();
    }
    if (add) add_enquiry(state);
    if (close) state.enquiry.reset();
}

}  // namespace leadkeep::views
