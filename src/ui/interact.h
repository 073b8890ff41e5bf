// How a widget meets the person: it takes its place, calls interact(), records its node, then paints. Pointer, keyboard,
// screen reader and tests all end in the same `pressed`.
// Limits: what is under the pointer is decided by the last frame's rectangles, so a press meets what was seen.
#pragma once

#include <optional>

#include "ui/context.h"

namespace leadkeep::ui {

struct Response {
    uint32_t id = 0;
    Rect rect;
    bool hovered = false, held = false, pressed = false, focused = false;  // focused: by keyboard, show a ring
    bool context = false;                                                  // secondary button
};
struct InteractOptions {
    bool enabled = true;
    bool focusable = true;
    bool entry = false;           // of its keyboard group
    bool typed = false;
    Lift lift = Lift::no;
    platform::Cursor cursor = platform::Cursor::pointer;
    float grow_px = 0;            // larger for fingers than it looks
};
// Uses and records the rectangle; call after record() with the node's id.
Response interact(uint32_t id, Rect rect, InteractOptions const& options = {});
// Ground that lets nothing through to what lies below.
void ground(Rect rect, uint32_t id = 0);
// Members of a group share one Tab stop.
class KeyGroup {
public:
    KeyGroup(uint32_t id, Arrows arrows);
    ~KeyGroup();
    KeyGroup(KeyGroup const&) = delete;
    KeyGroup& operator=(KeyGroup const&) = delete;
};
void focus_ring(Rect rect, float radius_px);
void set_focus(uint32_t id, bool visible);
// Where arrows up and down, pages, Home and End lead from the item `from` of `count`; nothing when none of them was pressed.
std::optional<int> take_step(int from, int count, int page);
// True once, when the focused widget `id` (0: any) was given that key in this frame.
bool take_key(std::string_view key, uint32_t id = 0);

// ---- the frame's side, called by app_frame.cpp
void take_events();               // applies events up to the next that means something; more stay queued
bool events_pending();
void find_hot();
void finish_keys();               // Tab and arrows nobody took, after the screen was drawn
bool wants_key(platform::InputEvent const& key);
// Among the stops; of a widget that is gone, where it was.
size_t place_of_focus();
bool behind_modal(uint32_t id);

}  // namespace leadkeep::ui
