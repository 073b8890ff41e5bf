#include "views/enquiry_form.h"

#include <array>
#include <string_view>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"
#include "views/shown_board.h"

namespace leadkeep::views {
namespace {

// In the form's upper part; and what no new enquiry could have yet.
constexpr std::array<std::string_view, 14> elsewhere{"title",          "comments",  "amount",          "source_id",        "first_name", "last_name",  "company_name",
                                                     "manager_id",     "loss_reason_id", "loss_note", "postponed_until", "postponed_reason", "repeat", "external_id"};

void field(ShellState& state, std::string_view name, TakeFocus focus = TakeFocus::no) {
    auto& form = *state.enquiry;
    if (auto const* found = find_field(form.sections, name)) form_field(state.workspace, *found, form.form, focus);
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
    channel_fields(form.channels);
    {
        ui::Grid grid;
        field(state, "source_id");
        field(state, "manager_id");
        stage_field(state.workspace, state.simple() ? app::Board::deals : app::Board::leads, form.stage);
        tags_field(state.workspace, form.tags);
    }
    field(state, "comments");
    more_fields(state.workspace, form.sections, elsewhere, form.form, form.all_fields);
    form.first_frame = false;
}

}  // namespace

char const* new_enquiry_label(ShellState const& state) { return state.simple() ? tr("New enquiry") : tr("New lead"); }

void open_enquiry_form(ShellState& state) {
    EnquiryForm form;
    form.sections = state.workspace.blank_form(Entity::lead);
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
