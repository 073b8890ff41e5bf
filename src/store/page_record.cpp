#include "store/page_record.h"

#include <array>
#include <cassert>
#include <cstdio>
#include <cstring>

#include "store/page_checksum.h"

namespace leadkeep::store {

namespace {

constexpr uint32_t head_magic = 0x44484B4C;    // "LKHD"
constexpr uint32_t log_magic = 0x474C4B4C;     // "LKLG"
constexpr uint32_t extent_magic = 0x54584B4C;  // "LKXT"
constexpr uint16_t format_version = 1;
constexpr size_t head_bytes = 64;
constexpr size_t log_header_bytes = 32;
constexpr size_t extent_header_bytes = 24;
constexpr size_t checksum_bytes = 8;

// Appends little-endian numbers and bytes to a record whose size is known beforehand. The room is not zeroed first: in
// a large commit that takes as long as the copying.
class Writer {
public:
    explicit Writer(size_t size) : size_(size) { bytes_.reserve(size); }
    template <class T>
    void number(T value) {
        std::array<uint8_t, sizeof value> raw;
        std::memcpy(raw.data(), &value, sizeof value);
        append(raw);
    }
    void append(std::span<uint8_t const> bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
    Bytes finish(uint64_t seed) {
        number(xxh64(bytes_, seed));
        assert(bytes_.size() == size_);
        return std::move(bytes_);
    }

private:
    Bytes bytes_;
    size_t size_;
};

template <class T>
T number_at(std::span<uint8_t const> bytes, size_t at) {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

bool verifies(std::span<uint8_t const> bytes, uint64_t seed) {
    size_t const covered = bytes.size() - checksum_bytes;
    return number_at<uint64_t>(bytes, covered) == xxh64(bytes.first(covered), seed);
}

// So that a record of another database does not verify.
uint64_t seed_of(Uuid const& database_id) { return number_at<uint64_t>(database_id.bytes, 8); }

std::string key_with(char const* format, unsigned long long number, unsigned part = 0) {
    char text[40];
    std::snprintf(text, sizeof text, format, number, part);
    return text;
}

}  // namespace

std::string head_key() { return "head"; }
std::string log_key(LogKey key) { return key_with("log/%016llx/%04x", key.seq, key.part); }
std::string extent_key(uint32_t index) { return key_with("extent/%08llx", index); }

platform::BlockStorage::Range log_range(uint64_t after_seq) { return {log_key({after_seq + 1, 0}), "log0"}; }
platform::BlockStorage::Range extent_range() { return {"extent/", "extent0"}; }
platform::BlockStorage::Range head_range() { return {"head", "head0"}; }

Bytes encode_head(Head const& head) {
    Writer out(head_bytes);
    out.number(head_magic);
    out.number(format_version);
    out.number(uint16_t(page_bytes / 512));
    out.append(head.database_id.bytes);
    out.number(head.epoch);
    out.number(head.seq);
    out.number(head.page_count);
    out.number(head.extent_count);
    out.number(head.log_count);
    out.number(uint32_t(0));
    return out.finish(0);
}

Bytes encode_log(Uuid const& database_id, PageImage const& image, LogKey key, uint32_t parts, uint64_t previous_seq,
                 std::span<uint32_t const> pages) {
    assert(!pages.empty() && pages.size() <= log_record_pages);
    Writer out(log_header_bytes + pages.size() * (sizeof(uint32_t) + page_bytes) + checksum_bytes);
    out.number(log_magic);
    out.number(uint32_t(pages.size()));
    out.number(key.seq);
    out.number(previous_seq);
    out.number(key.part);
    out.number(parts);
    for (uint32_t page : pages) out.number(page);
    for (uint32_t page : pages) out.append(image.page(page));
    return out.finish(seed_of(database_id));
}

Bytes encode_extent(Uuid const& database_id, PageImage const& image, uint32_t index, uint64_t seq) {
    std::span<uint8_t const> const content = image.extent(index);
    Writer out(extent_header_bytes + content.size() + checksum_bytes);
    out.number(extent_magic);
    out.number(index);
    out.number(seq);
    out.number(uint64_t(content.size()));
    out.append(content);
    return out.finish(seed_of(database_id));
}

std::optional<Head> decode_head(std::span<uint8_t const> bytes) {
    if (bytes.size() != head_bytes || number_at<uint32_t>(bytes, 0) != head_magic) return std::nullopt;
    if (number_at<uint16_t>(bytes, 4) != format_version || number_at<uint16_t>(bytes, 6) != page_bytes / 512) return std::nullopt;
    if (!verifies(bytes, 0)) return std::nullopt;
    Head head;
    head.database_id = *Uuid::from_bytes(bytes.subspan(8, 16));
    head.epoch = number_at<uint64_t>(bytes, 24);
    head.seq = number_at<uint64_t>(bytes, 32);
    head.page_count = number_at<uint32_t>(bytes, 40);
    head.extent_count = number_at<uint32_t>(bytes, 44);
    head.log_count = number_at<uint32_t>(bytes, 48);
    return head;
}

bool is_newer_head(std::span<uint8_t const> bytes) {
    return bytes.size() >= 8 && number_at<uint32_t>(bytes, 0) == head_magic && number_at<uint16_t>(bytes, 4) > format_version;
}

std::optional<LogRecord> decode_log(Uuid const& database_id, std::span<uint8_t const> bytes) {
    if (bytes.size() < log_header_bytes + checksum_bytes || number_at<uint32_t>(bytes, 0) != log_magic) return std::nullopt;
    uint32_t const count = number_at<uint32_t>(bytes, 4);
    if (count == 0 || count > log_record_pages) return std::nullopt;
    if (bytes.size() != log_header_bytes + count * (sizeof(uint32_t) + page_bytes) + checksum_bytes) return std::nullopt;
    if (!verifies(bytes, seed_of(database_id))) return std::nullopt;
    LogRecord record;
    record.key.seq = number_at<uint64_t>(bytes, 8);
    record.previous_seq = number_at<uint64_t>(bytes, 16);
    record.key.part = number_at<uint32_t>(bytes, 24);
    record.parts = number_at<uint32_t>(bytes, 28);
    for (uint32_t i = 0; i < count; ++i) record.pages.push_back(number_at<uint32_t>(bytes, log_header_bytes + i * sizeof(uint32_t)));
    record.content = bytes.subspan(log_header_bytes + count * sizeof(uint32_t), size_t(count) * page_bytes);
    return record;
}

std::optional<Extent> decode_extent(Uuid const& database_id, std::span<uint8_t const> bytes) {
    if (bytes.size() < extent_header_bytes + checksum_bytes || number_at<uint32_t>(bytes, 0) != extent_magic) return std::nullopt;
    uint64_t const size = number_at<uint64_t>(bytes, 16);
    if (size == 0 || size > extent_bytes || size % page_bytes != 0) return std::nullopt;
    if (bytes.size() != extent_header_bytes + size + checksum_bytes || !verifies(bytes, seed_of(database_id))) return std::nullopt;
    Extent extent;
    extent.index = number_at<uint32_t>(bytes, 4);
    extent.seq = number_at<uint64_t>(bytes, 8);
    extent.content = bytes.subspan(extent_header_bytes, size);
    return extent;
}

}  // namespace leadkeep::store
