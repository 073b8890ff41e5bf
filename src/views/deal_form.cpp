#include "views/deal_form.h"

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"
#include "views/shown_board.h"

namespace leadkeep::views {
namespace {

void field(ShellState& state, std::string_view name, TakeFocus focus = TakeFocus::no) {
    auto& form = *state.deal;
    if (auto const* found = find_field(form.sections, name)) form_field(state.workspace, *found, form.form, focus);
}

void body(ShellState& state) {
    field(state, "title", state.deal->first_frame ? TakeFocus::yes : TakeFocus::no);
    {
        ui::Grid grid;
        field(state, "amount");
        stage_field(state.workspace, app::Board::deals, state.deal->stage);
        field(state, "close_date");
        field(state, "probability_percent");
        field(state, "source_id");
        field(state, "manager_id");
    }
    field(state, "comments");
    state.deal->first_frame = false;
}

}  // namespace

void open_deal_form(ShellState& state) {
    DealForm form;
    form.sections = state.workspace.blank_form(Entity::deal);
    for (auto& field : filtered_fields(state, app::Board::deals)) form.form.values[field.register_name] = std::move(field.values);
    state.deal = std::move(form);
    ui::request_frame();
}

void deal_form(ShellState& state) {
    if (!state.deal) return;
    bool close = false, add = false;
    {
        ui::Dialog dialog(tr("New deal"), {.width_px = 560});
        body(state);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        add = ui::button(tr("Add deal"), {.kind = ui::ButtonKind::primary, .keys = "Ctrl+Enter"}) && !ui::led_to_unreadable();
    }
    if (add && check_form(state.workspace, Entity::deal, state.deal->form) == FormCheck::fine)
        state.commands.push(app::AddDeal{chosen_fields(state.deal->form), state.deal->stage, typed_fields(state.deal->form)},
                            [&state](app::Outcome const& outcome) {
                                state.deal.reset();
                                tell_if_hidden(state, outcome);
                            });
    if (close) state.deal.reset();
}

}  // namespace leadkeep::views
