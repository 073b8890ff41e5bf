// The three kinds of records that the page store keeps, as bytes: the head, a log record, an extent (PAGES.md has the
// layouts). Limits: encoding and checking only; little-endian; a record that does not verify is never half read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/uuid.h"
#include "platform/block_storage.h"
#include "store/page_image.h"

namespace leadkeep::store {

using platform::Bytes;

// The one record that every transaction checks and rewrites.
struct Head {
    Uuid database_id;
    uint64_t epoch = 0;  // grows by one with every tab that takes the right to write
    uint64_t seq = 0;    // the last commit that is stored
    uint32_t page_count = 0;
    uint32_t extent_count = 0;  // how many extent and log records there are: a lost one is noticed
    uint32_t log_count = 0;
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
std::string extent_key(uint32_t index);
platform::BlockStorage::Range log_range(uint64_t after_seq);
platform::BlockStorage::Range extent_range();
platform::BlockStorage::Range head_range();

Bytes encode_head(Head const& head);
Bytes encode_log(Uuid const& database_id, PageImage const& image, LogKey key, uint32_t parts, uint64_t previous_seq,
                 std::span<uint32_t const> pages);
Bytes encode_extent(Uuid const& database_id, PageImage const& image, uint32_t index, uint64_t seq);

// Nothing: not such a record, damaged, or (log, extent) of another database.
std::optional<Head> decode_head(std::span<uint8_t const> bytes);
std::optional<LogRecord> decode_log(Uuid const& database_id, std::span<uint8_t const> bytes);
std::optional<Extent> decode_extent(Uuid const& database_id, std::span<uint8_t const> bytes);

// A head written by a newer version of this program (it begins like a head, but says a format we don't know).
bool is_newer_head(std::span<uint8_t const> bytes);

}  // namespace leadkeep::store
