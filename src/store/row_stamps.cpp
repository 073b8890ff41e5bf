// Packing and unpacking of stamps, and the table of device numbers.
#include "store/row_stamps.h"

#include <algorithm>
#include <bitset>

#include "base/i18n.h"

namespace leadkeep::store {
namespace {

void put_big_endian(uint8_t* out, uint64_t value, int size) {
    for (int i = size - 1; i >= 0; --i, value >>= 8) out[i] = static_cast<uint8_t>(value);
}

uint64_t big_endian(uint8_t const* bytes, int size) {
    uint64_t value = 0;
    for (int i = 0; i < size; ++i) value = value << 8 | bytes[i];
    return value;
}

}  // namespace

void pack_stamp(LocalStamp const& stamp, uint8_t* out) {
    put_big_endian(out, static_cast<uint64_t>(stamp.ms), 6);
    put_big_endian(out + 6, stamp.counter, 4);
    put_big_endian(out + 10, stamp.device_number, 4);
    put_big_endian(out + 14, static_cast<uint64_t>(stamp.seq), 6);
}

LocalStamp unpack_stamp(uint8_t const* bytes) {
    return {static_cast<int64_t>(big_endian(bytes, 6)), static_cast<uint32_t>(big_endian(bytes + 6, 4)),
            static_cast<uint32_t>(big_endian(bytes + 10, 4)), static_cast<int64_t>(big_endian(bytes + 14, 6))};
}

RowStamps::RowStamps(LocalStamp const& row) : bytes_(stamp_size) { pack_stamp(row, bytes_.data()); }

std::optional<RowStamps> RowStamps::parse(std::span<uint8_t const> bytes, size_t register_count) {
    if (bytes.size() < stamp_size || (bytes.size() - stamp_size) % own_size != 0) return std::nullopt;
    std::bitset<256> seen;
    for (size_t at = stamp_size; at < bytes.size(); at += own_size) {
        if (bytes[at] >= register_count || seen[bytes[at]]) return std::nullopt;
        seen.set(bytes[at]);
    }
    RowStamps stamps;
    stamps.bytes_.assign(bytes.begin(), bytes.end());
    return stamps;
}

uint8_t* RowStamps::find(uint8_t register_index) {
    for (size_t at = stamp_size; at < bytes_.size(); at += own_size)
        if (bytes_[at] == register_index) return bytes_.data() + at;
    return nullptr;
}

LocalStamp RowStamps::row() const { return unpack_stamp(bytes_.data()); }

LocalStamp RowStamps::of(uint8_t register_index) const {
    auto const* own = const_cast<RowStamps*>(this)->find(register_index);
    return own ? unpack_stamp(own + 1) : row();
}

void RowStamps::set_row(LocalStamp const& stamp) { pack_stamp(stamp, bytes_.data()); }

void RowStamps::set(uint8_t register_index, LocalStamp const& stamp) {
    auto* own = find(register_index);
    if (stamp == row()) {
        if (own) bytes_.erase(bytes_.begin() + (own - bytes_.data()), bytes_.begin() + (own - bytes_.data()) + own_size);
        return;
    }
    if (!own) {
        // Kept in the order of the registers, so that the same history packs to the same bytes.
        size_t at = stamp_size;
        while (at < bytes_.size() && bytes_[at] < register_index) at += own_size;
        bytes_.insert(bytes_.begin() + static_cast<ptrdiff_t>(at), own_size, 0);
        own = bytes_.data() + at;
        *own = register_index;
    }
    pack_stamp(stamp, own + 1);
}

Result<Uuid> device_of(Connection& connection, uint32_t number) {
    if (number == 0) return Uuid{};
    auto query = LK_TRY(connection.prepare("SELECT device FROM device_number WHERE number = ?1"));
    query.bind(1, int64_t{number});
    if (!LK_TRY(query.step()))
        return fail(ErrorKind::corrupt, tr_mark("The database is damaged: {0}."), {"device number " + std::to_string(number)});
    return query.uuid(0);
}

Result<uint32_t> number_of(Connection& writer, Uuid const& device) {
    if (device.is_nil()) return uint32_t{0};
    {
        auto query = LK_TRY(writer.prepare("SELECT number FROM device_number WHERE device = ?1"));
        query.bind(1, device);
        if (LK_TRY(query.step())) return static_cast<uint32_t>(query.integer(0));
    }
    auto insert = LK_TRY(writer.prepare(
        "INSERT INTO device_number (number, device) SELECT coalesce(max(number), 0) + 1, ?1 FROM device_number RETURNING number"));
    insert.bind(1, device);
    if (!LK_TRY(insert.step())) return fail(ErrorKind::storage, tr_mark("The database failed: {0}."), {"device_number"});
    auto const number = static_cast<uint32_t>(insert.integer(0));
    LK_CHECK(insert.step());
    return number;
}

}  // namespace leadkeep::store
