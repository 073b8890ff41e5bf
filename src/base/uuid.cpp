// Ids as text, and the two ways to make one. SHA-1 stands here because RFC 9562 asks for it; it protects nothing.
#include "base/uuid.h"

#include <bit>
#include <vector>

namespace leadkeep {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr bool dash_before_byte(size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }

void set_version(Uuid& uuid, uint8_t version) {
    uuid.bytes[6] = static_cast<uint8_t>((uuid.bytes[6] & 0x0F) | version << 4);
    uuid.bytes[8] = static_cast<uint8_t>((uuid.bytes[8] & 0x3F) | 0x80);
}

void sha1_block(std::array<uint32_t, 5>& state, uint8_t const* block) {
    uint32_t w[80];
    for (int i = 0; i < 16; ++i)
        w[i] = uint32_t{block[4 * i]} << 24 | uint32_t{block[4 * i + 1]} << 16 | uint32_t{block[4 * i + 2]} << 8 | block[4 * i + 3];
    for (int i = 16; i < 80; ++i) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    auto [a, b, c, d, e] = state;
    for (int i = 0; i < 80; ++i) {
        uint32_t const f = i < 20 ? (b & c) | (~b & d) : i < 40 ? b ^ c ^ d : i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
        uint32_t const k = i < 20 ? 0x5A827999 : i < 40 ? 0x6ED9EBA1 : i < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
        uint32_t const next = std::rotl(a, 5) + f + e + k + w[i];
        e = d, d = c, c = std::rotl(b, 30), b = a, a = next;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

std::array<uint8_t, 20> sha1(std::vector<uint8_t> message) {
    std::array<uint32_t, 5> state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    uint64_t const bits = uint64_t{message.size()} * 8;
    message.push_back(0x80);
    while (message.size() % 64 != 56) message.push_back(0);
    for (int shift = 56; shift >= 0; shift -= 8) message.push_back(static_cast<uint8_t>(bits >> shift));
    for (size_t at = 0; at < message.size(); at += 64) sha1_block(state, message.data() + at);
    std::array<uint8_t, 20> digest;
    for (size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

}  // namespace

// 6f1c0a52-8c1e-5d0b-9a37-6c656164b5e1, made up once; every id that ships with the program hangs on it.
constinit Uuid const leadkeep_space{{0x6f, 0x1c, 0x0a, 0x52, 0x8c, 0x1e, 0x5d, 0x0b, 0x9a, 0x37, 0x6c, 0x65, 0x61, 0x64, 0xb5, 0xe1}};

std::string Uuid::to_string() const {
    std::string text;
    text.reserve(36);
    for (size_t i = 0; i < bytes.size(); ++i) {
        if (dash_before_byte(i)) text += '-';
        text += hex_digits[bytes[i] >> 4];
        text += hex_digits[bytes[i] & 15];
    }
    return text;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Uuid uuid;
    size_t at = 0;
    for (size_t i = 0; i < uuid.bytes.size(); ++i) {
        if (dash_before_byte(i) && text[at++] != '-') return std::nullopt;
        int const high = hex_value(text[at]), low = hex_value(text[at + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        uuid.bytes[i] = static_cast<uint8_t>(high << 4 | low);
        at += 2;
    }
    return uuid;
}

std::optional<Uuid> Uuid::from_bytes(std::span<uint8_t const> bytes) {
    Uuid uuid;
    if (bytes.size() != uuid.bytes.size()) return std::nullopt;
    std::memcpy(uuid.bytes.data(), bytes.data(), bytes.size());
    return uuid;
}

Uuid uuid_v7(int64_t now_ms, std::span<uint8_t const, 10> random) {
    Uuid uuid;
    for (int i = 0; i < 6; ++i) uuid.bytes[i] = static_cast<uint8_t>(static_cast<uint64_t>(now_ms) >> (40 - 8 * i));
    std::memcpy(uuid.bytes.data() + 6, random.data(), random.size());
    set_version(uuid, 7);
    return uuid;
}

Uuid uuid_v5(Uuid const& space, std::string_view name) {
    std::vector<uint8_t> message(space.bytes.begin(), space.bytes.end());
    message.insert(message.end(), name.begin(), name.end());
    auto const digest = sha1(std::move(message));
    Uuid uuid;
    std::memcpy(uuid.bytes.data(), digest.data(), uuid.bytes.size());
    set_version(uuid, 5);
    return uuid;
}

}  // namespace leadkeep

size_t std::hash<leadkeep::Uuid>::operator()(leadkeep::Uuid const& uuid) const noexcept {
    // The halves are mixed, since ids made by one command differ in their last bytes only.
    uint64_t high, low;
    std::memcpy(&high, uuid.bytes.data(), 8);
    std::memcpy(&low, uuid.bytes.data() + 8, 8);
    uint64_t mixed = (high ^ std::rotl(low, 29)) * 0x9E3779B97F4A7C15u;
    return static_cast<size_t>(mixed ^ mixed >> 32);
}
