// Collects the stored records into an image, verified. Limits: nothing is ever written here, and nothing is guessed: what
// does not verify is a fault of the whole.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "base/result.h"
#include "store/pages/damage.h"
#include "store/pages/page_layout.h"

namespace leadkeep::store {

// What one reading of the storage found. No head: nothing is stored.
struct LoadedPages {
    std::optional<Head> head;  // with the log records behind its seq taken in
    Bytes head_bytes;          // the head record as it is stored
    PageImage image;
    StoredLayout layout;
};

struct Loading {
    Result<> whole;  // or why not: corrupt, unsupported (a newer format), storage
    platform::StorageOutcome outcome = platform::StorageOutcome::done;
    LoadedPages pages;  // when not whole: what could be read, to be looked at and never to be written on
    Damage damage;
};

// Everything, for opening. `likely_id`: whose records to gather for a rescue if the head can't be read.
void load_pages(platform::BlockStorage& storage, std::optional<Uuid> likely_id, std::function<void(Loading)> on_loaded);

// What came after `known`, for a tab that follows: the pages changed since, newest last.
struct NewerPages {
    Head head;
    std::map<uint32_t, Bytes> pages;
    enum class Reach : uint8_t { complete, too_far } reach = Reach::complete;  // too_far: folded meanwhile, load everything
};
void load_newer_pages(platform::BlockStorage& storage, Head const& known, std::function<void(Result<NewerPages>)> on_loaded);

}  // namespace leadkeep::store
