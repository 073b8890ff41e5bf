// Merges one row of a document into the row that is here, register by register: the later value wins. Nothing is written.
#pragma once

#include <string_view>
#include <vector>

#include "store/synced_row.h"
#include "sync/knowledge.h"
#include "sync/row.h"

namespace leadkeep::sync {

// A value that lost against one that was written without knowing of it.
struct LostValue {
    std::string_view register_name;
    std::string value;  // JSON
    Stamp lost, won;
};

struct RowMerge {
    store::SyncedRow row;  // as it is after the merge
    bool was_here = false;
    bool changed = false;
    std::vector<uint8_t> taken;  // registers that have the incoming value now
    bool was_deleted = false, is_deleted = false;
    std::vector<LostValue> lost;
};

// `local`: the row as it is here, if it is. `received`: what of each device has arrived before; its conflicts are told already.
RowMerge merge_row(IncomingRow const& incoming, std::optional<store::SyncedRow> local, Knowledge const& knowledge, SeqVector const& received);

// The same for what is kept aside; true if something changed.
bool merge_aside(TextCells& here, TextCells const& incoming);

}  // namespace leadkeep::sync
