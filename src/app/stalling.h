// How long a card has stood in its stage, and whether that is too long.
#pragma once

#include <cstdint>

#include "app/snapshots.h"

namespace leadkeep::app {

// In the viewer's days; 0 when it is not known since when.
int days_in_stage(int64_t stage_since_ms, int64_t now_ms);
// Cards that have stood in the stage since before this moment are past its limit: the beginning of the last day that is
// not. 0 for a stage without a limit, or an end.
int64_t stalled_before_ms(StageView const& stage, int64_t now_ms);
bool is_stalled(StageView const& stage, int64_t stage_since_ms, int64_t now_ms);

}  // namespace leadkeep::app
