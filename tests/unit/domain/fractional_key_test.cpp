// Keys of a column's order under what people do to columns, and under keys from elsewhere.
#include "domain/fractional_key.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

namespace leadkeep {
namespace {

RandomBytes seeded(uint64_t seed) {
    return [engine = std::mt19937_64(seed)](std::span<uint8_t> out) mutable {
        for (auto& byte : out) byte = static_cast<uint8_t>(engine());
    };
}

size_t longest(std::vector<std::string> const& keys) {
    size_t size = 0;
    for (auto const& key : keys) size = std::max(size, key.size());
    return size;
}

}  // namespace

TEST_CASE("a hundred thousand cards added at the bottom keep short keys in order") {
    auto const random = seeded(1);
    std::vector<std::string> keys{key_between("", "", random)};
    for (int i = 0; i < 100'000; ++i) {
        keys.push_back(key_between(keys.back(), "", random));
        REQUIRE(keys[keys.size() - 2] < keys.back());
    }
    CHECK(longest(keys) <= 8);
}

TEST_CASE("a hundred thousand cards added at the top keep short keys in order") {
    auto const random = seeded(2);
    std::vector<std::string> keys{key_between("", "", random)};
    for (int i = 0; i < 100'000; ++i) {
        keys.push_back(key_between("", keys.back(), random));
        REQUIRE(keys.back() < keys[keys.size() - 2]);
    }
    CHECK(longest(keys) <= 8);
}

TEST_CASE("ten thousand cards dropped after one card keep keys under 24 characters") {
    auto const random = seeded(3);
    auto const upper = key_between("", "", random), lower = key_between(upper, "", random);
    for (bool const upwards : {true, false}) {
        std::string low = upper, high = lower;
        size_t size = 0;
        for (int i = 0; i < 10'000; ++i) {
            auto const key = key_between(low, high, random);
            REQUIRE(low < key);
            REQUIRE(key < high);
            (upwards ? low : high) = key;
            size = std::max(size, key.size());
        }
        CHECK(size < 24);
    }
}

TEST_CASE("twenty thousand random moves keep a column in order and its keys short") {
    auto const random = seeded(4);
    std::mt19937_64 engine(5);
    auto keys = keys_between("", "", 500, random);
    for (int i = 0; i < 20'000; ++i) {
        keys.erase(keys.begin() + static_cast<ptrdiff_t>(engine() % keys.size()));
        auto const at = engine() % (keys.size() + 1);
        auto const above = at == 0 ? "" : keys[at - 1], below = at == keys.size() ? "" : keys[at];
        auto const key = key_between(above, below, random);
        REQUIRE(above < key);
        if (!below.empty()) REQUIRE(key < below);
        keys.insert(keys.begin() + static_cast<ptrdiff_t>(at), key);
    }
    CHECK(std::is_sorted(keys.begin(), keys.end()));
    CHECK(longest(keys) <= 24);
}

TEST_CASE("two devices that drop a card into the same gap make different keys") {
    auto const a = key_between("", "", seeded(6)), b = key_between(a, "", seeded(7));
    std::set<std::string> keys;
    for (uint64_t device = 0; device < 300; ++device) keys.insert(key_between(a, b, seeded(100 + device)));
    CHECK(keys.size() >= 299);
}

TEST_CASE("an import's keys rise and stay inside their gap") {
    auto const random = seeded(8);
    auto const a = key_between("", "", random), b = key_between(a, "", random);
    for (auto const& [low, high] : {std::pair<std::string, std::string>{"", ""}, {a, ""}, {"", a}, {a, b}}) {
        auto const keys = keys_between(low, high, 10'000, random);
        REQUIRE(keys.size() == 10'000);
        CHECK(std::is_sorted(keys.begin(), keys.end()));
        CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
        CHECK(low < keys.front());
        if (!high.empty()) CHECK(keys.back() < high);
        CHECK(longest(keys) <= 14);
    }
}

TEST_CASE("keys that nothing fits between put the card right after the upper one") {
    auto const random = seeded(9);
    for (auto const& [a, b] : {std::pair<std::string, std::string>{"abc", "abc"}, {"abc", "abc0"}, {"b", "a"}, {"\xFF\xFF", "\xFF\xFF\x01"}, {"a\n", "a\v"}}) {
        auto const key = key_between(a, b, random);
        CHECK(a < key);
        CHECK(key.starts_with(a));
    }
    CHECK(key_between("", "\x01", random) > "");
    CHECK(keys_between("b", "a", 3, random).size() == 3);
    CHECK(keys_between("", "", 0, random).empty());
}

TEST_CASE("keys of any bytes are split in order whenever there is room") {
    auto const random = seeded(10);
    std::mt19937_64 engine(11);
    for (int i = 0; i < 20'000; ++i) {
        std::string a, b;
        for (auto* key : {&a, &b})
            for (size_t left = engine() % 6; left > 0; --left) *key += static_cast<char>(engine());
        if (b < a) std::swap(a, b);
        auto const key = key_between(a, b, random);
        REQUIRE(a < key);
        auto const several = keys_between(a, b, 5, random);
        CHECK(std::is_sorted(several.begin(), several.end()));
        REQUIRE(a < several.front());
    }
}

}  // namespace leadkeep
