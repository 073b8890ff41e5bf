// How a file is read and what its rows become: the choices above the table of columns.
#pragma once

#include "app/import_plan.h"

namespace leadkeep::views {

struct ShellState;

void file_choices(ShellState& state);
// Plans anew with other choices; the dialog shows the outcome in the next frame.
void plan_again(ShellState& state, app::ImportChoices choices);

}  // namespace leadkeep::views
