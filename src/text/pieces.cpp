// What each code point is for the order of a line, then groups of one direction, then the pieces within.
#include "text/pieces.h"

#include <algorithm>
#include <array>

#include "text/clusters.h"

namespace leadkeep::text {

namespace {

enum class Kind : uint8_t { left, neutral, digit, joining, right };

struct Block {
    uint32_t from, to;
    Kind kind;
};
// Blocks whose letters join, stack or are put in order, ascending. Signs among them have exceptions below.
constexpr std::array<Block, 22> blocks = {{
    {0x0590, 0x08FF, Kind::right},      // Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
    {0x0900, 0x0DFF, Kind::joining},    // Devanagari to Sinhala
    {0x0E01, 0x0E3A, Kind::joining}, {0x0E40, 0x0EFF, Kind::joining},  // Thai, Lao
    {0x0F00, 0x0FFF, Kind::joining}, {0x1000, 0x109F, Kind::joining},  // Tibetan, Myanmar
    {0x1700, 0x18AF, Kind::joining},    // Philippine scripts, Khmer, Mongolian
    {0x1900, 0x1CFF, Kind::joining},    // Limbu to Vedic signs
    {0x200F, 0x200F, Kind::right},      // the mark of that direction
    {0xA800, 0xA82F, Kind::joining}, {0xA840, 0xA87F, Kind::joining}, {0xA880, 0xA8FF, Kind::joining},
    {0xA900, 0xA95F, Kind::joining}, {0xA980, 0xAADF, Kind::joining},  // Javanese, Cham, Myanmar's, Tai Viet
    {0xAAE0, 0xAAFF, Kind::joining}, {0xABC0, 0xABFF, Kind::joining},  // Meetei Mayek
    {0xFB1D, 0xFDFF, Kind::right}, {0xFE70, 0xFEFC, Kind::right},      // presentation forms
    {0x10800, 0x10FFF, Kind::right}, {0x11000, 0x11FFF, Kind::joining},
    {0x1E800, 0x1EEFF, Kind::right}, {0x1EF00, 0x1EFFF, Kind::right},
}};

// Lead bytes of U+0580 and above, without the marks, signs and ideographs of U+2000…U+9FFF.
bool may_need_order(std::string_view utf8) {
    return std::any_of(utf8.begin(), utf8.end(), [](char c) {
        uint8_t const byte = uint8_t(c);
        return byte >= 0xD6 && (byte < 0xE2 || byte > 0xE9);
    });
}

Kind kind_of(uint32_t c) {
    if (c < 0x80) {
        if (c >= '0' && c <= '9') return Kind::digit;
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? Kind::left : Kind::neutral;
    }
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA ? Kind::left : Kind::neutral;
    if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9)) return Kind::digit;
    if (c == 0xD7 || c == 0xF7 || c == 0x60C || c == 0xFD3E || c == 0xFD3F) return Kind::neutral;
    auto const block = std::find_if(blocks.begin(), blocks.end(), [&](Block const& b) { return c <= b.to; });
    if (block != blocks.end() && c >= block->from) return block->kind;
    if ((c >= 0x2000 && c <= 0x2BFF && c != 0x200E) || (c >= 0x3000 && c <= 0x3020)) return Kind::neutral;
    ClusterClass const kind = cluster_class(c);
    bool const takes_no_side = kind == ClusterClass::extend || kind == ClusterClass::joiner || kind == ClusterClass::emoji ||
                               kind == ClusterClass::pictograph || kind == ClusterClass::regional || kind == ClusterClass::control;
    return takes_no_side ? Kind::neutral : Kind::left;
}

bool is_space(uint32_t c) { return c == ' ' || c == 0xA0 || c == '\t' || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000; }

// A cluster with what it is for the order of the line.
struct Part {
    Cluster cluster;
    uint32_t byte;
    Kind kind;
    bool emoji;
};

std::vector<Part> parts_of(std::string_view utf8) {
    std::vector<Part> parts;
    for (size_t at = 0; at < utf8.size();) {
        Cluster const cluster = cluster_at(utf8, at);
        bool const emoji = cluster.first >= 0x80 || !cluster.is_single ? is_emoji(utf8.substr(at, cluster.end - at)) : false;
        parts.push_back({cluster, uint32_t(at), emoji ? Kind::neutral : kind_of(cluster.first), emoji});
        at = cluster.end;
    }
    return parts;
}

Piece piece_of(Part const& part, uint32_t group, platform::Direction direction) {
    bool const alone = part.cluster.is_single;
    return {part.byte, uint32_t(part.cluster.end), alone ? part.cluster.first : 0, false, direction, group};
}

// After the last letter of the other direction a number still belongs to it, with the sign that closes it.
size_t end_of_right_group(std::vector<Part> const& parts, size_t from) {
    size_t end = from + 1;
    for (size_t i = from; i < parts.size() && parts[i].kind != Kind::left && parts[i].kind != Kind::joining; i++)
        if (parts[i].kind == Kind::right || parts[i].kind == Kind::digit) end = i + 1;
    bool const ends_in_number = parts[end - 1].kind == Kind::digit;
    if (ends_in_number && end < parts.size() && parts[end].cluster.first == '%') end++;
    return end;
}

// Words between spaces that have letters of the group's direction on both sides stand alone; the rest stays together.
void add_right_group(std::vector<Piece>& pieces, std::vector<Part> const& parts, size_t from, size_t to, uint32_t group) {
    constexpr auto rtl = platform::Direction::right_to_left;
    auto const is_right = [&](size_t i) { return parts[i].kind == Kind::right; };
    for (size_t i = from; i < to; i++) {
        Part const& part = parts[i];
        bool const stands_alone = part.emoji || (is_space(part.cluster.first) && (i == from || is_right(i - 1)) && (i + 1 == to || is_right(i + 1) || parts[i + 1].emoji));
        if (stands_alone) {
            pieces.push_back(piece_of(part, group, rtl));
        } else if (!pieces.empty() && pieces.back().group == group && pieces.back().is_word && pieces.back().end == part.byte) {
            pieces.back().end = uint32_t(part.cluster.end);
        } else {
            pieces.push_back({part.byte, uint32_t(part.cluster.end), 0, true, rtl, group});
        }
    }
}

std::vector<Piece> cut_ordered(std::string_view utf8, Base base) {
    std::vector<Piece> pieces;
    std::vector<Part> const parts = parts_of(utf8);
    if (base == Base::right_to_left) {
        add_right_group(pieces, parts, 0, parts.size(), 1);
        return pieces;
    }
    uint32_t group = 0;
    for (size_t i = 0; i < parts.size();) {
        group++;
        if (parts[i].kind == Kind::right) {
            size_t const end = end_of_right_group(parts, i);
            add_right_group(pieces, parts, i, end, group);
            i = end;
        } else if (parts[i].kind == Kind::joining) {
            Piece word{parts[i].byte, 0, 0, true, platform::Direction::left_to_right, group};
            for (; i < parts.size() && parts[i].kind == Kind::joining; i++) word.end = uint32_t(parts[i].cluster.end);
            pieces.push_back(word);
        } else {
            pieces.push_back(piece_of(parts[i++], group, platform::Direction::left_to_right));
        }
    }
    return pieces;
}

}  // namespace

Base base_of(std::string_view utf8) {
    if (!may_need_order(utf8)) return Base::left_to_right;
    for (size_t at = 0; at < utf8.size();) {
        CodePoint const c = code_point_at(utf8, at);
        Kind const kind = kind_of(c.value);
        if (kind == Kind::right) return Base::right_to_left;
        if (kind == Kind::left || kind == Kind::joining) break;
        at = c.end;
    }
    return Base::left_to_right;
}

std::vector<Piece> cut_into_pieces(std::string_view utf8, Base base) {
    if (base == Base::by_first_letter) base = base_of(utf8);
    if (base == Base::right_to_left || may_need_order(utf8)) return cut_ordered(utf8, base);
    std::vector<Piece> pieces;
    pieces.reserve(utf8.size());
    for (size_t at = 0; at < utf8.size();) {
        Cluster const cluster = cluster_at(utf8, at);
        pieces.push_back({uint32_t(at), uint32_t(cluster.end), cluster.is_single ? cluster.first : 0});
        at = cluster.end;
    }
    return pieces;
}

bool is_invisible(uint32_t c) {
    return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

}  // namespace leadkeep::text
