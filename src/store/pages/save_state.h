// SaveState: how far the commits have come on their way into the browser's storage, and why not further.
#pragma once

#include <cstdint>

#include "base/result.h"

namespace leadkeep::store {

enum class SaveStatus : uint8_t {
    saved,        // every commit is in the browser's storage
    saving,       // some commit is on its way
    failing,      // the storage refuses; retried by itself, new writes are refused meanwhile
    read_only,    // another tab works on the data, or this tab lost its right to write
    memory_only,  // nothing is kept: the browser gives no storage
};

struct SaveState {
    SaveStatus status = SaveStatus::saved;
    uint64_t last_committed = 0;  // number of the newest commit
    uint64_t last_durable = 0;    // every commit up to this one is saved; never ahead of last_committed
    Error reason;                 // failing, read_only, memory_only, also saving if it takes long: what to tell the person
};

}  // namespace leadkeep::store
