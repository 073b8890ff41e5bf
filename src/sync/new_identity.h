// A device that meets changes of its own which it doesn't have was restored from a backup or copied: two devices give out
// the same (device, seq). It takes a new id and puts what it changed since the two parted under that.
#pragma once

#include "base/result.h"
#include "base/uuid.h"
#include "store/connection.h"

namespace leadkeep::sync {

struct NewIdentity {
    Uuid old_device, new_device;
    int64_t agreed_seq = 0;  // up to here both have the same changes
    int64_t now_ms = 0;
};

// Inside the caller's transaction. Returns the last seq given out under the new id.
Result<int64_t> take_new_identity(store::Connection& writer, NewIdentity const& change);

}  // namespace leadkeep::sync
