// How a key is found: a prefix strictly between those of its neighbours, at the smallest depth that leaves choice; then
// three random digits. Which prefix depends on what is likely to come next:
// - at an end of the column, a small step from the neighbour (cards are mostly added at the top or at the bottom);
// - in a gap, near its middle: a random history of moves then needs few digits;
// - where keys have grown long, many cards went to one place: several digits are opened at once and walked in small
//   steps, away from the longer neighbour, which is the one that came last.
#include "domain/fractional_key.h"

#include <algorithm>
#include <array>

namespace leadkeep {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr uint64_t base = 62;
constexpr size_t end_depth = 4;      // prefixes at the ends: 14.7 million, walked in steps of 8 on average
constexpr size_t long_depth = 10;    // beyond this many digits the small steps begin
constexpr size_t level_digits = 3;   // room for 30 000 of them
constexpr size_t window_digits = 8;  // looked at together; 62^8 fits well into 64 bits
constexpr size_t suffix_digits = 3;  // 62^3: more than 17 random bits

// Foreign keys may hold any byte: it counts as the nearest digit below.
uint64_t digit_value(char c) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte > 'z') return base - 1;
    if (byte >= 'a') return 36 + byte - 'a';
    if (byte >= 'A') return byte > 'Z' ? 35 : 10 + byte - 'A';
    return byte > '9' ? 9 : byte >= '0' ? byte - '0' : 0;
}

class Dice {
public:
    // `throws` are expected: random bytes are asked for that many at once, since each call leaves the module.
    Dice(RandomBytes const& random, size_t throws) : random_(random), chunk_(std::min(throws * word, bytes_.size())) {}
    uint64_t below(uint64_t limit) {
        if (at_ >= chunk_) random_(std::span(bytes_).first(chunk_)), at_ = 0;
        uint64_t value = 0;
        for (size_t i = 0; i < word; ++i) value = value << 8 | bytes_[at_++];
        return value % limit;
    }
    std::string suffix() {
        auto value = below(base * base * (base - 1));
        std::string text(suffix_digits, '0');
        // Never a 0 at the end: nothing would fit before it.
        text[2] = digits[1 + value % (base - 1)];
        value /= base - 1;
        text[1] = digits[value % base];
        text[0] = digits[value / base];
        return text;
    }

private:
    static constexpr size_t word = 8;
    RandomBytes const& random_;
    std::array<uint8_t, 1024> bytes_;
    size_t chunk_, at_ = sizeof bytes_;
};

uint64_t power(size_t exponent) {
    uint64_t result = 1;
    while (exponent-- > 0) result *= base;
    return result;
}

// `size` digits of a key from `from` on, as a number; missing digits are 0.
uint64_t window(std::string_view key, size_t from, size_t size) {
    uint64_t value = 0;
    for (size_t i = from; i < from + size; ++i) value = value * base + (i < key.size() ? digit_value(key[i]) : 0);
    return value;
}

std::string spelled(uint64_t value, size_t size) {
    std::string text(size, '0');
    for (size_t i = size; i-- > 0; value /= base) text[i] = digits[value % base];
    return text;
}

// A stretch of prefixes at one depth: the shared digits, then a number of `size` digits strictly between low and high.
struct Gap {
    std::string shared;
    size_t size;
    uint64_t low, high;
    uint64_t inside() const { return high > low ? high - low - 1 : 0; }
};

// The shallowest gap with at least `wanted` prefixes (fewer than 62^8 - 1).
Gap find_gap(std::string_view above, std::string_view below, size_t first_size, uint64_t wanted) {
    size_t from = 0;
    while (from < above.size() && from < below.size() && above[from] == below[from]) ++from;
    bool open_end = below.empty();
    for (size_t size = first_size;; ++size) {
        if (size > window_digits) {
            // Between 0.1299999999 and 0.13 the digits of `above` are followed down; there everything above them is free.
            open_end = open_end || window(above, from, window_digits) < window(below, from, window_digits);
            from += window_digits;
            size = 1;
        }
        Gap gap{"", size, window(above, from, size), open_end ? power(size) : window(below, from, size)};
        // Past the end of both keys nothing but room is left, whatever bytes they hold.
        if (from > above.size() && from > below.size()) gap.low = 0, gap.high = power(size);
        if (gap.inside() < wanted) continue;
        gap.shared = std::string(above.substr(0, std::min(from, above.size())));
        gap.shared.resize(from, '0');
        return gap;
    }
}

enum class Towards : uint8_t { above, below, middle };

uint64_t chosen(Gap const& gap, Towards towards, Dice& dice) {
    uint64_t const inside = gap.inside(), step = dice.below(std::min<uint64_t>(inside, 15));
    if (towards == Towards::above) return gap.low + 1 + step;
    if (towards == Towards::below) return gap.high - 1 - step;
    return gap.low + 1 + inside * 3 / 8 + dice.below(std::max<uint64_t>(inside / 4, 1));
}

std::string proposed(std::string_view above, std::string_view below, Dice& dice) {
    auto const key = [&](Gap const& gap, Towards towards) {
        return gap.shared + spelled(chosen(gap, towards, dice), gap.size) + dice.suffix();
    };
    if (above.empty() && below.empty()) return key(find_gap(above, below, end_depth, 32), Towards::middle);
    if (above.empty()) return key(find_gap(above, below, end_depth, 32), Towards::below);
    if (below.empty()) return key(find_gap(above, below, end_depth, 32), Towards::above);
    auto const gap = find_gap(above, below, 1, 3);
    if (gap.shared.size() + gap.size <= long_depth) return key(gap, Towards::middle);
    auto const towards = above.size() > below.size()   ? Towards::above
                         : above.size() < below.size() ? Towards::below
                                                       : Towards::middle;
    return key(find_gap(above, below, 1, power(level_digits)), towards);
}

bool lies_between(std::string_view key, std::string_view above, std::string_view below) {
    return above < key && (below.empty() || key < below);
}

// Evenly over a gap; at an end as close as keys added one by one.
std::vector<std::string> spread(std::string_view above, std::string_view below, size_t count, Dice& dice) {
    bool const at_end = below.empty(), at_start = above.empty() && !at_end;
    auto const gap = find_gap(above, below, at_end || at_start ? end_depth : 1, uint64_t{count} * 4);
    uint64_t const evenly = gap.inside() / count, step = at_end || at_start ? std::min<uint64_t>(evenly, 8) : evenly;
    uint64_t first = gap.low + 1;
    if (at_start) first = gap.high - step * count;
    if (at_end && above.empty()) first = gap.low + 1 + (gap.inside() - step * count) / 2;
    std::vector<std::string> keys;
    keys.reserve(count);
    for (size_t i = 0; i < count; ++i)
        keys.push_back(gap.shared + spelled(first + step * i + dice.below(step), gap.size) + dice.suffix());
    return keys;
}

}  // namespace

std::string key_between(std::string_view above, std::string_view below, RandomBytes const& random) {
    Dice dice(random, 2);
    if (below.empty() || above < below)
        if (auto key = proposed(above, below, dice); lies_between(key, above, below)) return key;
    return std::string(above) + dice.suffix();
}

std::vector<std::string> keys_between(std::string_view above, std::string_view below, size_t count, RandomBytes const& random) {
    if (count == 0) return {};
    Dice dice(random, 2 * count);
    std::vector<std::string> keys;
    if (below.empty() || above < below) keys = spread(above, below, count, dice);
    if (!keys.empty() && lies_between(keys.front(), above, below) && lies_between(keys.back(), above, below)) return keys;
    // Foreign keys without room: all come right after `above`, as further digits of it.
    keys = spread("", "", count, dice);
    for (auto& key : keys) key.insert(0, above);
    return keys;
}

}  // namespace leadkeep
