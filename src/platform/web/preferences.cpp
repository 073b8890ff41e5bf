// This device's choices through web/preferences.js.
#include "platform/preferences.h"

#include <emscripten.h>

#include "platform/web/memory.h"

EM_JS(char*, lk_preferences_get, (char const* key, int size), { return Module.services.preferences.get(key, size); });
EM_JS(void, lk_preferences_set, (char const* key, int key_size, char const* value, int value_size), {
    Module.services.preferences.set(key, key_size, value, value_size);
});

namespace leadkeep::platform {

std::string preference(std::string_view key) {
    return web::take_string(lk_preferences_get(key.data(), static_cast<int>(key.size())));
}

void set_preference(std::string_view key, std::string_view value) {
    lk_preferences_set(key.data(), static_cast<int>(key.size()), value.data(), static_cast<int>(value.size()));
}

}  // namespace leadkeep::platform
