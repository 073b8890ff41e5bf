// Figures over all leads or deals that are not in the trash.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

enum class GroupBy : uint8_t { stage, source, manager };

// One line per group and currency; amounts that were never set count as none.
struct ReportRow {
    Uuid group;            // nil: not set
    std::string currency;  // "" where no amount is set
    int64_t count = 0;
    int64_t minor = 0;
};
Result<std::vector<ReportRow>> read_report(Connection& connection, Entity cards, GroupBy by);

}  // namespace leadkeep::store
