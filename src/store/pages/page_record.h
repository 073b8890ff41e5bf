// The kinds of records that the page store keeps, as bytes: the head, log records, extents, snapshots (PAGES.md has the
// layouts). Limits: encoding and checking only; little-endian; a record that does not verify is never half read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/uuid.h"
#include "platform/block_storage.h"
#include "store/pages/page_image.h"

namespace leadkeep::store {

using platform::Bytes;

// The one record that every transaction checks. The log records behind its seq go on from it.
struct Head {
    Uuid database_id;
    uint64_t epoch = 0;  // grows by one with every tab that takes the right to write
    uint64_t seq = 0;    // the last commit that is stored when the head is written
    uint32_t page_count = 0;
    uint32_t extent_count = 0;  // how many extent and log records there are then: a lost one is noticed
    uint32_t log_count = 0;
    // Drawn at random each time a head is written: no two are equal, neither those of two tabs that raise the epoch to the same
    // number, nor those of two attempts of one tab that bring different things. When an answer is lost, it tells which landed.
    uint32_t mark = 0;
    bool operator==(Head const&) const = default;
};

// Pages as one commit (or a group of them) left them; together at most 60 KiB, above which Chromium makes files.
constexpr uint32_t log_record_pages = 14;

struct LogKey {
    uint64_t seq = 0;
    uint32_t part = 0;
    auto operator<=>(LogKey const&) const = default;
};

struct LogRecord {
    LogKey key;
    uint64_t previous_seq = 0;  // what the group was written on top of
    uint32_t parts = 1;
    uint32_t page_count = 0;  // of the file after the group
    std::vector<uint32_t> pages;
    std::span<uint8_t const> content;  // pages.size() pages, within the record's bytes
};

struct Extent {
    uint32_t index = 0;
    uint64_t seq = 0;  // it holds its pages as they were after this commit
    std::span<uint8_t const> content;
};

std::string head_key();
std::string log_key(LogKey key);
// A snapshot as it is stored; its key holds its seq.
struct SnapshotRecord {
    uint64_t seq = 0;
    int64_t taken_at_ms = 0;
    uint32_t page_count = 0;
    uint32_t extent_count = 0;  // how many records make the file then: one that is lost is noticed
    uint32_t log_count = 0;
    uint8_t reason = 0;
    std::string note;  // at most most_note_bytes
};
constexpr size_t most_note_bytes = 200;

std::string extent_key(uint32_t index);
std::string snapshot_key(uint64_t seq);
// Where a record goes that a snapshot needs when it is replaced: the snapshot's own copy of it.
std::string kept_key(uint64_t snapshot_seq, std::string const& key);
platform::KeyRange log_range(uint64_t after_seq);
platform::KeyRange extent_range();
platform::KeyRange head_range();
platform::KeyRange snapshot_range();
platform::KeyRange kept_range(uint64_t from_snapshot_seq);  // of this snapshot and all newer ones
platform::KeyRange kept_range_through(uint64_t snapshot_seq);  // of this snapshot and all older ones
// Everything but the head.
std::vector<platform::KeyRange> all_other_ranges();

Bytes encode_head(Head const& head);
// Of a group's part: the pages as the image has them.
Bytes encode_log(Uuid const& database_id, PageImage const& image, LogRecord const& part);
Bytes encode_snapshot(Uuid const& database_id, SnapshotRecord const& snapshot);
Bytes encode_extent(Uuid const& database_id, PageImage const& image, uint32_t index, uint64_t seq);

// Nothing: not such a record, damaged, or (log, extent) of another database.
std::optional<Head> decode_head(std::span<uint8_t const> bytes);
std::optional<LogRecord> decode_log(Uuid const& database_id, std::span<uint8_t const> bytes);
std::optional<SnapshotRecord> decode_snapshot(Uuid const& database_id, std::span<uint8_t const> bytes);
std::optional<Extent> decode_extent(Uuid const& database_id, std::span<uint8_t const> bytes);

// A head written by a newer version of this program (it begins like a head, but says a format we don't know).
bool is_newer_head(std::span<uint8_t const> bytes);

}  // namespace leadkeep::store
