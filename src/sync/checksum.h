// SHA-256 (FIPS 180-4) over the rows of a sync file: tells a damaged file from a whole one. It is no signature.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace leadkeep::sync {

class Sha256 {
public:
    void add(std::string_view bytes);
    std::string hex();  // of all that was added; lower-case; ends the use of this object

private:
    void block(unsigned char const* data);

    std::array<uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> pending_{};
    size_t pending_size_ = 0;
    uint64_t total_bytes_ = 0;
};

}  // namespace leadkeep::sync
