// Kinds and types of channels in the order in which a person chooses them; their names are app/labels.h's.
#pragma once

#include <array>

namespace leadkeep::views {

inline constexpr std::array<char const*, 5> channel_kinds{"phone", "email", "messenger", "web", "profile"};
inline constexpr std::array<char const*, 5> channel_types{"work", "mobile", "home", "fax", "other"};

}  // namespace leadkeep::views
