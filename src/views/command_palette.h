// Ctrl+K: every record by a word of it, every page and action by its name.
#pragma once

#include <string>
#include <string_view>
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

// With a text already typed: what is looked for on a board is looked for everywhere.
void open_command_palette(ShellState& state, std::string_view typed = {});
void command_palette(ShellState& state);

}  // namespace leadkeep::views
