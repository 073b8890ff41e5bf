// Groups become lines with names.
#include "app/report.h"

#include <algorithm>

#include "base/i18n.h"
#include "base/ranges.h"

namespace leadkeep::app {
namespace {

void add(ReportLine& line, store::ReportRow const& row) {
    line.count += row.count;
    if (row.currency.empty()) return;
    auto const found = ranges::find(line.sums, row.currency, &Money::currency);
    if (found == line.sums.end()) line.sums.push_back({row.minor, row.currency});
    else if (__builtin_add_overflow(found->minor, row.minor, &found->minor)) found->minor = INT64_MAX;
}

}  // namespace

Result<std::vector<ReportLine>> read_report(store::Connection& connection, Lists const& lists, Board board,
                                            store::GroupBy by) {
    std::vector<Uuid> groups;
    std::vector<ReportLine> lines;
    if (by == store::GroupBy::stage)
        for (auto const& stage : lists.stages(board)) {
            groups.push_back(stage.id.uuid);
            lines.push_back({stage.name, 0, {}});
        }
    ReportLine unset{tr("Not set"), 0, {}};
    for (auto const& row : LK_TRY(store::read_report(connection, cards_of(board), by))) {
        auto const known = std::find(groups.begin(), groups.end(), row.group);
        std::string const name = lists.name_of(row.group);
        if (known != groups.end()) {
            add(lines[static_cast<size_t>(known - groups.begin())], row);
        } else if (by == store::GroupBy::stage) {
            add(lines.front(), row);  // where the board shows it
        } else if (name.empty()) {
            add(unset, row);
        } else {
            groups.push_back(row.group);
            lines.push_back({name, 0, {}});
            add(lines.back(), row);
        }
    }
    if (by != store::GroupBy::stage)
        std::stable_sort(lines.begin(), lines.end(),
                         [](ReportLine const& a, ReportLine const& b) { return a.count > b.count; });
    if (unset.count > 0) lines.push_back(std::move(unset));
    return lines;
}

}  // namespace leadkeep::app
