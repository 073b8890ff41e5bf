// What the screens need from outside, filled in with the browser's services and the page store.
#pragma once

#include "store/page_store.h"
#include "views/shell_services.h"

namespace leadkeep::main_web {

// `pages` must outlive the shell.
views::ShellServices shell_services(store::PageStore& pages);
// Offers the whole database as an ordinary SQLite file.
void download_database(store::PageStore& pages);

}  // namespace leadkeep::main_web
