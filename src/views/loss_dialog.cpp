#include "views/loss_dialog.h"

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {

void move_card(ShellState& state, app::MoveCard move) {
    // Within its column a card needs no new reason.
    bool const stays = state.workspace.card_face(move.card).stage == move.to;
    if (!move.loss_reason && !stays && state.workspace.needs_loss_reason(move.to))
        state.loss = LossQuestion{std::move(move), -1, {}};
    else
        state.commands.push(std::move(move));
    ui::request_frame();
}

void loss_dialog(ShellState& state) {
    if (!state.loss) return;
    auto& question = *state.loss;
    auto const& reasons = state.workspace.choices().loss_reasons;
    bool close = false, confirmed = false;
    {
        ui::Dialog dialog(tr("Why was it lost?"), {.width_px = 420});
        ui::paragraph(tr("The reason is kept with the card and counted in reports."));
        std::vector<ui::SelectOption> options;
        for (auto const& one : reasons) options.push_back({one.text});
        ui::select(tr("Reason"), options, question.reason, {.placeholder = tr("Not chosen")});
        if (auto const edit = ui::text_field(tr("Note"), question.note, {.kind = ui::TextKind::multiline, .rows = 2}); edit.changed())
            question.note = edit.text;
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        confirmed = ui::button(tr("Move"), {.kind = ui::ButtonKind::primary, .enabled = question.reason >= 0,
                                            .description = question.reason >= 0 ? "" : tr("Choose a reason first.")});
    }
    if (confirmed && question.reason >= 0 && question.reason < int(reasons.size())) {
        question.move.loss_reason = LossReasonId{reasons[size_t(question.reason)].id};
        question.move.loss_note = question.note;
        state.commands.push(question.move);
        close = true;
    }
    if (close) state.loss.reset();
}

}  // namespace leadkeep::views
