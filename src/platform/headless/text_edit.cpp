// A field that "has" the keyboard; the events a browser would send are pushed as they would come.
#include "platform/text_edit.h"

#include <utility>

#include "platform/input.h"

namespace leadkeep::platform {

namespace {
uint32_t edited = 0;

void tell(InputKind kind, uint32_t node) {
    InputEvent event;
    event.kind = kind;
    event.node = node;
    headless::push_input(event);
}
}  // namespace

void begin_text_edit(uint32_t node, CaretAt) {
    if (edited == node) return;
    if (uint32_t const left = std::exchange(edited, node)) tell(InputKind::text_leave, left);
    tell(InputKind::text_focus, node);
}

void end_text_edit() {
    if (uint32_t const left = std::exchange(edited, 0)) tell(InputKind::text_leave, left);
}

namespace headless {
uint32_t edited_node() { return edited; }
}  // namespace headless

}  // namespace leadkeep::platform
