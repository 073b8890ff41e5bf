// Leads or deals by stage, by source, by manager: how many, and what they are worth.
#pragma once

#include <string>
#include <vector>

#include "app/lists.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/queries/report.h"

namespace leadkeep::app {

struct ReportLine {
    std::string name;
    int64_t count = 0;
    std::vector<Money> sums;
};
// By stage in the order of the columns, every stage; else the greatest first. What is not set (or not there any more)
// comes last and only if there is any.
Result<std::vector<ReportLine>> read_report(store::Connection& connection, Lists const& lists, Board board,
                                            store::GroupBy by);

}  // namespace leadkeep::app
