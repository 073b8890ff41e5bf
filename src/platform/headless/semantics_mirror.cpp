// Keeps what the interface would tell the page.
#include "platform/semantics_mirror.h"

#include <utility>

namespace leadkeep::platform {

namespace {
std::string updates;
}

void update_mirror(std::string_view json) { updates.append(json).append("\n"); }

namespace headless {
std::string take_mirror_updates() { return std::exchange(updates, {}); }
}  // namespace headless

}  // namespace leadkeep::platform
