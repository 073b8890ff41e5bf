// The workspace's records as a CSV file for spreadsheets and other programs; importing it again gives the same records.
// UTF-8 with a byte order mark; fields parted by ";" in Russian, by "," in English, as the language's spreadsheets expect.
#pragma once

#include <cstdint>
#include <string>

#include "app/workspace.h"
#include "base/result.h"
#include "exchange/target.h"

namespace leadkeep::app {

// Not those in the trash. In the current language, oldest first.
Result<std::string> export_csv(store::Store& store, exchange::ImportAs what = exchange::ImportAs::leads);
inline Result<std::string> export_csv(Workspace& workspace, exchange::ImportAs what = exchange::ImportAs::leads) {
    return export_csv(workspace.store(), what);
}

}  // namespace leadkeep::app
