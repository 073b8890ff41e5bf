// The weights of score.h, in code.
#include "domain/score.h"

#include <algorithm>

namespace leadkeep {
namespace {

int points(Known known, int weight) { return known == Known::yes ? weight : 0; }

int freshness(int64_t idle_ms) {
    constexpr int64_t day_ms = 86'400'000, full_ms = day_ms, none_ms = 30 * day_ms;
    if (idle_ms <= full_ms) return score_most.freshness;
    if (idle_ms >= none_ms) return 0;
    return static_cast<int>(score_most.freshness * (none_ms - idle_ms) / (none_ms - full_ms));
}

}  // namespace

Score score(ScoreFacts const& facts) {
    Score result;
    result.completeness = points(facts.name, 8) + points(facts.company, 5) + points(facts.job_title, 3) +
                          points(facts.place, 4) + points(facts.amount, 4) + (facts.channel_kinds >= 1 ? 10 : 0) +
                          (facts.channel_kinds >= 2 ? 6 : 0);
    result.fit = points(facts.product_interest, 6) + points(facts.budget, 6) + points(facts.authority, 5) +
                 points(facts.need, 5) + points(facts.time_frame, 3);
    result.engagement =
        6 * std::clamp(facts.contacts_made, 0, 3) + (facts.enquiries >= 2 ? 4 : 0) + points(facts.next_step, 3);
    result.freshness = freshness(facts.idle_ms);
    return result;
}

Warmth warmth(int contacts_made) { return contacts_made > 1 ? Warmth::warm : Warmth::cold; }

}  // namespace leadkeep
