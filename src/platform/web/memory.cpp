// Hands the heap to web/memory.js as the program starts. Emscripten exports other runtime helpers in each version;
// HEAPU8 inside an EM_JS body is there in all of them.
#include "platform/web/memory.h"

#include <emscripten.h>

#include <cstdlib>

EM_JS(void, lk_memory_attach, (), {
    Module.services.memory.attach(Module, () => HEAPU8);
});

extern "C" {

EMSCRIPTEN_KEEPALIVE void* lk_memory_allocate(size_t size) { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void lk_memory_release(void* bytes) { std::free(bytes); }

}  // extern "C"

namespace leadkeep::platform::web {

namespace {
// A static object, so that every service may be called from main() on.
struct Attach {
    Attach() { lk_memory_attach(); }
} const attach;
}  // namespace

std::string take_string(char* text) {
    if (!text) return {};
    std::string copy(text);
    std::free(text);
    return copy;
}

std::string take_bytes(void* bytes, size_t size) {
    if (!bytes) return {};
    std::string copy(static_cast<char const*>(bytes), size);
    std::free(bytes);
    return copy;
}

}  // namespace leadkeep::platform::web
