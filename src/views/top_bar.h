// The bar above a screen: its name and what it sums up to, the search, the one main action.
#pragma once

#include <cstdint>

#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;
enum class Page : uint8_t;

// What the screen is called: "Leads".
char const* page_title(Page page);
void top_bar(ShellState& state, ui::Rect rect);
// Puts the keyboard into the search.
void focus_search(ShellState& state);

}  // namespace leadkeep::views
