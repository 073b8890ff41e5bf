// An order told by keys (domain/fractional_key.h), brought about with as few new keys as there can be: what already
// stands in order keeps its key, so that sorting a sorted column writes nothing and a nearly sorted one little.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/fractional_key.h"

namespace leadkeep {

// `keys` as they are now ("" none), in the order wanted. For each place its new key, or nullopt where the old one stays.
std::vector<std::optional<std::string>> keys_for_order(std::span<std::string const> keys, RandomBytes const& random);

}  // namespace leadkeep
