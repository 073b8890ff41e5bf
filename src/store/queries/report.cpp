// One GROUP BY each; the by-stage figures come from the board's covering index alone.
#include "store/queries/report.h"

#include <cassert>

namespace leadkeep::store {
namespace {

std::string_view report_sql(Entity cards, GroupBy by) {
    assert(cards == Entity::lead || cards == Entity::deal);
    bool const leads = cards == Entity::lead;
    switch (by) {
        case GroupBy::stage:
            return leads ? "SELECT stage_id, currency, count(*), sum(amount_minor) FROM lead WHERE deleted_at_ms IS "
                           "NULL GROUP BY 1, 2"
                         : "SELECT stage_id, currency, count(*), sum(amount_minor) FROM deal WHERE deleted_at_ms IS "
                           "NULL GROUP BY 1, 2";
        case GroupBy::source:
            return leads ? "SELECT source_id, currency, count(*), sum(amount_minor) FROM lead WHERE deleted_at_ms IS "
                           "NULL GROUP BY 1, 2"
                         : "SELECT source_id, currency, count(*), sum(amount_minor) FROM deal WHERE deleted_at_ms IS "
                           "NULL GROUP BY 1, 2";
        case GroupBy::manager: break;
    }
    return leads ? "SELECT manager_id, currency, count(*), sum(amount_minor) FROM lead WHERE deleted_at_ms IS NULL "
                   "GROUP BY 1, 2"
                 : "SELECT manager_id, currency, count(*), sum(amount_minor) FROM deal WHERE deleted_at_ms IS NULL "
                   "GROUP BY 1, 2";
}

}  // namespace

Result<std::vector<ReportRow>> read_report(Connection& connection, Entity cards, GroupBy by) {
    auto statement = LK_TRY(connection.prepare(report_sql(cards, by)));
    std::vector<ReportRow> rows;
    while (LK_TRY(statement.step()))
        rows.push_back({statement.uuid(0), statement.text(1), statement.integer(2), statement.integer(3)});
    return rows;
}

}  // namespace leadkeep::store
