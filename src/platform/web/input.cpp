// The events that web/input.js and web/semantics.js hand over, kept until the next frame takes them.
#include "platform/input.h"

#include <emscripten.h>

#include <utility>

#include "platform/wake.h"

namespace leadkeep::platform {

namespace {
std::vector<InputEvent> pending;
std::function<bool(InputEvent const&)> key_filter;

enum Modifier { shift = 1, ctrl = 2, alt = 4 };

void set_modifiers(InputEvent& event, int modifiers) {
    event.shift = modifiers & shift;
    event.ctrl = modifiers & ctrl;
    event.alt = modifiers & alt;
}

void keep(InputEvent event) {
    // A run of moves says no more than its last one.
    bool const follows = event.kind == InputKind::pointer_move && !pending.empty() && pending.back().kind == InputKind::pointer_move;
    if (follows) pending.back() = std::move(event);
    else pending.push_back(std::move(event));
    request_frame();
}
}  // namespace

std::vector<InputEvent> take_input() { return std::exchange(pending, {}); }
void set_key_filter(std::function<bool(InputEvent const&)> wants) { key_filter = std::move(wants); }

}  // namespace leadkeep::platform

using leadkeep::platform::InputEvent;
using leadkeep::platform::InputKind;

extern "C" {

EMSCRIPTEN_KEEPALIVE void lk_input_pointer(int kind, int pointer, int button, int modifiers, float x, float y, float dx,
                                           float dy, double at_ms) {
    InputEvent event;
    event.kind = static_cast<InputKind>(kind);
    event.pointer = static_cast<leadkeep::platform::PointerKind>(pointer);
    event.button = static_cast<uint8_t>(button);
    leadkeep::platform::set_modifiers(event, modifiers);
    event.x = x, event.y = y, event.dx = dx, event.dy = dy;
    event.at_ms = at_ms;
    leadkeep::platform::keep(std::move(event));
}

// 1 when the key is ours, and then it is kept.
EMSCRIPTEN_KEEPALIVE int lk_input_key(char const* key, int size, int modifiers, int repeat) {
    InputEvent event;
    event.kind = InputKind::key_down;
    event.key.assign(key, static_cast<size_t>(size));
    event.repeat = repeat != 0;
    leadkeep::platform::set_modifiers(event, modifiers);
    if (!leadkeep::platform::key_filter || !leadkeep::platform::key_filter(event)) return 0;
    leadkeep::platform::keep(std::move(event));
    return 1;
}

// Of a node of the mirror: pressed, scrolled (dx, dy), or its text changed.
EMSCRIPTEN_KEEPALIVE void lk_input_node(int kind, unsigned node, unsigned revision, float dx, float dy, char const* text, int size) {
    InputEvent event;
    event.kind = static_cast<InputKind>(kind);
    event.node = node;
    event.edit_revision = revision;
    event.dx = dx, event.dy = dy;
    if (text) event.text.assign(text, static_cast<size_t>(size));
    leadkeep::platform::keep(std::move(event));
}

}  // extern "C"
