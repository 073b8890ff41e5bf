// New keys that bring about an order: as few as can be, and each between its neighbours.
#include "domain/key_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace leadkeep {
namespace {

RandomBytes seeded(uint64_t seed) {
    return [engine = std::mt19937_64(seed)](std::span<uint8_t> out) mutable {
        for (auto& byte : out) byte = static_cast<uint8_t>(engine());
    };
}

// The keys as they are after the new ones were given; how many were given.
int64_t give(std::vector<std::string>& keys, RandomBytes const& random) {
    auto const fresh = keys_for_order(keys, random);
    int64_t given = 0;
    for (size_t i = 0; i < keys.size(); ++i)
        if (fresh[i]) keys[i] = *fresh[i], ++given;
    return given;
}

bool ascends(std::vector<std::string> const& keys) {
    return std::adjacent_find(keys.begin(), keys.end(), std::greater_equal<>()) == keys.end() && (keys.empty() || !keys.front().empty());
}

}  // namespace

TEST_CASE("what stands in order keeps its keys") {
    auto const random = seeded(1);
    auto keys = keys_between("", "", 1000, random);
    CHECK(give(keys, random) == 0);
    CHECK(keys_for_order({}, random).empty());
}

TEST_CASE("one card out of place gets a key, the others keep theirs") {
    auto const random = seeded(2);
    auto keys = keys_between("", "", 100, random);
    std::rotate(keys.begin() + 10, keys.begin() + 11, keys.begin() + 80);
    CHECK(give(keys, random) == 1);
    CHECK(ascends(keys));
}

TEST_CASE("any order comes about, whatever keys there were: none, equal ones, reversed, mixed") {
    for (uint64_t seed = 0; seed < 50; ++seed) {
        auto const random = seeded(seed);
        std::mt19937_64 dice(seed);
        auto keys = keys_between("", "", 1 + dice() % 300, random);
        std::shuffle(keys.begin(), keys.end(), dice);
        for (auto& key : keys) {
            if (dice() % 7 == 0) key.clear();
            if (dice() % 7 == 0) key = keys[dice() % keys.size()];
        }
        auto before = keys;
        int64_t const given = give(keys, random);
        CAPTURE(seed);
        CHECK(ascends(keys));
        CHECK(given < static_cast<int64_t>(keys.size()) + 1);
        CHECK(give(keys, random) == 0);
    }
}

}  // namespace leadkeep
