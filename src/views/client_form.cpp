#include "views/client_form.h"

#include <array>
#include <string_view>

#include "base/i18n.h"
#include "base/name_fold.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

// In the form's upper part; and what comes with an import only.
constexpr std::array<std::string_view, 9> elsewhere{"first_name", "last_name", "job_title",  "name",       "industry",
                                                    "source_id",  "manager_id", "comments", "external_id"};

void field(ShellState& state, std::string_view name, TakeFocus focus = TakeFocus::no) {
    auto& form = *state.client;
    if (auto const* found = find_field(form.sections, name)) form_field(state.workspace, *found, form.form, focus);
}

bool is_nameless_company(ClientForm const& form) {
    auto const name = form.form.texts.find("name");
    return form.entity == Entity::company && (name == form.form.texts.end() || trim_text(name->second).empty());
}

void add_client(ShellState& state) {
    auto& form = *state.client;
    if (is_nameless_company(form)) {
        form.form.errors["name"] = tr("Type the company's name first.");
        form.form.leads_to_error = true;
        return;
    }
    if (check_form(state.workspace, form.entity, form.form) == FormCheck::has_errors) {
        form.all_fields = true;  // so that the reason is in sight
        return;
    }
    app::AddClient command{form.entity, chosen_fields(form.form), typed_fields(form.form), form.channels, form.tags, form.company_name};
    state.commands.push(std::move(command), [&state](app::Outcome const& outcome) {
        state.client.reset();
        if (!outcome.made) return;
        if (Page const page = page_of(outcome.made->entity); state.location.page != page) state.open_page(page);
    });
}

void who(ShellState& state) {
    auto& form = *state.client;
    ui::Grid grid;
    TakeFocus const first = form.first_frame ? TakeFocus::yes : TakeFocus::no;
    if (form.entity == Entity::company) {
        field(state, "name", first);
        field(state, "industry");
        return;
    }
    field(state, "first_name", first);
    field(state, "last_name");
    if (auto const edit = ui::text_field(tr("Company"), form.company_name, {.max_length = 1000, .id = "company"}); edit.changed())
        form.company_name = edit.text;
    field(state, "job_title");
}

void body(ShellState& state) {
    auto& form = *state.client;
    who(state);
    channel_fields(form.channels);
    {
        ui::Grid grid;
        field(state, "source_id");
        field(state, "manager_id");
    }
    tags_field(state.workspace, form.tags);
    field(state, "comments");
    more_fields(state.workspace, form.sections, elsewhere, form.form, form.all_fields);
    form.first_frame = false;
}

}  // namespace

char const* new_client_label(Entity entity) { return entity == Entity::company ? tr("New company") : tr("New contact"); }

void open_client_form(ShellState& state, Entity entity) {
    ClientForm form;
    form.entity = entity;
    form.sections = state.workspace.blank_form(entity);
    state.client = std::move(form);
    ui::request_frame();
}

void client_form(ShellState& state) {
    if (!state.client) return;
    bool close = false, add = false;
    {
        ui::Dialog dialog(new_client_label(state.client->entity), {.width_px = 640});
        body(state);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        add = ui::button(state.client->entity == Entity::company ? tr("Add company") : tr("Add contact"),
                         {.kind = ui::ButtonKind::primary, .keys = "Ctrl+Enter"}) &&
              !ui::led_to_unreadable();
    }
    if (add) add_client(state);
    if (close) state.client.reset();
}

}  // namespace leadkeep::views
