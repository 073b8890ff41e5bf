// The invisible ARIA mirror of what the canvas shows. The interface hands over differences as JSON (src/ui/mirror.cpp
// says the form, web/semantics.js keeps the page's nodes in step); headless/ keeps the last one for tests.
#pragma once

#include <string>
#include <string_view>

namespace leadkeep::platform {

void update_mirror(std::string_view json);

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
std::string take_mirror_updates();  // since the last call, one JSON object a line
}  // namespace leadkeep::platform::headless
