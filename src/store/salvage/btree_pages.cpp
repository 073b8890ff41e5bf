// The file format is SQLite's ("Database File Format", sections 1.6 and 2.1); numbers are big-endian.
#include "store/salvage/btree_pages.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace leadkeep::store {
namespace {

constexpr size_t file_header_bytes = 100;
// A page belongs to one row; a stale copy of that row may name it once more.
constexpr uint8_t most_overflow_reads = 4;

uint64_t big_endian(std::span<uint8_t const> bytes) {
    uint64_t value = 0;
    for (uint8_t const byte : bytes) value = value << 8 | byte;
    return value;
}

// Advances `at`. False: it does not end within the bytes.
bool read_varint(std::span<uint8_t const> bytes, size_t& at, uint64_t& value) {
    value = 0;
    for (int i = 0; i < 9 && at < bytes.size(); ++i) {
        uint8_t const byte = bytes[at++];
        if (i == 8) {
            value = value << 8 | byte;
            return true;
        }
        value = value << 7 | (byte & 0x7F);
        if (byte < 0x80) return true;
    }
    return false;
}

int64_t signed_integer(std::span<uint8_t const> bytes) {
    uint64_t const value = big_endian(bytes);
    auto const unused_bits = static_cast<unsigned>(64 - 8 * bytes.size());
    return static_cast<int64_t>(value << unused_bits) >> unused_bits;
}

// False: a serial type that no SQLite writes.
bool size_of(uint64_t serial_type, uint64_t& size) {
    static constexpr uint8_t sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (serial_type < std::size(sizes)) {
        size = sizes[serial_type];
        return true;
    }
    size = (serial_type - 12) / 2;
    return serial_type >= 12;
}

StoredField field_of(uint64_t serial_type, std::span<uint8_t const> bytes) {
    using Kind = StoredField::Kind;
    StoredField field;
    if (serial_type == 0) return field;
    if (serial_type == 7) {
        field.kind = Kind::real;
        uint64_t const bits = big_endian(bytes);
        std::memcpy(&field.real, &bits, sizeof field.real);
    } else if (serial_type < 12) {
        field.kind = Kind::integer;
        field.integer = serial_type >= 8 ? static_cast<int64_t>(serial_type) - 8 : signed_integer(bytes);
    } else {
        field.kind = serial_type % 2 ? Kind::text : Kind::blob;
        field.bytes = bytes;
    }
    return field;
}

// The fields whose bytes are there; the others are cut. False: this is no record.
bool read_record(std::span<uint8_t const> payload, uint64_t full_size, std::vector<StoredField>& fields) {
    fields.clear();
    size_t at = 0;
    uint64_t header_size = 0;
    if (!read_varint(payload, at, header_size) || header_size < at || header_size > payload.size()) return false;
    auto const header = payload.first(static_cast<size_t>(header_size));
    uint64_t body = header_size;
    while (at < header.size()) {
        uint64_t serial_type = 0, size = 0;
        if (!read_varint(header, at, serial_type) || !size_of(serial_type, size) || size > full_size - body) return false;
        bool const is_here = body + size <= payload.size();
        fields.push_back(is_here ? field_of(serial_type, payload.subspan(static_cast<size_t>(body), static_cast<size_t>(size)))
                                 : StoredField{.kind = StoredField::Kind::cut});
        body += size;
    }
    return body == full_size && !fields.empty();
}

bool is_inner(PageKind kind) { return kind == PageKind::index_inner || kind == PageKind::table_inner; }

}  // namespace

BtreePages::BtreePages(std::span<uint8_t const> file) : file_(file) {
    // Without its first page a file is taken for one of ours.
    if (file.size() >= file_header_bytes && std::memcmp(file.data(), "SQLite format 3", 16) == 0) {
        auto const size = static_cast<uint32_t>(big_endian(file.subspan(16, 2)));
        auto const told = size == 1 ? 65536 : size;
        if (told >= 512 && (told & (told - 1)) == 0) page_size_ = told;
        usable_ = page_size_ - file[20];
        if (usable_ < 480) usable_ = page_size_;
    }
    count_ = static_cast<uint32_t>(std::min<uint64_t>(file.size() / page_size_, 0xFFFF'FFFE));
    overflow_reads_.resize(size_t{count_} + 1);
}

std::span<uint8_t const> BtreePages::page_bytes(uint32_t page) const {
    return file_.subspan(size_t{page - 1} * page_size_, usable_);
}

uint32_t BtreePages::number(std::span<uint8_t const> bytes, size_t at) const {
    return static_cast<uint32_t>(big_endian(bytes.subspan(at, 4)));
}

PageKind BtreePages::kind(uint32_t page) const {
    if (page < 1 || page > count_) return PageKind::none;
    switch (page_bytes(page)[page == 1 ? file_header_bytes : 0]) {
        case 2: return PageKind::index_inner;
        case 5: return PageKind::table_inner;
        case 10: return PageKind::index_leaf;
        case 13: return PageKind::table_leaf;
        default: return PageKind::none;
    }
}

std::vector<size_t> BtreePages::cell_offsets(uint32_t page) const {
    auto const bytes = page_bytes(page);
    size_t const head = page == 1 ? file_header_bytes : 0;
    size_t const pointers = head + (is_inner(kind(page)) ? 12 : 8);
    auto const told = static_cast<size_t>(big_endian(bytes.subspan(head + 3, 2)));
    size_t const cells = std::min(told, (bytes.size() - pointers) / 2);
    std::vector<size_t> offsets;
    for (size_t i = 0; i < cells; ++i) {
        auto const at = static_cast<size_t>(big_endian(bytes.subspan(pointers + 2 * i, 2)));
        if (at >= pointers && at < bytes.size()) offsets.push_back(at);
    }
    return offsets;
}

std::vector<uint32_t> BtreePages::children(uint32_t page) const {
    std::vector<uint32_t> below;
    if (!is_inner(kind(page))) return below;
    auto const bytes = page_bytes(page);
    for (size_t const at : cell_offsets(page))
        if (at + 4 <= bytes.size()) below.push_back(number(bytes, at));
    below.push_back(number(bytes, (page == 1 ? file_header_bytes : 0) + 8));
    return below;
}

void BtreePages::read(uint32_t page, std::function<void(BtreeCell const&)> const& visit) {
    PageKind const of = kind(page);
    if (of == PageKind::none || of == PageKind::table_inner) return;
    auto const bytes = page_bytes(page);
    size_t room = bytes.size();  // cells do not overlap
    BtreeCell cell;
    for (size_t const at : cell_offsets(page))
        if (read_cell(bytes, at, of, room, cell)) visit(cell);
}

bool BtreePages::read_cell(std::span<uint8_t const> bytes, size_t at, PageKind of, size_t& room, BtreeCell& cell) {
    if (of == PageKind::index_inner) at += 4;
    uint64_t size = 0, rowid = 0;
    if (!read_varint(bytes, at, size) || size > file_.size()) return false;
    if (of == PageKind::table_leaf && !read_varint(bytes, at, rowid)) return false;
    cell.rowid = static_cast<int64_t>(rowid);
    Payload payload;
    return take_payload(bytes, at, size, of, room, payload) && read_record(payload.bytes, payload.full_size, cell.fields);
}

bool BtreePages::take_payload(std::span<uint8_t const> bytes, size_t at, uint64_t size, PageKind of, size_t& room, Payload& payload) {
    uint64_t const most_local = of == PageKind::table_leaf ? usable_ - 35 : (usable_ - 12) * 64 / 255 - 23;
    uint64_t const least_local = (usable_ - 12) * 32 / 255 - 23;
    uint64_t local = size;
    if (size > most_local) {
        local = least_local + (size - least_local) % (usable_ - 4);
        if (local > most_local) local = least_local;
    }
    size_t const taken = static_cast<size_t>(local) + (local < size ? 4 : 0);
    if (at > bytes.size() || taken > bytes.size() - at || taken > room) return false;
    room -= taken;
    payload = {bytes.subspan(at, static_cast<size_t>(local)), size};
    if (local == size) return true;
    joined_.assign(payload.bytes.begin(), payload.bytes.end());
    follow_overflow(number(bytes, at + static_cast<size_t>(local)), size - local);
    payload.bytes = joined_;
    return true;
}

// Appends what is there of the chain to joined_.
void BtreePages::follow_overflow(uint32_t page, uint64_t wanted) {
    while (wanted > 0 && page >= 1 && page <= count_ && overflow_reads_[page] < most_overflow_reads) {
        ++overflow_reads_[page];
        auto const bytes = page_bytes(page);
        auto const count = static_cast<size_t>(std::min<uint64_t>(wanted, usable_ - 4));
        uint32_t const next = number(bytes, 0);
        // A page that was lost reads as zeros: the end of a chain that still owes something.
        if (next == 0 && count < wanted) return;
        auto const content = bytes.subspan(4, count);
        if (next == 0 && std::all_of(content.begin(), content.end(), [](uint8_t byte) { return byte == 0; })) return;
        joined_.insert(joined_.end(), content.begin(), content.end());
        wanted -= count;
        page = next;
    }
}

std::vector<bool> BtreePages::free_pages() const {
    std::vector<bool> free(size_t{count_} + 1);
    if (kind(1) == PageKind::none) return free;
    uint32_t trunk = number(file_, 32);
    while (trunk >= 2 && trunk <= count_ && !free[trunk]) {
        free[trunk] = true;
        auto const bytes = page_bytes(trunk);
        uint32_t const told = number(bytes, 4);
        size_t const leaves = std::min<size_t>(told, (bytes.size() - 8) / 4);
        for (size_t i = 0; i < leaves; ++i)
            if (uint32_t const leaf = number(bytes, 8 + 4 * i); leaf >= 2 && leaf <= count_) free[leaf] = true;
        trunk = number(bytes, 0);
    }
    return free;
}

}  // namespace leadkeep::store
