// The arithmetic of fractional_key.h. Numbers: 'a' + one digit, 'b' + two… from zero up; 'Z' + one digit, 'Y' + two…
// below zero; so that byte order is number order.
#include "domain/fractional_key.h"

#include <algorithm>
#include <cstring>

namespace leadkeep {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr uint64_t base = 62;
constexpr uint64_t room_wanted = uint64_t{1} << 17;  // of which one is drawn: 17 random bits

uint64_t digit_of(char c) {
    if (c >= 'a') return std::min<uint64_t>(36 + static_cast<uint64_t>(c - 'a'), base - 1);
    if (c >= 'A') return std::min<uint64_t>(10 + static_cast<uint64_t>(c - 'A'), 35);
    return c >= '0' && c <= '9' ? static_cast<uint64_t>(c - '0') : 0;
}

bool is_key_text(std::string_view key) {
    return std::ranges::all_of(key, [](char c) { return digits.find(c) != std::string_view::npos; });
}

// How long the whole number at the start of the key is; 0 if it has not that form.
size_t number_length(std::string_view key) {
    if (key.empty() || !is_key_text(key)) return 0;
    char const head = key.front();
    size_t length = 0;
    if (head >= 'a' && head <= 'z') length = static_cast<size_t>(head - 'a') + 2;
    if (head >= 'A' && head <= 'Z') length = static_cast<size_t>('Z' - head) + 2;
    return length <= key.size() ? length : 0;
}

enum class Step : uint8_t { down, up };

// The number after or before this one; "" at the ends of all numbers.
std::string neighbour_number(std::string_view number, Step step) {
    char const full = step == Step::up ? digits.back() : digits.front();
    char const empty = step == Step::up ? digits.front() : digits.back();
    std::string next(number);
    for (size_t i = next.size(); i-- > 1;) {
        if (next[i] != full) {
            next[i] = digits[digit_of(next[i]) + (step == Step::up ? 1 : -1)];
            return next;
        }
        next[i] = empty;
    }
    // All digits turned over: the next head. Away from zero the number gets longer, towards it shorter.
    char const head = number.front();
    if (step == Step::up && head == 'Z') return "a0";
    if (step == Step::down && head == 'a') return std::string("Z") + digits.back();
    if ((step == Step::up && head == 'z') || (step == Step::down && head == 'A')) return {};
    next[0] = static_cast<char>(head + (step == Step::up ? 1 : -1));
    bool const longer = (step == Step::up) == (head >= 'a');
    if (longer) next.push_back(empty);
    else next.pop_back();
    return next;
}

uint64_t random_below(uint64_t bound, RandomBytes const& random) {
    uint8_t bytes[8] = {};
    random(bytes);
    uint64_t drawn = 0;
    std::memcpy(&drawn, bytes, sizeof drawn);
    return drawn % bound;
}

uint64_t value_of(std::string_view fraction, size_t length) {
    uint64_t value = 0;
    for (size_t i = 0; i < length; ++i) value = value * base + (i < fraction.size() ? digit_of(fraction[i]) : 0);
    return value;
}

std::string written(uint64_t value, size_t length) {
    std::string text(length, digits.front());
    for (size_t i = length; i-- > 0; value /= base) text[i] = digits[value % base];
    return text;
}

// Any fraction between two; `below` "" is the end. Never ends in the digit 0, below which nothing would fit.
std::string fraction_between(std::string_view above, std::string_view below, RandomBytes const& random) {
    constexpr size_t longest = 9;  // 62^9 fits in 64 bits
    std::string result;
    bool open_end = below.empty();
    while (true) {
        while (!open_end && !below.empty() && digit_of(below.front()) == (above.empty() ? 0 : digit_of(above.front()))) {
            result += digits[digit_of(below.front())];
            above.remove_prefix(above.empty() ? 0 : 1);
            below.remove_prefix(1);
        }
        if (!open_end && below.empty()) open_end = true;  // keys of an odd form: no room, stay near
        for (size_t length = 1; length <= longest; ++length) {
            uint64_t const low = value_of(above, length);
            uint64_t const high = open_end ? value_of("zzzzzzzzz", length) + 1 : value_of(below, length);
            if (high <= low || high - low < room_wanted * 2) continue;
            uint64_t value = low + 1 + random_below(high - low - 2, random);
            if (value % base == 0) ++value;
            return result + written(value, length);
        }
        // Too little room up to here: go on behind the upper one's digit, where everything is below the lower one.
        result += above.empty() ? digits.front() : digits[digit_of(above.front())];
        above.remove_prefix(above.empty() ? 0 : 1);
        open_end = true;
    }
}

std::string with_fraction(std::string number, RandomBytes const& random) { return number + fraction_between({}, {}, random); }

}  // namespace

std::string key_between(std::string_view above, std::string_view below, RandomBytes const& random) {
    if (above.empty() && below.empty()) return with_fraction("a0", random);
    size_t const above_length = number_length(above), below_length = number_length(below);
    std::string_view const above_number = above.substr(0, above_length), below_number = below.substr(0, below_length);
    if (above.empty() && below_length != 0) {
        if (auto number = neighbour_number(below_number, Step::down); !number.empty()) return with_fraction(number, random);
    }
    if (below.empty() && above_length != 0) {
        if (auto number = neighbour_number(above_number, Step::up); !number.empty()) return with_fraction(number, random);
    }
    if (above_length != 0 && below_length != 0) {
        if (above_number == below_number)
            return std::string(above_number) + fraction_between(above.substr(above_length), below.substr(below_length), random);
        auto number = neighbour_number(above_number, Step::up);
        if (!number.empty() && number < below_number) return with_fraction(number, random);
        return std::string(above_number) + fraction_between(above.substr(above_length), {}, random);
    }
    return fraction_between(above, below, random);
}

std::vector<std::string> keys_between(std::string_view above, std::string_view below, size_t count, RandomBytes const& random) {
    std::vector<std::string> keys(count);
    if (count == 0) return keys;
    if (below.empty()) {
        for (size_t i = 0; i < count; ++i) keys[i] = key_between(i == 0 ? above : std::string_view(keys[i - 1]), {}, random);
    } else if (above.empty()) {
        for (size_t i = count; i-- > 0;) keys[i] = key_between({}, i + 1 == count ? below : std::string_view(keys[i + 1]), random);
    } else {
        // The middle one first, then both halves, so that keys grow with the logarithm of the count.
        struct Span {
            size_t first, last;  // last excluded
        };
        std::vector<Span> open{{0, count}};
        while (!open.empty()) {
            auto const [first, last] = open.back();
            open.pop_back();
            if (first >= last) continue;
            size_t const middle = first + (last - first) / 2;
            keys[middle] = key_between(first == 0 ? above : std::string_view(keys[first - 1]),
                                       last == count ? below : std::string_view(keys[last]), random);
            open.push_back({first, middle});
            open.push_back({middle + 1, last});
        }
    }
    return keys;
}

}  // namespace leadkeep
