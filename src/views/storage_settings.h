// Settings, Storage: how much there is, backups, states kept before large changes, and the check of the data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/check_job.h"
#include "app/database_file.h"
#include "views/import_view.h"
#include "views/shell_services.h"

namespace leadkeep::views {

struct ShellState;

struct StorageState {
    // What may take the place of the database, once the person says so.
    struct Question {
        std::string title, from;  // "Restore this backup?", where it comes from
        app::DatabaseFile file;
        app::DatabasePreview here;
        enum class Phase : uint8_t { asked, restoring } phase = Phase::asked;
    };
    std::optional<Question> question;
    enum class Check : uint8_t { not_run, running, done } check = Check::not_run;
    std::vector<app::CheckFinding> findings;
};

void storage_settings(ShellState& state);
void restore_dialog(ShellState& state);
JobTaken check_job_ended(ShellState& state, app::Job& job);

// Offers the whole database as a file and remembers the day.
void save_backup(ShellState& state);

// Keeps the state as it is before `what` is done to it; then calls. Where nothing is kept, it only calls.
using WhenKept = std::function<void(ShellState& state, Kept kept)>;
void with_state_kept(ShellState& state, SnapshotBefore before, std::string const& note, WhenKept then);
// Under the result of an import or a merge.
void where_the_state_before_is(Kept kept);

}  // namespace leadkeep::views
