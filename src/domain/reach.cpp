// The rule of reach.h.
#include "domain/reach.h"

#include <algorithm>
#include <iterator>

#include "base/ranges.h"

namespace leadkeep {

Reach reach(std::vector<std::string> const& channel_kinds, Presence presence) {
    bool const channel = ranges::any_of(channel_kinds, [](std::string const& kind) { return kind != "web"; });
    if (channel) return Reach::channel;
    return presence == Presence::came_in_person ? Reach::in_person : Reach::none;
}

int channel_preference(std::string_view kind) {
    static constexpr std::string_view order[] = {"phone", "messenger", "email", "profile", "web"};
    auto const found = ranges::find(order, kind);
    return static_cast<int>(std::distance(std::begin(order), found));
}

}  // namespace leadkeep
