// Strings that are drawn whole – clusters and words – each under a code point of the private-use area, so that they lie
// among the letters of a font. Limits: 6143 at a time (a screen shows some hundreds; higher planes would make each of
// Dear ImGui's tables megabytes long); past that a string shows as U+FFFD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/glyphs.h"

namespace leadkeep::text {

struct Picture {
    std::string text;
    platform::Direction direction = platform::Direction::left_to_right;
    bool is_emoji = false;
    uint32_t uses = 0;
};

// U+E000…U+E0FF are the program's icons (platform/glyphs.h).
inline constexpr uint32_t first_picture = 0xE100, last_picture = 0xF8FE;
inline constexpr uint32_t no_picture = 0xFFFD;
inline constexpr bool is_picture(uint32_t code_point) { return code_point >= first_picture && code_point <= last_picture; }

// The same string has the same code point as long as anybody uses it; each call is one use.
uint32_t use_picture(std::string_view text, platform::Direction direction);
enum class Left : uint8_t { in_use, unused };
// One use less; the code point of an unused one may come to mean another string.
Left leave_picture(uint32_t code_point);
Picture const& picture(uint32_t code_point);  // in use
size_t pictures_in_use();

}  // namespace leadkeep::text
