// The life of a lifted card: begun by drag, long press or Space, followed by pointer or arrows, dropped or put back.
// Only src/ui includes it.
#pragma once

#include <string_view>

#include "ui/card_list.h"
#include "ui/context.h"

namespace leadkeep::ui {

struct LiftStart {
    uint32_t card = 0;
    std::string_view key, title, list_key;
    int index = 0;                 // in the screen's own list
    int chosen_before = 0;         // of those that come along, above it in its list
    int cards = 1;                 // that come along, itself included
    Rect rect;
    bool by_keyboard = false;
};
void begin_lift(LiftStart const& start);
// Each list calls it with what it has room for: claims the card when the pointer is over it. `top` is the first item's y.
void follow_lift(uint32_t list_id, std::string_view list_key, CardListOptions const& options, int rest, float top);
// Where the lifted card is drawn.
Rect lifted_rect();
// Once a frame before the screen: keys, the drop, scrolling at the edges.
void advance_lift();
// What is dragged near an edge scrolls the list, and the board, under the pointer.
void scroll_at_edges();
// 0: the card is where it was let go … 1: it lies in its place, or never was in the air.
float settled_share(uint32_t card, bool chosen);
// Turns what was drawn since that vertex by a share of the look's angle, around a physical point.
void gfx_rotate(int first_vertex, Point center_px, float share);

}  // namespace leadkeep::ui
