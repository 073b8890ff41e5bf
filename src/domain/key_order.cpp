// The longest ascending run of keys stays (found by patience sorting, n log n); what lies between gets keys of the gap.
#include "domain/key_order.h"

#include <algorithm>

namespace leadkeep {
namespace {

// The places of a longest strictly ascending choice among the keys that are there.
std::vector<size_t> longest_ascending(std::span<std::string const> keys) {
    constexpr size_t none = ~size_t{0};
    std::vector<size_t> ends;                        // of the best choice of each length, its last place
    std::vector<size_t> before(keys.size(), none);
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].empty()) continue;
        auto const at = std::lower_bound(ends.begin(), ends.end(), keys[i], [&](size_t end, std::string const& key) { return keys[end] < key; });
        if (at != ends.begin()) before[i] = *(at - 1);
        if (at == ends.end()) ends.push_back(i);
        else *at = i;
    }
    std::vector<size_t> chosen;
    for (size_t i = ends.empty() ? none : ends.back(); i != none; i = before[i]) chosen.push_back(i);
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace

std::vector<std::optional<std::string>> keys_for_order(std::span<std::string const> keys, RandomBytes const& random) {
    std::vector<std::optional<std::string>> fresh(keys.size());
    size_t from = 0;
    std::string above;
    auto const fill_up_to = [&](size_t place, std::string const& below) {
        auto between = keys_between(above, below, place - from, random);
        for (size_t i = from; i < place; ++i) fresh[i] = std::move(between[i - from]);
    };
    for (size_t const kept : longest_ascending(keys)) {
        fill_up_to(kept, keys[kept]);
        above = keys[kept];
        from = kept + 1;
    }
    fill_up_to(keys.size(), {});
    return fresh;
}

}  // namespace leadkeep
