// Fills a new database: the defaults of domain/defaults.h as rows with zero stamps, and this device's identity.
#pragma once

#include "base/result.h"
#include "store/connection.h"

namespace leadkeep::store {

Result<void> seed_defaults(Connection& writer);
Result<void> seed_identity(Connection& writer);  // a new dataset and a new device

}  // namespace leadkeep::store
