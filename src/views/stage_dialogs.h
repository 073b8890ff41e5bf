// The dialogs of a board's stages: a new one, and where the cards of a deleted one go.
#pragma once

#include "app/snapshots.h"

namespace leadkeep::views {

struct ShellState;

void open_stage_form(ShellState& state, app::BoardView const& board, size_t after_column);
// At once where no card stands in it, else after the question where they go; a refusal is told.
void delete_stage(ShellState& state, app::Board board, StageId stage);
void stage_dialogs(ShellState& state);

}  // namespace leadkeep::views
