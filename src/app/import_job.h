// Carries out an ImportPlan: one transaction, in slices, one step for Undo; cancelled or failed it leaves nothing behind.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/import_plan.h"
#include "app/job.h"

namespace leadkeep::app {

// What came of it; filled when the job has finished. Texts are in the language of the moment of the import.
struct ImportResult {
    int64_t added = 0, merged = 0, replaced = 0, skipped = 0;
    struct SkippedRow {
        int64_t line = 0;
        std::string reason;
        std::vector<std::string> fields;
    };
    std::vector<SkippedRow> skipped_rows;
    std::vector<std::string> notes;  // sentences: "3 rows name the stage “X”, which does not exist: …"
    std::vector<std::string> header;
    char delimiter = ',';
    std::string summary() const;      // "500 added, 3 skipped"
    std::string skipped_csv() const;  // line, reason and the row as it was: to correct and import again
};

class ImportJob : public Job {
public:
    // Outlives the job: a screen keeps it and shows it once state() is finished.
    virtual std::shared_ptr<ImportResult const> result() const = 0;
};

std::unique_ptr<ImportJob> make_import_job(store::Store& store, ImportPlan plan);
inline std::unique_ptr<ImportJob> make_import_job(Workspace& workspace, ImportPlan plan) {
    return make_import_job(workspace.store(), std::move(plan));
}

}  // namespace leadkeep::app
