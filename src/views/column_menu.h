// A column's own controls in its head: the name, which two presses make editable, and the menu "⋯".
#pragma once

#include "app/snapshots.h"
#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

// The name as text, or as the field in which it is typed anew. `line` is the name's own line, `field` the room for typing.
void column_name(ShellState& state, app::StageView const& stage, app::Board board, ui::Rect line, ui::Rect field);
bool renaming_column(ShellState const& state, StageId stage);
void column_menu(ShellState& state, app::BoardView const& board, size_t index, ui::Rect button);

}  // namespace leadkeep::views
