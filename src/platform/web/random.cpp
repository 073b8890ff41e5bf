// crypto.getRandomValues, which gives at most 65536 bytes a call.
#include "platform/random.h"

#include <emscripten.h>

#include "platform/clock.h"

EM_JS(void, lk_random_fill, (uint8_t* out, int size), {
    for (let at = 0; at < size; at += 65536)
        HEAPU8.set(crypto.getRandomValues(new Uint8Array(Math.min(65536, size - at))), out + at);
});

namespace leadkeep::platform {

void random_bytes(std::span<uint8_t> out) { lk_random_fill(out.data(), static_cast<int>(out.size())); }

Uuid new_uuid() {
    uint8_t random[10];
    random_bytes(random);
    return uuid_v7(now_ms(), std::span<uint8_t const, 10>(random));
}

}  // namespace leadkeep::platform
