// Looks a whole database over: the file, the schema, the stamps, what refers to what. Changes nothing.
// Limits: reads every row; of findings of one kind the first is told and the rest are counted.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace leadkeep::store {

enum class Severity : uint8_t {
    remark,  // allowed, and maybe worth a look: a reference to what a merge has not brought yet
    damage,  // must not be; a backup or another device's sync file may hold what is lost
};

// `text` is an English sentence and its translation key, as in Error.
struct Finding {
    Severity severity;
    std::string text;
    std::vector<std::string> args;
};
std::string describe(Finding const& finding);  // in the current language

// The check in steps, for a page that goes on drawing meanwhile.
class DatabaseCheck {
public:
    enum class Portions : uint8_t {
        whole,      // the file at once, its free pages included
        by_tables,  // each step short; a table's own pages and indexes at once
    };
    DatabaseCheck(Store& store, Portions portions);
    ~DatabaseCheck();
    // False: that was all. Not to be called after that, nor after an Error (the database can't be read at all).
    Result<bool> step();
    size_t done() const;
    size_t total() const;  // grows while it learns what there is to do
    std::vector<Finding> const& findings() const;

private:
    class Checker;
    std::unique_ptr<Checker> checker_;
};

// Empty: nothing to tell. An Error only when the database can't be read at all.
Result<std::vector<Finding>> check(Store& store);

}  // namespace leadkeep::store
