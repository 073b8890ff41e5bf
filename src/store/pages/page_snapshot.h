// Reads the file as it was at a snapshot: from the records that were kept for it, and those that are current and were there
// then. Limits: it changes nothing; what does not verify or is not there makes the whole reading fail.
#pragma once

#include <functional>
#include <vector>

#include "base/result.h"
#include "store/pages/page_record.h"

namespace leadkeep::store {

void load_snapshot(platform::BlockStorage& storage, Uuid const& database_id, uint64_t seq,
                   std::function<void(Result<std::vector<uint8_t>>)> on_loaded);

}  // namespace leadkeep::store
