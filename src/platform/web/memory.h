// C++ side of web/memory.js: takes over what a service wrote into the heap.
// Thunks look like  EM_JS(char*, lk_locale_name, (), { return Module.services.locale.name(); })
// Limits: no int64_t and no bool vector crosses; pass doubles, ints, pointers with lengths.
#pragma once

#include <cstddef>
#include <string>

namespace leadkeep::platform::web {

// The text that writeUtf8() of web/memory.js left; frees it. Null gives "".
std::string take_string(char* text);
// The bytes that writeBytes() left; frees them.
std::string take_bytes(void* bytes, size_t size);

}  // namespace leadkeep::platform::web
