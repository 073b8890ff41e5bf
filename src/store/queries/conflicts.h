// The journal of values that lost against a concurrent one, as merges write it (src/sync/FORMAT.md, "Conflicts").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/uuid.h"
#include "store/connection.h"

namespace leadkeep::store {

struct ConflictRow {
    int64_t number = 0;
    std::string table, register_name;
    Uuid row;
    std::string lost_value, lost_stamp;  // JSON, as in a sync document
    bool settled = false;
};
// Those that nobody has settled, newest first, at most `limit`.
Result<std::vector<ConflictRow>> read_open_conflicts(Connection& connection, int limit);
Result<std::optional<ConflictRow>> read_conflict(Connection& connection, int64_t number);
Result<int64_t> count_open_conflicts(Connection& connection);
Result<void> settle_conflict(Connection& writer, int64_t number);
Result<void> settle_all_conflicts(Connection& writer);

}  // namespace leadkeep::store
