// What a phone's narrow screen changes: the way to the palette, forms in one column.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

constexpr float phone_width_px = 390, phone_height_px = 844, side_px = 16;

// A person with a phone.
struct Phone : ScreenSession {
    Phone() : ScreenSession(phone_width_px, phone_height_px) {}
};

}  // namespace

TEST_CASE("the palette is reached by touch from the search, takes its text along, and is closed by a cross") {
    Phone phone;
    phone.add_lead("Bakery");
    phone.click(Role::button, "Search");
    phone.type_here("bak");
    phone.click(Role::button, "Find or do");
    REQUIRE(phone.sees(Role::dialog, "Find or do"));
    CHECK(phone.get(Role::textbox, "Find or do").value == "bak");
    CHECK(phone.sees(Role::option, "Bakery"));
    phone.click(Role::button, "Close");
    CHECK_FALSE(phone.sees(Role::dialog, "Find or do"));
    CHECK(phone.get(Role::textbox, "Search").value == "bak");  // as it was left
    phone.click(Role::button, "Find or do");
    phone.click(Role::option, "Bakery");
    CHECK(phone.route.starts_with("lead/"));
}

TEST_CASE("in the settings, where nothing is narrowed, the search is the palette") {
    Phone phone;
    phone.click(Role::link, "Settings");
    phone.click(Role::button, "Search");
    REQUIRE(phone.sees(Role::dialog, "Find or do"));
    phone.type_here("trash");
    phone.click(Role::option, "Trash");
    CHECK(phone.route == "settings/trash");
}

TEST_CASE("the settings' fields are as wide as the phone") {
    Phone phone;
    phone.click(Role::link, "Settings");
    for (ui::Node const* field : {phone.find(Role::textbox, "My name"), phone.find(Role::combobox, "Currency of new amounts")}) {
        REQUIRE(field);
        CHECK(field->rect.w == doctest::Approx(phone_width_px - 2 * side_px));
    }
}

TEST_CASE("an import's choices stand below each other on a phone, and its times may be of any zone there is") {
    Phone phone;
    phone.next_file = {"leads.csv", "Title,Phone\nRoof repair,+91 98765 43210\n"};
    phone.click(Role::button, "Import a file");
    REQUIRE(phone.sees(Role::dialog, "Import"));
    auto const& kind = phone.get(Role::combobox, "Rows become");
    auto const& known = phone.get(Role::combobox, "Same phone or e-mail");
    CHECK(known.rect.x == kind.rect.x);
    CHECK(known.rect.y > kind.rect.bottom());
    CHECK(kind.rect.w > phone_width_px * 0.8f);
    for (char const* zone : {"UTC+5:30", "UTC−3:30", "UTC+5:45", "UTC+14", "UTC−11", "UTC+0"}) {
        phone.click(Role::combobox, "Times are of");
        phone.type("Search", zone);
        phone.click(Role::option, zone);
        CHECK(phone.get(Role::combobox, "Times are of").value == zone);
    }
}

}  // namespace leadkeep::tests
