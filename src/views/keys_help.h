// The list of keys, opened by "?".
#pragma once

namespace leadkeep::views {

struct ShellState;

void keys_help(ShellState& state);

}  // namespace leadkeep::views
