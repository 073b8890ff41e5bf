// A row's stamps as its `stamps` column packs them: 20 bytes for the row (the stamp of all registers that have none of
// their own), then 21 bytes for each register written later on its own: its index, then its stamp.
// One stamp: ms 6 bytes, counter 4, device number 4, seq 6, all big-endian.
// Limits: device numbers are local to one database; they never leave it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "domain/stamp.h"
#include "store/connection.h"

namespace leadkeep::store {

// A stamp whose device is a local number; 0 is the nil device of the zero stamp.
struct LocalStamp {
    int64_t ms = 0;
    uint32_t counter = 0;
    uint32_t device_number = 0;
    int64_t seq = 0;
    bool operator==(LocalStamp const&) const = default;
};

class RowStamps {
public:
    static constexpr size_t stamp_size = 20, own_size = 21;

    explicit RowStamps(LocalStamp const& row);
    // A blob that no Leadkeep wrote (wrong length, a register twice or out of `register_count`) is refused.
    static std::optional<RowStamps> parse(std::span<uint8_t const> bytes, size_t register_count);

    LocalStamp row() const;
    LocalStamp of(uint8_t register_index) const;
    void set_row(LocalStamp const& stamp);
    void set(uint8_t register_index, LocalStamp const& stamp);  // the row's own stamp again: the entry goes
    std::span<uint8_t const> bytes() const { return bytes_; }
    size_t own_count() const { return (bytes_.size() - stamp_size) / own_size; }

private:
    RowStamps() = default;
    uint8_t* find(uint8_t register_index);
    std::vector<uint8_t> bytes_;
};

void pack_stamp(LocalStamp const& stamp, uint8_t* out);  // RowStamps::stamp_size bytes
LocalStamp unpack_stamp(uint8_t const* bytes);

// The device behind a number and the other way; number_of() gives unknown devices a number (a write).
Result<Uuid> device_of(Connection& connection, uint32_t number);
Result<uint32_t> number_of(Connection& writer, Uuid const& device);

}  // namespace leadkeep::store
