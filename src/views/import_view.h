// Import of a CSV file: how it was read and what becomes what, correctable; then a strip of progress; then the result.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/import_job.h"
#include "app/import_plan.h"
#include "views/shell_services.h"

namespace leadkeep::views {

struct ShellState;

struct ImportState {
    std::optional<app::ImportPlan> plan;           // the dialog is open
    std::vector<app::TargetChoice> targets;        // for its kind of records
    int tab = 0;                                   // columns or preview
    std::shared_ptr<app::ImportResult const> running;
    std::shared_ptr<app::ImportResult const> result;  // the dialog of the result is open
    std::string file_name;
    Kept kept = Kept::nothing_is_kept_here;        // the state before the import
};

void choose_import_file(ShellState& state);
// Any file given by a chooser or a drop: a sync file, or something to import, by its content.
void receive_file(ShellState& state, FileBytes file);
void import_dialog(ShellState& state);
void import_result_dialog(ShellState& state);
// The running job ended; true if it was an import.
enum class JobTaken : uint8_t { no, yes };
JobTaken import_job_ended(ShellState& state, app::Job& job);

}  // namespace leadkeep::views
