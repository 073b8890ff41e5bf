// What makes a lead: a way to reach the person. And which way to show first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leadkeep {

enum class Reach : uint8_t { none, in_person, channel };
enum class Presence : uint8_t { not_told, came_in_person };

// A web address alone is a place to look, not a way to reach someone.
Reach reach(std::vector<std::string> const& channel_kinds, Presence presence);

// The order in which ways to reach someone are offered: phone, messenger, e-mail, profile, web. Smaller is better.
int channel_preference(std::string_view kind);

}  // namespace leadkeep
