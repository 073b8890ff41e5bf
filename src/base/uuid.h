// 128-bit ids (RFC 9562): version 7 for new rows (sortable by time), version 5 for what ships with the program or is
// made by a rule, so that two devices make the same one.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace leadkeep {

struct Uuid {
    std::array<uint8_t, 16> bytes{};
    bool operator==(Uuid const&) const = default;
    // By hand: the C++ library of Emscripten 3.1.6 has no <=> of arrays.
    std::strong_ordering operator<=>(Uuid const& other) const {
        return std::memcmp(bytes.data(), other.bytes.data(), bytes.size()) <=> 0;
    }
    bool is_nil() const { return *this == Uuid{}; }
    std::string to_string() const;  // lower-case, 8-4-4-4-12
    static std::optional<Uuid> parse(std::string_view text);
    static std::optional<Uuid> from_bytes(std::span<uint8_t const> bytes);  // exactly 16
};

// `random` are 10 random bytes; `now_ms` is Unix time.
Uuid uuid_v7(int64_t now_ms, std::span<uint8_t const, 10> random);
// SHA-1 of space and name, RFC 9562 section 5.5.
Uuid uuid_v5(Uuid const& space, std::string_view name);
// The name space of everything that ships with Leadkeep: uuid_v5(leadkeep_space, "stage/lead/new").
extern Uuid const leadkeep_space;

}  // namespace leadkeep

template <>
struct std::hash<leadkeep::Uuid> {
    size_t operator()(leadkeep::Uuid const& uuid) const noexcept;
};
