// One typed line as an enquiry.
#include <doctest/doctest.h>

#include "views/calendar_time.h"
#include "views/location.h"
#include "views/quick_entry.h"

namespace leadkeep::views {

TEST_CASE("a line without phone or e-mail is a title, word for word") {
    auto const entry = read_quick_entry("  Two façade signs 40x60, urgent ");
    CHECK(entry.title == "Two façade signs 40x60, urgent");
    CHECK(entry.channels.empty());
}

TEST_CASE("phone and e-mail are taken out of the line wherever they stand") {
    auto const entry = read_quick_entry("Roof repair +7 900 000-12-34, ivan@example.com Oak Street");
    CHECK(entry.title == "Roof repair Oak Street");
    REQUIRE(entry.channels.size() == 2);
    CHECK(entry.channels[0].kind == "phone");
    CHECK(entry.channels[0].value == "+7 900 000-12-34");
    CHECK(entry.channels[1].kind == "email");
    CHECK(entry.channels[1].value == "ivan@example.com");
}

TEST_CASE("a phone alone is an enquiry without a title") {
    auto const entry = read_quick_entry("8 (912) 345-67-89");
    CHECK(entry.title.empty());
    REQUIRE(entry.channels.size() == 1);
}

TEST_CASE("short numbers and prices are no phones") {
    CHECK(read_quick_entry("Order 12345 for 500").channels.empty());
    CHECK(read_quick_entry("@m.guseva asks about a fence").channels.empty());
}

TEST_CASE("an address of a card leads to it, an unknown one to the first board") {
    auto const id = Uuid::parse("01900000-0000-7000-8000-000000000001");
    REQUIRE(id);
    auto const card = location_of("lead/01900000-0000-7000-8000-000000000001", app::Mode::classic);
    CHECK(card.card == RecordRef{Entity::lead, *id});
    CHECK(route_of(card) == "lead/01900000-0000-7000-8000-000000000001");
    CHECK(location_of("lead/../../etc", app::Mode::classic) == Location{});
    CHECK(location_of("leads", app::Mode::simple).page == Page::deals);
    CHECK(route_of(location_of("settings/data", app::Mode::classic)) == "settings/data");
}

TEST_CASE("a date that is none has no moment") {
    CHECK_FALSE(moment_of_local(""));
    CHECK_FALSE(moment_of_local("2026-13-01"));
    CHECK(moment_of_local("2026-11-22T15:00"));
}

}  // namespace leadkeep::views
