// What the screens need from outside, filled in with the browser's services and the page store.
#pragma once

#include <functional>
#include <string>

#include "store/pages/page_store.h"
#include "views/recovery.h"
#include "views/shell_services.h"

namespace leadkeep::main_web {

// Puts this database in the place of the one in use; called back only when that was refused.
using Restore = std::function<void(std::string database, std::function<void(Error)> on_refused)>;
// `pages` must outlive the shell.
views::ShellServices shell_services(store::PageStore& pages, Restore restore);

// Keeps the file as it is now. Where the browser keeps nothing at all, that is no reason to refuse what comes next.
void keep_state(store::PageStore& pages, store::SnapshotReason reason, std::string note, std::function<void(Result<views::Kept>)> on_kept);

// For the screens that stand in the workspace's place. `damaged_file`: the stored file as far as it can be read.
views::RecoverySituation recovery_situation(store::PageStore const& pages, views::RecoverySituation::Cause cause);
// Without begin_with and begin_empty.
views::RecoveryServices recovery_services();

// Offers the whole database as an ordinary SQLite file.
void download_database(store::PageStore& pages);

}  // namespace leadkeep::main_web
