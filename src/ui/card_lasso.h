// The gestures behind card_selection.h: what presses, keys and the rectangle ask for. Only src/ui includes it.
#pragma once

#include <string_view>

#include "ui/card_list.h"
#include "ui/card_selection.h"
#include "ui/context.h"

namespace leadkeep::ui {

// A press on ground that became a drag; false: no rectangle is drawn there.
bool begin_lasso(uint32_t ground);
bool end_lasso();                // false: none was drawn
void advance_lasso();            // once a frame before the screen: Escape, scrolling at the edges

void pick(CardPick one);
void pick_toggle(std::string_view list, CardPlace place);
// From the anchor to here, within the list; without an anchor there, from `from`.
void pick_range(std::string_view list, CardPlace from, int to_index);
void pick_list(std::string_view list, int count);
// The keys of the list whose card has the keyboard: Ctrl+A, Ctrl+Space.
void choosing_keys(std::string_view list, int count);

}  // namespace leadkeep::ui
