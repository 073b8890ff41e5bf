// Keys that order cards within a column: between any two keys there is room for another, so that a move writes one row.
// Compared byte by byte, equal ones by the row's id. Two devices that insert at the same place get different keys: each
// has at least 16 random bits.
//
// A key is a whole number of variable length (adding at the top or at the end only counts down or up: keys stay short
// for ever) and a fraction in base 62. Limits: some bits longer with each insert between the same two cards; keys from
// elsewhere may have any form, then the new one comes as near to its place as their form allows.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leadkeep {

using RandomBytes = std::function<void(std::span<uint8_t>)>;

// After `above` and before `below`; "" stands for the column's top and end.
std::string key_between(std::string_view above, std::string_view below, RandomBytes const& random);
// `count` keys in ascending order, all between the two.
std::vector<std::string> keys_between(std::string_view above, std::string_view below, size_t count, RandomBytes const& random);

}  // namespace leadkeep
