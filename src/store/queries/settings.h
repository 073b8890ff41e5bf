// The workspace's settings as stored (JSON by key) and this device's own manager.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

struct SettingRow {
    Uuid id;
    std::string key, value;
};
Result<std::vector<SettingRow>> read_settings(Connection& connection);
// The id of the row that holds `key`, the same on every device.
Uuid setting_id(std::string_view key);

}  // namespace leadkeep::store
