// Text encodings of files from outside: which one a file has, and its text as UTF-8.
// Limits: the four encodings that spreadsheets and CRMs of our users write; a wrong guess can be overridden.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace leadkeep::exchange {

enum class Encoding : uint8_t { utf8, utf16_le, utf16_be, windows_1251 };

std::span<Encoding const> all_encodings();
char const* encoding_name(Encoding encoding);  // "UTF-8", "Windows-1251": the same in every language

Encoding detect_encoding(std::string_view bytes);

// The text without its byte order mark. What is no text in that encoding becomes U+FFFD and is counted.
struct Decoded {
    std::string text;
    int64_t replaced = 0;
};
Decoded decode(std::string_view bytes, Encoding encoding);

}  // namespace leadkeep::exchange
