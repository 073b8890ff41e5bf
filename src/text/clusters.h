// Extended grapheme clusters (UAX #29): what a person takes for one character, be it several code points.
// Limits: rule GB9b (prefixes of Arabic and Indic numbers) is left out; conjuncts hold together by the virama alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace leadkeep::text {

enum class ClusterClass : uint8_t {
    other, joiner, extend, spacing, regional, emoji, pictograph, control,  // the table's; emoji: a pictograph in colour by itself
    hangul_l, hangul_v, hangul_t, hangul_lv, hangul_lvt,                   // by arithmetic
};
ClusterClass cluster_class(uint32_t code_point);

// The table behind it (cluster_classes.cpp): first code point << 11 | how many follow << 3 | class; ascending.
std::span<uint32_t const> class_ranges();

struct CodePoint {
    uint32_t value = 0;   // U+FFFD where the bytes are no UTF-8
    size_t end = 0;       // byte after it
};
CodePoint code_point_at(std::string_view utf8, size_t byte);

struct Cluster {
    uint32_t first = 0;   // its first code point
    size_t end = 0;       // byte after it
    bool is_single = true;  // one code point
};
// The cluster that begins at this byte, which is below the size.
Cluster cluster_at(std::string_view utf8, size_t byte);

// Shown in colours by the fonts of emoji: flags, families, keycaps, what U+FE0F asks for.
bool is_emoji(std::string_view cluster);

}  // namespace leadkeep::text
