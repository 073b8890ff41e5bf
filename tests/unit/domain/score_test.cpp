// The score and the ways to reach someone, by their rules.
#include <doctest/doctest.h>

#include "domain/reach.h"
#include "domain/score.h"

namespace leadkeep {

TEST_SUITE("score") {
    TEST_CASE("everything known, a good fit, contacts and freshness make exactly 100") {
        ScoreFacts facts;
        for (Known* one :
             {&facts.name, &facts.company, &facts.job_title, &facts.place, &facts.amount, &facts.product_interest,
              &facts.budget, &facts.authority, &facts.need, &facts.time_frame, &facts.next_step})
            *one = Known::yes;
        facts.channel_kinds = 5;
        facts.contacts_made = 9;
        facts.enquiries = 4;
        CHECK(score(facts).total() == 100);
        CHECK(score(facts).completeness == score_most.completeness);
        CHECK(score(facts).fit == score_most.fit);
        CHECK(score(facts).engagement == score_most.engagement);
    }

    TEST_CASE("nothing known for a month makes nothing") {
        ScoreFacts facts;
        facts.idle_ms = 31 * int64_t{86'400'000};
        CHECK(score(facts).total() == 0);
    }

    TEST_CASE("freshness falls with every idle day and never rises") {
        ScoreFacts facts;
        int before = score_most.freshness;
        for (int day = 0; day <= 40; ++day) {
            facts.idle_ms = day * int64_t{86'400'000};
            int const now = score(facts).freshness;
            CHECK(now <= before);
            CHECK(now >= 0);
            before = now;
        }
        CHECK(before == 0);
        facts.idle_ms = -1;  // a clock that was set back
        CHECK(score(facts).freshness == score_most.freshness);
    }

    TEST_CASE("a lead is warm from its second contact on") {
        CHECK(warmth(0) == Warmth::cold);
        CHECK(warmth(1) == Warmth::cold);
        CHECK(warmth(2) == Warmth::warm);
    }

    TEST_CASE(
        "a phone, an e-mail, a messenger or a profile is a way to reach someone, and so is coming in person; a web "
        "page is none") {
        CHECK(reach({}, Presence::not_told) == Reach::none);
        CHECK(reach({"web"}, Presence::not_told) == Reach::none);
        CHECK(reach({"web"}, Presence::came_in_person) == Reach::in_person);
        for (auto const* kind : {"phone", "email", "messenger", "profile"})
            CHECK(reach({"web", kind}, Presence::not_told) == Reach::channel);
        CHECK(channel_preference("phone") < channel_preference("email"));
        CHECK(channel_preference("email") < channel_preference("web"));
        CHECK(channel_preference("web") < channel_preference("pigeon"));
    }

}  // TEST_SUITE

}  // namespace leadkeep
