// What stages, sources and warmth are called in other programs and in both of our languages, by the keys of our defaults
// (domain/defaults.h).
#pragma once

#include <string_view>

#include "domain/defaults.h"

namespace leadkeep::exchange {

// `folded` as fold_name() gives it; "" if the name is not known.
std::string_view stage_key_by_name(Board board, std::string_view folded);
std::string_view source_key_by_name(std::string_view folded);

}  // namespace leadkeep::exchange
