// Settings: General (language, theme, mode, me), Data (import, export), Storage, Devices, Conflicts, Trash, About.
#pragma once

#include <string>

#include "ui/geometry.h"
#include "views/column_state.h"

namespace leadkeep::views {

struct ShellState;

void settings_view(ShellState& state, ui::Rect area);
void general_settings(ShellState& state);
void data_settings(ShellState& state);
void devices_settings(ShellState& state);
void conflicts_settings(ShellState& state);
std::string conflicts_label(ShellState& state);  // with their number where there are any
void trash_settings(ShellState& state);
void about_settings(ShellState& state);

// The next field is as wide as what goes into it; on a phone all the way across.
void next_setting_width();

// Keeps what this device prefers ("language": "", en, ru; "theme": "", light, dark; "cards": "", compact) and shows it.
void prefer(ShellState& state, char const* key, char const* value);
void prefer_density(ShellState& state, Density density);
void prefer_look(ShellState& state, BoardLook look);
// Everything as this device prefers it; also at the start.
void apply_preferences(ShellState& state);

}  // namespace leadkeep::views
