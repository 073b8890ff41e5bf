// Input that tests push; keys pass the same filter as in a browser.
#include "platform/input.h"

#include <utility>

namespace leadkeep::platform {

namespace {
std::vector<InputEvent> pending;
std::function<bool(InputEvent const&)> key_filter;
}  // namespace

std::vector<InputEvent> take_input() { return std::exchange(pending, {}); }

void set_key_filter(std::function<bool(InputEvent const&)> wants) { key_filter = std::move(wants); }

namespace headless {
void push_input(InputEvent event) {
    if (event.kind == InputKind::key_down && !(key_filter && key_filter(event))) return;
    pending.push_back(std::move(event));
}
}  // namespace headless

}  // namespace leadkeep::platform
