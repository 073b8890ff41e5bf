// Names made comparable: letter case, ё and е, punctuation and surplus spaces make no difference.
// Limits: lower-cases Latin, Greek and Cyrillic letters; other scripts are left as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace leadkeep {

// The code point at `at`, which moves past it; U+FFFD for what is no UTF-8 (one byte is passed over).
char32_t next_code_point(std::string_view text, size_t& at);
void append_code_point(std::string& text, char32_t code_point);
char32_t lower_code_point(char32_t code_point);

std::string lower_text(std::string_view text);
// Lower case, ё as е, anything but letters and digits as one space, none at the ends.
std::string fold_name(std::string_view name);
// Every word of `query` begins some word of `name`; both as fold_name makes them.
bool words_begin_in(std::string_view name, std::string_view query);
// Without spaces (no-break ones too) and control characters at both ends.
std::string_view trim_text(std::string_view text);

}  // namespace leadkeep
