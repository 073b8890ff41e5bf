// XXH64, the checksum of every stored record: fast in wasm, public, the same everywhere. Not a defence against intent.
#pragma once

#include <cstdint>
#include <span>

namespace leadkeep::store {

uint64_t xxh64(std::span<uint8_t const> bytes, uint64_t seed);

}  // namespace leadkeep::store
