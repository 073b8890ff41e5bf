// UTF-8 is recognised by its own strict form; text that breaks it is Windows-1251, which has no form to break.
#include "exchange/encoding.h"

#include <array>
#include <cstring>

#include "base/name_fold.h"

namespace leadkeep::exchange {
namespace {

constexpr std::array encodings{Encoding::utf8, Encoding::utf16_le, Encoding::utf16_be, Encoding::windows_1251};
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF", le_mark = "\xFF\xFE", be_mark = "\xFE\xFF";

// 0x80–0xBF of Windows-1251; from 0xC0 on the Cyrillic alphabet follows in order. 0: no character.
constexpr std::array<char16_t, 64> cp1251_low{
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C, 0x040B, 0x040F,
    0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F,
    0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407,
    0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

// How many bytes of the front are plain ASCII, eight at a time.
size_t ascii_run(std::string_view text, size_t at) {
    auto const begin = at;
    while (at + 8 <= text.size()) {
        uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        if (word & 0x8080808080808080U) break;
        at += 8;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at - begin;
}

bool is_utf8(std::string_view bytes, size_t& first_bad) {
    for (size_t at = 0; at < bytes.size();) {
        at += ascii_run(bytes, at);
        if (at >= bytes.size()) break;
        auto const start = at;
        if (next_code_point(bytes, at) == 0xFFFD && at == start + 1) {
            first_bad = start;
            return false;
        }
    }
    return true;
}

Decoded decode_utf8(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    size_t bad = 0;
    if (is_utf8(bytes, bad)) return {std::string(bytes), 0};
    Decoded decoded;
    decoded.text.reserve(bytes.size());
    for (size_t at = 0; at < bytes.size();) {
        auto const run = ascii_run(bytes, at);
        decoded.text.append(bytes, at, run);
        at += run;
        if (at >= bytes.size()) break;
        auto const start = at;
        auto const c = next_code_point(bytes, at);
        if (c == 0xFFFD && at == start + 1) ++decoded.replaced;
        append_code_point(decoded.text, c);
    }
    return decoded;
}

Decoded decode_utf16(std::string_view bytes, bool little) {
    if (bytes.starts_with(little ? le_mark : be_mark)) bytes.remove_prefix(2);
    Decoded decoded;
    decoded.text.reserve(bytes.size());
    auto const unit = [&](size_t at) {
        auto const a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? a | b << 8 : b | a << 8);
    };
    size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        auto c = unit(at);
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
            ++decoded.replaced;
        }
        append_code_point(decoded.text, c);
    }
    if (at < bytes.size()) {
        append_code_point(decoded.text, 0xFFFD);
        ++decoded.replaced;
    }
    return decoded;
}

Decoded decode_cp1251(std::string_view bytes) {
    Decoded decoded;
    decoded.text.reserve(bytes.size() + bytes.size() / 2);
    for (size_t at = 0; at < bytes.size();) {
        auto const run = ascii_run(bytes, at);
        decoded.text.append(bytes, at, run);
        at += run;
        if (at >= bytes.size()) break;
        auto const byte = static_cast<unsigned char>(bytes[at++]);
        char32_t c = byte >= 0xC0 ? char32_t{0x410} + (byte - 0xC0) : char32_t{cp1251_low[byte - 0x80]};
        if (c == 0) {
            c = 0xFFFD;
            ++decoded.replaced;
        }
        append_code_point(decoded.text, c);
    }
    return decoded;
}

// UTF-16 without a mark: delimiters, digits and line ends have a zero byte always on the same side.
bool has_zeros_at(std::string_view bytes, size_t side) {
    auto const size = std::min<size_t>(bytes.size() & ~size_t{1}, 4096);
    size_t zeros = 0, other_zeros = 0;
    for (size_t at = 0; at < size; at += 2) {
        zeros += bytes[at + side] == '\0';
        other_zeros += bytes[at + 1 - side] == '\0';
    }
    return size >= 4 && zeros * 10 >= size / 2 && other_zeros * 20 <= zeros;
}

}  // namespace

std::span<Encoding const> all_encodings() { return encodings; }

char const* encoding_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "UTF-8";
        case Encoding::utf16_le: return "UTF-16 LE";
        case Encoding::utf16_be: return "UTF-16 BE";
        case Encoding::windows_1251: return "Windows-1251";
    }
    return "";
}

Encoding detect_encoding(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) return Encoding::utf8;
    if (bytes.starts_with(le_mark)) return Encoding::utf16_le;
    if (bytes.starts_with(be_mark)) return Encoding::utf16_be;
    if (has_zeros_at(bytes, 1)) return Encoding::utf16_le;
    if (has_zeros_at(bytes, 0)) return Encoding::utf16_be;
    size_t bad = 0;
    if (is_utf8(bytes, bad)) return Encoding::utf8;
    // A long UTF-8 file with one torn character, or cut in the middle of one, is still UTF-8: letters come in pairs there.
    size_t pairs = 0, broken = 0;
    for (size_t at = 0; at < bytes.size();) {
        at += ascii_run(bytes, at);
        if (at >= bytes.size()) break;
        auto const start = at;
        auto const c = next_code_point(bytes, at);
        (c == 0xFFFD && at == start + 1 ? broken : pairs) += 1;
    }
    return pairs > broken * 20 || (broken == 1 && bad + 4 > bytes.size() && pairs > 0) ? Encoding::utf8 : Encoding::windows_1251;
}

Decoded decode(std::string_view bytes, Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return decode_utf8(bytes);
        case Encoding::utf16_le: return decode_utf16(bytes, true);
        case Encoding::utf16_be: return decode_utf16(bytes, false);
        case Encoding::windows_1251: return decode_cp1251(bytes);
    }
    return {};
}

}  // namespace leadkeep::exchange
