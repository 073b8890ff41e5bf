// How long a card has stood in its stage, and whether that is too long.
#pragma once

#include <cstdint>

#include "app/snapshots.h"

namespace leadkeep::app {

// In the viewer's days; 0 when it is not known since when.
int days_in_stage(int64_t stage_since_ms, int64_t now_ms);
// A stage that means progress, has a limit, and the card is past it.
bool is_stalled(StageView const& stage, int64_t stage_since_ms, int64_t now_ms);

}  // namespace leadkeep::app
