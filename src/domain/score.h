// The score of a lead, 0–100: how much is known, how well it fits, how it answers, how fresh it is. Every point can be
// explained; warmth (cold, warm) is another thing and lives beside it.
//
// completeness 40: name 8, company 5, position 3, a channel 10, a second kind of channel 6, city or country 4, amount 4
// fit          25: product interest 6, budget 6, authority 5, need 5, time frame 3
// engagement   25: contacts made 6 each up to 3, further enquiries 4 each up to 1, a next step planned 3
// freshness    10: full for a day after the last contact or enquiry, then falling evenly to 0 at 30 days
// Limits: the weights are fixed here; the shares per part are what a person may change later.
#pragma once

#include <cstdint>

namespace leadkeep {

enum class Known : uint8_t { no, yes };

struct ScoreFacts {
    Known name = Known::no, company = Known::no, job_title = Known::no, place = Known::no, amount = Known::no;
    int channel_kinds = 0;  // different kinds of channels: phone and e-mail are two
    Known product_interest = Known::no, budget = Known::no, authority = Known::no, need = Known::no,
          time_frame = Known::no;
    int contacts_made = 0;
    int enquiries = 0;  // the first one included
    Known next_step = Known::no;
    int64_t idle_ms = 0;  // since the last contact, enquiry or, with none, since it was created
};

struct Score {
    int completeness = 0, fit = 0, engagement = 0, freshness = 0;
    int total() const { return completeness + fit + engagement + freshness; }
};
inline constexpr Score score_most{40, 25, 25, 10};

Score score(ScoreFacts const& facts);

// cold: at most one contact so far.
enum class Warmth : uint8_t { cold, warm };
Warmth warmth(int contacts_made);

}  // namespace leadkeep
