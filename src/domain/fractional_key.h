// Keys that order cards within a column: between any two there is room for another, so that a move writes one row.
//
// A key is the digits after the point of a fraction, in base 62 (0-9A-Za-z: byte order is number order). Each has at
// least 16 random bits, so that two devices which drop a card into the same gap make different keys; should they be
// equal all the same, the row's id decides. Limits: keys from elsewhere may hold any bytes; where nothing fits between
// two of them the new key comes right after the upper one.
#pragma once

#include <cstddef>
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
