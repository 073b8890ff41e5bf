#include "app/stalling.h"

#include <algorithm>

#include "app/moments.h"

namespace leadkeep::app {

int days_in_stage(int64_t stage_since_ms, int64_t now_ms) {
    if (stage_since_ms == 0) return 0;
    return static_cast<int>(std::clamp<int64_t>(day_of(now_ms) - day_of(stage_since_ms), 0, 100'000));
}

bool is_stalled(StageView const& stage, int64_t stage_since_ms, int64_t now_ms) {
    return stage.meaning == StageMeaning::progress && stage.stall_limit_days > 0 &&
           days_in_stage(stage_since_ms, now_ms) > stage.stall_limit_days;
}

}  // namespace leadkeep::app
