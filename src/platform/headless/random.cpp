// The system's random bytes, or repeatable ones after a test seeded them (splitmix64; never for keys).
#include "platform/random.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "platform/clock.h"

namespace leadkeep::platform {

namespace {

std::optional<uint64_t> seeded_state;

uint64_t next_seeded() {
    uint64_t z = (*seeded_state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

}  // namespace

void random_bytes(std::span<uint8_t> out) {
    if (seeded_state) {
        for (size_t at = 0; at < out.size(); at += sizeof(uint64_t)) {
            uint64_t const word = next_seeded();
            std::memcpy(out.data() + at, &word, std::min(sizeof word, out.size() - at));
        }
        return;
    }
    // getentropy gives at most 256 bytes a call; without it no id can be made, so there is no way on.
    for (size_t at = 0; at < out.size(); at += 256)
        if (getentropy(out.data() + at, std::min<size_t>(256, out.size() - at)) != 0) std::abort();
}

Uuid new_uuid() {
    uint8_t random[10];
    random_bytes(random);
    return uuid_v7(now_ms(), std::span<uint8_t const, 10>(random));
}

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {

void seed_random(std::optional<uint64_t> seed) { seeded_state = seed; }

}  // namespace leadkeep::platform::headless
