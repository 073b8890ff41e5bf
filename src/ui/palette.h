// A line of text over the screen that narrows a list below it: arrows choose, Enter takes, Escape, a press
// outside or (on a phone, where it covers the screen) a cross closes.
// The command palette is made of it. The keyboard stays in the field all the while.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ui/icons.h"

namespace leadkeep::ui {

struct PaletteRow {
    std::string label;
    std::string detail = {};         // quiet, behind the label
    Icon icon = Icon::none;
    std::string_view keys = {};      // the chord that does the same
    std::string_view group = {};     // a heading stands above the first row of each
};
struct PaletteState {
    std::string text;
    int chosen = 0;
};
enum class PaletteEnd : uint8_t { open, dismissed, taken };
struct PaletteOptions {
    std::string_view placeholder;
    std::string_view nothing_found;  // stands in place of the rows
};
// Shown while it is called each frame, with the rows for state.text. `taken`: the row state.chosen.
PaletteEnd palette(std::string_view name, PaletteState& state, std::span<PaletteRow const> rows, PaletteOptions const& options);

}  // namespace leadkeep::ui
