// Search as one types: every word must be found somewhere in a record's texts, letter case and ё/е aside, phones by
// their digits. Limits: keeps the folded texts of all records in memory (some hundred bytes each) and looks through
// them in order.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "app/lists.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"

namespace leadkeep::app {

class Search {
public:
    void forget() { fresh_ = false; }
    void forget_record(RecordRef record) { stale_.push_back(record); }
    // The best first: what begins with the text, then what contains it, newer before older.
    Result<std::vector<RecordRef>> find(store::Connection& connection, std::string const& text, size_t limit);

private:
    struct Entry {
        RecordRef record;
        std::string folded;  // words in lower case, one space between
        std::string digits;
    };
    Result<void> refresh(store::Connection& connection);
    static Entry entry_of(RecordRef record, std::string const& text);

    std::vector<Entry> entries_;
    std::unordered_map<Uuid, size_t> place_;
    std::vector<RecordRef> stale_;
    bool fresh_ = false;
};

}  // namespace leadkeep::app
