// Settings are few: they are read whole.
#include "store/queries/settings.h"

namespace leadkeep::store {

Result<std::vector<SettingRow>> read_settings(Connection& connection) {
    auto statement =
        LK_TRY(connection.prepare("SELECT id, key, value FROM setting WHERE deleted_at_ms IS NULL ORDER BY id"));
    std::vector<SettingRow> settings;
    while (LK_TRY(statement.step())) settings.push_back({statement.uuid(0), statement.text(1), statement.text(2)});
    return settings;
}

}  // namespace leadkeep::store
