// Putting the keyboard into a field's real <input>, or taking it out. What happens there comes back as input events.
#pragma once

#include <cstdint>

namespace leadkeep::platform {

enum class CaretAt : uint8_t { end, select_all };
void begin_text_edit(uint32_t node, CaretAt caret);  // the node is in the mirror already
void end_text_edit();                                // the keyboard goes back to the application element

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
uint32_t edited_node();  // 0: none
}  // namespace leadkeep::platform::headless
