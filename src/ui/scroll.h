// The motion of scrolling parts: wheel, fling, reveal. Only src/ui includes it.
#pragma once

#include "ui/context.h"

namespace leadkeep::ui {

void advance_scrolls();                                        // once at the start of a frame
bool scroll_by(uint32_t id, float delta_px, bool smooth);      // false: it cannot move that way
void fling(uint32_t id, float velocity_px_per_ms);             // as a finger leaves; a paged scroll goes on by at most one page
void glide_to(uint32_t id, float offset_px);                   // eased, within 200 ms
void turn_page(uint32_t id, int pages);                        // of a paged scroll, from where it rests or goes to
void reveal_in_scrolls(Rect const& rect);                      // in all that are open now
void set_scroll(uint32_t id, float offset_px);
// For CardList, which keeps its own content: opens the node and the clip, returns the offset.
float open_scroll(uint32_t id, Rect rect, ScrollAxis axis, float content_px);
void close_scroll(uint32_t id, Rect rect, ScrollAxis axis, float content_px);

}  // namespace leadkeep::ui
