#include "store/pages/page_record.h"

#include <array>
#include <cassert>
#include <cstdio>
#include <cstring>

#include "store/pages/page_checksum.h"

namespace leadkeep::store {

namespace {

constexpr uint32_t head_magic = 0x44484B4C;    // "LKHD"
constexpr uint32_t log_magic = 0x474C4B4C;     // "LKLG"
constexpr uint32_t extent_magic = 0x54584B4C;  // "LKXT"
constexpr uint32_t snapshot_magic = 0x50534B4C;  // "LKSP"
constexpr uint16_t format_version = 2;
constexpr size_t head_bytes = 64;
constexpr size_t log_header_bytes = 40;
constexpr size_t snapshot_header_bytes = 40;
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
    [[maybe_unused]] size_t size_;  // for the assertion
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

std::string snapshot_key(uint64_t seq) { return key_with("snapshot/%016llx", seq); }
std::string kept_key(uint64_t snapshot_seq, std::string const& key) { return key_with("kept/%016llx/", snapshot_seq) + key; }

// '0' comes behind '/' in ASCII: "log0" ends all keys that begin with "log/".
platform::KeyRange log_range(uint64_t after_seq) { return {log_key({after_seq + 1, 0}), "log0"}; }
platform::KeyRange extent_range() { return {"extent/", "extent0"}; }
platform::KeyRange head_range() { return {"head", "head0"}; }
platform::KeyRange snapshot_range() { return {"snapshot/", "snapshot0"}; }
platform::KeyRange kept_range(uint64_t from_snapshot_seq) { return {kept_key(from_snapshot_seq, ""), "kept0"}; }
platform::KeyRange kept_range_through(uint64_t snapshot_seq) { return {"kept/", key_with("kept/%016llx0", snapshot_seq)}; }
std::vector<platform::KeyRange> all_other_ranges() { return {extent_range(), log_range(0), snapshot_range(), kept_range(0)}; }

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
    out.number(head.mark);
    return out.finish(0);
}

Bytes encode_log(Uuid const& database_id, PageImage const& image, LogRecord const& part) {
    assert(!part.pages.empty() && part.pages.size() <= log_record_pages);
    Writer out(log_header_bytes + part.pages.size() * (sizeof(uint32_t) + page_bytes) + checksum_bytes);
    out.number(log_magic);
    out.number(uint32_t(part.pages.size()));
    out.number(part.key.seq);
    out.number(part.previous_seq);
    out.number(part.key.part);
    out.number(part.parts);
    out.number(part.page_count);
    out.number(uint32_t(0));
    for (uint32_t page : part.pages) out.number(page);
    for (uint32_t page : part.pages) out.append(image.page(page));
    return out.finish(seed_of(database_id));
}

Bytes encode_snapshot(Uuid const& database_id, SnapshotRecord const& snapshot) {
    assert(snapshot.note.size() <= most_note_bytes);
    Writer out(snapshot_header_bytes + snapshot.note.size() + checksum_bytes);
    out.number(snapshot_magic);
    out.number(uint32_t(snapshot.note.size()));
    out.number(snapshot.seq);
    out.number(snapshot.taken_at_ms);
    out.number(snapshot.page_count);
    out.number(snapshot.extent_count);
    out.number(snapshot.log_count);
    out.number(uint32_t(snapshot.reason));
    out.append({reinterpret_cast<uint8_t const*>(snapshot.note.data()), snapshot.note.size()});
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
    head.mark = number_at<uint32_t>(bytes, 52);
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
    record.page_count = number_at<uint32_t>(bytes, 32);
    for (uint32_t i = 0; i < count; ++i) record.pages.push_back(number_at<uint32_t>(bytes, log_header_bytes + i * sizeof(uint32_t)));
    record.content = bytes.subspan(log_header_bytes + count * sizeof(uint32_t), size_t(count) * page_bytes);
    return record;
}

std::optional<SnapshotRecord> decode_snapshot(Uuid const& database_id, std::span<uint8_t const> bytes) {
    if (bytes.size() < snapshot_header_bytes + checksum_bytes || number_at<uint32_t>(bytes, 0) != snapshot_magic) return std::nullopt;
    size_t const note_bytes = number_at<uint32_t>(bytes, 4);
    if (note_bytes > most_note_bytes || bytes.size() != snapshot_header_bytes + note_bytes + checksum_bytes) return std::nullopt;
    if (!verifies(bytes, seed_of(database_id))) return std::nullopt;
    SnapshotRecord snapshot;
    snapshot.seq = number_at<uint64_t>(bytes, 8);
    snapshot.taken_at_ms = number_at<int64_t>(bytes, 16);
    snapshot.page_count = number_at<uint32_t>(bytes, 24);
    snapshot.extent_count = number_at<uint32_t>(bytes, 28);
    snapshot.log_count = number_at<uint32_t>(bytes, 32);
    snapshot.reason = static_cast<uint8_t>(number_at<uint32_t>(bytes, 36));
    auto const note = bytes.subspan(snapshot_header_bytes, note_bytes);
    snapshot.note.assign(note.begin(), note.end());
    return snapshot;
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
