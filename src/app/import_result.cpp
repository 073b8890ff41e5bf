// What came of an import, as texts and as a file of what was left out.
#include "app/import_job.h"
#include "base/i18n.h"
#include "exchange/csv_writer.h"

namespace leadkeep::app {

std::string ImportResult::summary() const {
    std::string text;
    auto const add = [&](std::string part) { text += (text.empty() ? "" : ", ") + part; };
    if (added > 0 || (merged == 0 && replaced == 0)) add(trn("{0} added", "{0} added", added));
    if (merged > 0) add(trn("{0} merged", "{0} merged", merged));
    if (replaced > 0) add(trn("{0} replaced", "{0} replaced", replaced));
    if (skipped > 0) add(trn("{0} skipped", "{0} skipped", skipped));
    return text;
}

std::string ImportResult::skipped_csv() const {
    exchange::CsvWriter csv(delimiter);
    std::vector<std::string> cells{tr("Line"), tr("Reason")};
    cells.insert(cells.end(), header.begin(), header.end());
    csv.row(cells);
    for (auto const& row : skipped_rows) {
        cells.assign({std::to_string(row.line), row.reason});
        cells.insert(cells.end(), row.fields.begin(), row.fields.end());
        csv.row(cells);
    }
    return csv.take();
}

}  // namespace leadkeep::app
