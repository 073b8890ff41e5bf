// Ids for the rows of one command: UUIDs (version 7) that only grow, so that tables fill at their end.
#pragma once

#include <array>
#include <cstdint>

#include "base/uuid.h"

namespace leadkeep::store {

class RowIds {
public:
    explicit RowIds(int64_t now_ms);
    Uuid next();
    // Whether next() gave this id. (By range: nobody else's random start lies within it.)
    bool made(Uuid const& id) const { return !last_.is_nil() && first_ <= id && id <= last_; }

private:
    int64_t now_ms_;
    std::array<uint8_t, 10> random_;
    uint64_t step_state_;
    Uuid first_, last_;
};

}  // namespace leadkeep::store
