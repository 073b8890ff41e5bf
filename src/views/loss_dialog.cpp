#include "views/loss_dialog.h"

#include <algorithm>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {

void move_cards(ShellState& state, app::MoveCards move) {
    // Within its column a card needs no new reason.
    bool const stays = std::all_of(move.cards.begin(), move.cards.end(),
                                   [&](RecordRef card) { return state.workspace.card_face(card).stage == move.to; });
    if (!move.loss_reason && !stays && state.workspace.needs_loss_reason(move.to))
        state.loss = LossQuestion{std::move(move)};
    else
        state.commands.push(std::move(move));
    ui::request_frame();
}

void loss_fields(ShellState& state, LossAnswer& answer) {
    std::vector<ui::SelectOption> options;
    for (auto const& one : state.workspace.choices().loss_reasons) options.push_back({one.text});
    ui::select(tr("Reason"), options, answer.reason, {.placeholder = tr("Not chosen")});
    if (auto const edit = ui::text_field(tr("Note"), answer.note, {.kind = ui::TextKind::multiline, .rows = 2}); edit.changed())
        answer.note = edit.text;
}

std::optional<LossReasonId> chosen_reason(ShellState& state, LossAnswer const& answer) {
    auto const& reasons = state.workspace.choices().loss_reasons;
    if (answer.reason < 0 || answer.reason >= int(reasons.size())) return std::nullopt;
    return LossReasonId{reasons[size_t(answer.reason)].id};
}

void loss_dialog(ShellState& state) {
    if (!state.loss) return;
    auto& question = *state.loss;
    bool close = false, confirmed = false;
    {
        ui::Dialog dialog(tr("Why was it lost?"), {.width_px = 420});
        ui::paragraph(tr("The reason is kept with the card and counted in reports."));
        loss_fields(state, question.answer);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        bool const chosen = question.answer.reason >= 0;
        confirmed = ui::button(tr("Move"), {.kind = ui::ButtonKind::primary, .enabled = chosen,
                                            .description = chosen ? "" : tr("Choose a reason first.")});
    }
    if (auto const reason = chosen_reason(state, question.answer); confirmed && reason) {
        question.move.loss_reason = reason;
        question.move.loss_note = question.answer.note;
        state.commands.push(question.move);
        close = true;
    }
    if (close) state.loss.reset();
}

}  // namespace leadkeep::views
