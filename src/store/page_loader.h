// PageLoader: collects the stored records into an image, verified. Limits: an image is complete or not touched at all;
// nothing is ever written here.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "base/result.h"
#include "store/page_layout.h"

namespace leadkeep::store {

// What one reading of the storage found. No head: nothing is stored.
struct LoadedPages {
    std::optional<Head> head;
    Bytes head_bytes;
    PageImage image;
    StoredLayout layout;
};

// Everything, for opening. An Error: corrupt, unsupported (a newer format) or storage.
void load_pages(platform::BlockStorage& storage, std::function<void(Result<LoadedPages>, platform::StorageOutcome)> on_loaded);

// What came after `known`, for a tab that follows: the pages changed since, newest last.
struct NewerPages {
    Head head;
    Bytes head_bytes;
    std::map<uint32_t, Bytes> pages;
    enum class Reach : uint8_t { complete, too_far } reach = Reach::complete;  // too_far: folded meanwhile, load everything
};
void load_newer_pages(platform::BlockStorage& storage, Head const& known, std::function<void(Result<NewerPages>)> on_loaded);

}  // namespace leadkeep::store
