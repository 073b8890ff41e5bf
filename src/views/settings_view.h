// Settings: General (language, theme, mode, me), Data (import, export), Storage, Trash, About.
#pragma once

#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

void settings_view(ShellState& state, ui::Rect area);
void general_settings(ShellState& state);
void data_settings(ShellState& state);
void trash_settings(ShellState& state);
void about_settings(ShellState& state);

// Language and theme as this device prefers them; also at the start.
void apply_preferences(ShellState& state);

}  // namespace leadkeep::views
