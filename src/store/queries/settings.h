// The workspace's settings as stored: JSON by key.
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
}  // namespace leadkeep::store
