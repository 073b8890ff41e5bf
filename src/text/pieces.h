// A line's pieces: letters, clusters and words of joining scripts, each drawn whole, in the order in which they stand.
// Limits: right-to-left text is cut where its words may be laid one by one; what is mixed within stays one piece, which
// the browser puts in order. The controls of direction (U+202A…, U+2066…) count as nothing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "platform/glyphs.h"

namespace leadkeep::text {

// Which way a line begins; by its first letter that has a direction, unless told.
enum class Base : uint8_t { by_first_letter, left_to_right, right_to_left };
Base base_of(std::string_view utf8);

struct Piece {
    uint32_t byte = 0, end = 0;
    uint32_t code_point = 0;  // where it is one; 0 where it is a string
    bool is_word = false;     // of a joining or a right-to-left script
    platform::Direction direction = platform::Direction::left_to_right;
    uint32_t group = 0;       // pieces of one group that are right to left stand in reverse
};
// In the order of the text. A text without marks and without such scripts has one piece per code point.
std::vector<Piece> cut_into_pieces(std::string_view utf8, Base base);

// Nothing of it is seen and it takes no room.
bool is_invisible(uint32_t code_point);

}  // namespace leadkeep::text
