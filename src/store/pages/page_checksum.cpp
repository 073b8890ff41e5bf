// XXH64 as its specification says it (xxhash_spec.md), for little-endian machines: wasm and all we build on.
#include "store/pages/page_checksum.h"

#include <bit>
#include <cstring>

namespace leadkeep::store {

namespace {

static_assert(std::endian::native == std::endian::little);

constexpr uint64_t prime_1 = 0x9E3779B185EBCA87;
constexpr uint64_t prime_2 = 0xC2B2AE3D27D4EB4F;
constexpr uint64_t prime_3 = 0x165667B19E3779F9;
constexpr uint64_t prime_4 = 0x85EBCA77C2B2AE63;
constexpr uint64_t prime_5 = 0x27D4EB2F165667C5;

template <class T>
T load(uint8_t const* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

uint64_t round_of(uint64_t lane, uint64_t input) { return std::rotl(lane + input * prime_2, 31) * prime_1; }

uint64_t merge_lane(uint64_t hash, uint64_t lane) { return (hash ^ round_of(0, lane)) * prime_1 + prime_4; }

}  // namespace

uint64_t xxh64(std::span<uint8_t const> bytes, uint64_t seed) {
    uint8_t const* at = bytes.data();
    uint8_t const* const end = at + bytes.size();
    uint64_t hash = seed + prime_5;
    if (bytes.size() >= 32) {
        uint64_t a = seed + prime_1 + prime_2, b = seed + prime_2, c = seed, d = seed - prime_1;
        for (; end - at >= 32; at += 32) {
            a = round_of(a, load<uint64_t>(at));
            b = round_of(b, load<uint64_t>(at + 8));
            c = round_of(c, load<uint64_t>(at + 16));
            d = round_of(d, load<uint64_t>(at + 24));
        }
        hash = std::rotl(a, 1) + std::rotl(b, 7) + std::rotl(c, 12) + std::rotl(d, 18);
        for (uint64_t lane : {a, b, c, d}) hash = merge_lane(hash, lane);
    }
    hash += bytes.size();
    for (; end - at >= 8; at += 8) hash = std::rotl(hash ^ round_of(0, load<uint64_t>(at)), 27) * prime_1 + prime_4;
    for (; end - at >= 4; at += 4) hash = std::rotl(hash ^ load<uint32_t>(at) * prime_1, 23) * prime_2 + prime_3;
    for (; at != end; ++at) hash = std::rotl(hash ^ *at * prime_5, 11) * prime_1;
    hash = (hash ^ hash >> 33) * prime_2;
    hash = (hash ^ hash >> 29) * prime_3;
    return hash ^ hash >> 32;
}

}  // namespace leadkeep::store
