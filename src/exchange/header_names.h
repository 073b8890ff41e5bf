// What foreign programs call their columns, in English and Russian.
#pragma once

#include <optional>
#include <string_view>

namespace leadkeep::exchange {

// The target's key for a folded header (base/name_fold.h); "" for a column that is known to be left out; nullopt when
// the name is not known.
std::optional<std::string_view> target_by_header(std::string_view folded);
// By a word in it: "контактный телефон заказчика" is a phone. Weaker than the above.
std::optional<std::string_view> target_by_word(std::string_view folded);

}  // namespace leadkeep::exchange
