// Who is known by which phone or e-mail: in the database, and in the rows of the file that were imported already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::app {

struct KnownRecord {
    Uuid id;
    int64_t line = 0;  // of the file; 0: it was in the database before
};

class ImportMatches {
public:
    // Reads what the database knows, a part at a time; false: there is more.
    Result<bool> read_some(store::Connection& connection, Entity owner);
    void add(std::string_view kind, std::string_view normal, KnownRecord record);  // the first one that is told stays
    KnownRecord const* find(std::string_view kind, std::string_view normal) const;

private:
    static std::string key(std::string_view kind, std::string_view normal);
    std::unordered_map<std::string, KnownRecord> known_;
    Uuid last_;
};

}  // namespace leadkeep::app
