// Moving cards; a stage that means failure asks first why.
#pragma once

#include <optional>
#include <string>

#include "app/commands.h"

namespace leadkeep::views {

struct ShellState;

// Why something was lost, as it is being chosen.
struct LossAnswer {
    int reason = -1;  // of the workspace's loss reasons
    std::string note;
};
struct LossQuestion {
    app::MoveCards move;
    LossAnswer answer = {};
};

// Moves, or opens the question where the stage needs a reason: one for all that come into it.
void move_cards(ShellState& state, app::MoveCards move);
// The two fields that ask for it, in a dialog.
void loss_fields(ShellState& state, LossAnswer& answer);
std::optional<LossReasonId> chosen_reason(ShellState& state, LossAnswer const& answer);
void loss_dialog(ShellState& state);

}  // namespace leadkeep::views
