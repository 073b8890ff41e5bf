// The sync file: writing it, and bringing in another device's with a preview before anything changes.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/devices.h"
#include "app/job.h"
#include "app/merge_job.h"
#include "views/import_view.h"
#include "views/shell_services.h"

namespace leadkeep::views {

struct SyncState {
    enum class Running : uint8_t { nothing, preview, merge, write } running = Running::nothing;
    std::string file_name;
    app::SharedBytes bytes;
    std::optional<app::MergeSummary> preview;  // the dialog that asks is open
    bool accept_loss = false;
    Kept kept = Kept::nothing_is_kept_here;    // the state before the merge
    std::optional<app::MergeSummary> merged;   // the dialog of the result is open
};

void choose_sync_file(ShellState& state);
void preview_sync(ShellState& state, FileBytes file);
void save_sync_file(ShellState& state);                              // everything
void save_changes_for(ShellState& state, app::DeviceView const& device);  // what it has not confirmed
void sync_dialogs(ShellState& state);
JobTaken sync_job_ended(ShellState& state, app::Job& job);

}  // namespace leadkeep::views
