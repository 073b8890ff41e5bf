// Numbers that people read out ("KD-17"): the device's letters and its own count, so that devices which never met give
// out different ones. Limits: two letters of 24, so two devices in 576 share them; a number is a name, not an id.
#pragma once

#include <cstdint>
#include <string>

#include "base/uuid.h"

namespace leadkeep {

std::string record_number(Uuid const& device, int64_t count);

}  // namespace leadkeep
