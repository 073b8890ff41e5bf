// The journal of conflicts as a person reads it: the value that stands, the one that lost, who set each and when.
#pragma once

#include <string>
#include <vector>

#include "app/lists.h"
#include "base/result.h"
#include "store/connection.h"

namespace leadkeep::app {

struct ConflictSide {
    std::string value;  // "" where it is empty
    std::string who, when;
};
struct ConflictView {
    int64_t number = 0;       // for SettleConflict
    RecordRef record;         // that has the value, or that its row belongs to
    bool can_open = false;    // it has a card
    std::string title, field; // "Roof repair", "Amount"
    ConflictSide stands, lost;
};

// What nobody has settled, newest first, at most `limit`. Of a row that is not there any more nothing is told.
Result<std::vector<ConflictView>> read_conflict_views(store::Connection& connection, Lists const& lists, Uuid const& own_device, int64_t now_ms, int limit);

}  // namespace leadkeep::app
