// The life of a lifted card: begun by drag, long press or Space, followed by pointer or arrows, dropped or put back.
// Only src/ui includes it.
#pragma once

#include <string_view>

#include "ui/card_list.h"
#include "ui/context.h"

namespace leadkeep::ui {

void begin_lift(uint32_t card, std::string_view key, std::string_view title, std::string_view list_key, int index, Rect rect, bool by_keyboard);
// Each list calls it with what it has room for: claims the card when the pointer is over it. `top` is the first item's y.
void follow_lift(uint32_t list_id, std::string_view list_key, CardListOptions const& options, int rest, float top);
// Where the lifted card is drawn.
Rect lifted_rect();
// Once a frame before the screen: keys, the drop, scrolling at the edges.
void advance_lift();
// Turns what was drawn since that vertex by the look's angle, around a physical point.
void gfx_rotate(int first_vertex, Point center_px);

}  // namespace leadkeep::ui
