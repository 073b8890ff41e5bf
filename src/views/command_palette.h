// Ctrl+K: every record by a word of it, every page and action by its name.
#pragma once

namespace leadkeep::views {

struct ShellState;

void open_command_palette(ShellState& state);
void command_palette(ShellState& state);

}  // namespace leadkeep::views
