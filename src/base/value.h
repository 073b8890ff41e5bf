// Value: one stored column's value, as SQLite and the sync file know it.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/uuid.h"

namespace leadkeep {

using Null = std::monostate;
using Value = std::variant<Null, int64_t, double, std::string, Uuid>;

inline bool is_null(Value const& value) { return std::holds_alternative<Null>(value); }

}  // namespace leadkeep
