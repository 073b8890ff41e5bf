// The switch between Classic and Simple. With open leads the switch to Simple asks what becomes of them, and names them.
#pragma once

#include <cstdint>

#include "app/commands.h"
#include "app/snapshots.h"

namespace leadkeep::views {

struct ShellState;

struct ModeQuestion {
    app::OpenLeadsPreview preview;
    // A merge brought Simple mode from another device: then the question comes after the fact.
    enum class Cause : uint8_t { person, merge } cause = Cause::person;
};

void switch_mode(ShellState& state, app::Mode mode);
// After a merge that set the mode to Simple while leads were open here.
void ask_after_merged_mode(ShellState& state);
void mode_dialog(ShellState& state);

}  // namespace leadkeep::views
