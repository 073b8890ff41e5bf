// Random bytes good enough for ids and keys (crypto.getRandomValues in the browser, getrandom natively).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "base/uuid.h"

namespace leadkeep::platform {

void random_bytes(std::span<uint8_t> out);
Uuid new_uuid();  // version 7 of now

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
void seed_random(std::optional<uint64_t> seed);  // tests only: repeatable bytes
}  // namespace leadkeep::platform::headless
