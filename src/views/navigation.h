// Where one can go: the column at the left with the state of saving at its foot; on a phone the bar at the bottom.
#pragma once

#include <cstdint>
#include <string>

#include "ui/geometry.h"
#include "views/shell_state.h"

namespace leadkeep::views {

void side_navigation(ShellState& state, ui::Rect rect);
void bottom_navigation(ShellState& state, ui::Rect rect);

// "Saved · offline" with its dot, `brief` without the network; the sentence of a failure is the banner's matter.
enum class SavingLook : uint8_t { full, brief };
void saving_line(ShellState& state, SavingLook look = SavingLook::full);
std::string saving_text(ShellState& state, SavingLook look);

}  // namespace leadkeep::views
