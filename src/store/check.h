// Looks a whole database over: the file, the schema, the stamps, what refers to what. Changes nothing.
// Limits: reads every row; of findings of one kind the first is told and the rest are counted.
#pragma once

#include <cstdint>
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

// Empty: nothing to tell. An Error only when the database can't be read at all.
Result<std::vector<Finding>> check(Store& store);

}  // namespace leadkeep::store
