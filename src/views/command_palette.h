// Ctrl+K: every record by a word of it, every page and action by its name.
#pragma once

#include <string>
#include <vector>

#include "app/snapshots.h"
#include "ui/palette.h"

namespace leadkeep::views {

struct ShellState;

struct CommandPalette {
    ui::PaletteState line;
    std::string found_for;             // searched once a text, not once a frame
    std::vector<app::ListRow> found;
};

void open_command_palette(ShellState& state);
void command_palette(ShellState& state);

}  // namespace leadkeep::views
