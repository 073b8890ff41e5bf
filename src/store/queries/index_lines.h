// All records in short, as searches, filters and lists look through them: one row of SQL each.
// Limits: reads everything of the kind asked for; meant to be kept, not called per frame.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

struct IndexLine {
    RecordRef record;
    // Everything that it can be found by, parted by line breaks: title, number, names, company, channels, e-mails.
    std::string text;
    Uuid manager, source, stage;         // nil: none
    int64_t stage_since_ms = 0;          // 0: unknown, or no card of a board
    std::optional<int64_t> amount_minor;
    std::string currency;
};
// None when it is in the trash, or no lead, deal, contact or company.
Result<std::optional<IndexLine>> read_index_line(Connection& connection, RecordRef record);
// The next of one kind behind `after` (nil: from the first), by id, at most `limit`; what is in the trash is left out.
Result<std::vector<IndexLine>> read_index_lines(Connection& connection, Entity entity, Uuid const& after, int limit);

}  // namespace leadkeep::store
