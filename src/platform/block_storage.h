// Asynchronous key → bytes storage with transactions over many keys: IndexedDB in the browser, a seeded simulator of its
// failures in headless/. It knows nothing of pages; every value is opaque bytes.
// Limits: callbacks never run inside the call that they belong to; every request is answered exactly once.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace leadkeep::platform {

using Bytes = std::vector<uint8_t>;

enum class Durability : uint8_t { relaxed, strict };

enum class StorageOutcome : uint8_t {
    done,
    mismatch,     // the expected record reads otherwise; nothing was written
    aborted,      // the transaction was rolled back; a retry may do
    connection,   // the connection broke: the transaction may or may not have landed
    full,         // quota or disk; rolled back
    unavailable,  // there is no storage: blocked by settings, private mode, not supported
    timeout,      // no answer in time: it may or may not have landed
    unreadable,   // the browser reads back an error for stored data
};

// Every key with first ≤ key < last.
struct KeyRange {
    std::string first;
    std::string last;
};

// What must be stored under a key for a transaction to go through; nullopt: nothing is there.
struct Expected {
    std::string key;
    std::optional<Bytes> value;
    std::optional<KeyRange> absent;  // and no key of this range may be there
};

struct Put {
    std::string key;
    Bytes value;
};

// What is stored under one key comes under another one as well; nothing there: nothing is copied.
struct Copy {
    std::string from;
    std::string to;
};

// Takes place in this order: the question, the copies, the ranges that go, the puts, the keys that go.
struct StorageTransaction {
    Expected expected;
    std::vector<Copy> copies;
    std::vector<KeyRange> deleted_ranges;
    std::vector<Put> puts;
    std::vector<std::string> deletes;
    Durability durability = Durability::relaxed;
};

struct StorageAnswer {
    StorageOutcome outcome = StorageOutcome::done;
    std::string detail;          // the browser's own words, for a report
    std::optional<Bytes> found;  // mismatch: what was there
};

class BlockStorage {
public:
    virtual ~BlockStorage() = default;
    virtual void run(StorageTransaction transaction, std::function<void(StorageAnswer)> on_answer) = 0;
    // Every record of each range in order, all of one state; `on_record` sees each once and must
    // copy what it keeps. Runs after every transaction handed in earlier.
    virtual void load(std::vector<KeyRange> ranges, std::function<void(std::string_view key, std::span<uint8_t const> value)> on_record,
                      std::function<void(StorageAnswer)> on_answer) = 0;
};

// web/ only: the IndexedDB database of this name, opened at the first request and again whenever it was closed.
std::unique_ptr<BlockStorage> browser_block_storage(std::string const& name);

}  // namespace leadkeep::platform
