#include "app/stalling.h"

#include <algorithm>

#include "app/moments.h"

namespace leadkeep::app {

int days_in_stage(int64_t stage_since_ms, int64_t now_ms) {
    if (stage_since_ms == 0) return 0;
    return static_cast<int>(std::clamp<int64_t>(day_of(now_ms) - day_of(stage_since_ms), 0, 100'000));
}

int64_t stalled_before_ms(StageView const& stage, int64_t now_ms) {
    if (stage.meaning != StageMeaning::progress || stage.stall_limit_days <= 0) return 0;
    constexpr int64_t hour_ms = 3'600'000, day_ms = 24 * hour_ms;
    // From noon to noon, so that no change of the clocks leads to another day.
    int64_t const noon_ms = next_midnight_ms(now_ms) - 12 * hour_ms - stage.stall_limit_days * day_ms;
    return next_midnight_ms(noon_ms - day_ms);
}

bool is_stalled(StageView const& stage, int64_t stage_since_ms, int64_t now_ms) {
    return stage_since_ms != 0 && stage_since_ms < stalled_before_ms(stage, now_ms);
}

}  // namespace leadkeep::app
