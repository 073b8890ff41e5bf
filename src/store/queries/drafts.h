// What was being typed and has not become a command yet. A table of this device alone; no stamps, no undo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/uuid.h"
#include "store/store.h"

namespace leadkeep::store {

struct DraftRow {
    Uuid record;
    std::string field, text;
};
Result<std::vector<DraftRow>> read_drafts(Connection& connection);
Result<void> write_draft(Store& store, DraftRow const& draft, int64_t now_ms);
Result<void> erase_draft(Store& store, Uuid const& record, std::string_view field);

}  // namespace leadkeep::store
