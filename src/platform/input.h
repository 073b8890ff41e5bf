// What the person does, in order: pointer, wheel, keys, and what happens to nodes of the semantics mirror (a screen
// reader's press, typing in a real <input>). The interface takes all of it at the start of a frame.
// Limits: one pointer at a time (the primary one); coordinates are CSS pixels of the window.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace leadkeep::platform {

enum class InputKind : uint8_t {
    pointer_move, pointer_down, pointer_up, pointer_cancel, pointer_leave, wheel,
    key_down,
    node_press,                                        // assistive technology or a script clicked a node
    node_scroll,                                       // a node was scrolled by the browser; dx, dy: the new offsets
    text_focus, text_draft, text_enter, text_leave, text_cancel,  // of the field `node`
    focus_in, focus_out,                               // the page got or lost the keyboard
};
enum class PointerKind : uint8_t { mouse, touch, pen };

struct InputEvent {
    InputKind kind = InputKind::pointer_move;
    PointerKind pointer = PointerKind::mouse;
    uint8_t button = 0;                                // 0 primary, 2 secondary
    bool shift = false, ctrl = false, alt = false;     // ctrl: ⌘ on a Mac
    bool repeat = false;
    float x = 0, y = 0, dx = 0, dy = 0;
    double at_ms = 0;                                  // monotonic
    uint32_t node = 0;
    uint32_t edit_revision = 0;                        // counts a field's drafts, see semantics_mirror.h
    std::string key;   // "k", "Enter", "ArrowDown": the Latin letter whatever the layout, else the key's own text
    std::string text;  // of a draft
};

std::vector<InputEvent> take_input();
// Asked while a key goes down: true takes it from the browser. Must be quick.
void set_key_filter(std::function<bool(InputEvent const& key)> wants);

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
void push_input(InputEvent event);
}  // namespace leadkeep::platform::headless
