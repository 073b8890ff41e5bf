// Moving a card; a stage that means failure asks first why.
#pragma once

#include "app/commands.h"

namespace leadkeep::views {

struct ShellState;

struct LossQuestion {
    app::MoveCard move;
    int reason = -1;
    std::string note;
};

// Moves, or opens the question where the stage needs a reason.
void move_card(ShellState& state, app::MoveCard move);
void loss_dialog(ShellState& state);

}  // namespace leadkeep::views
