// Contacts and companies that are added by hand.
#include "screen_session.h"

namespace leadkeep::tests {

TEST_CASE("a contact is added from the contacts' page with a company, and stands in the table") {
    ScreenSession screen;
    screen.click(Role::link, "Contacts");
    CHECK(screen.sees(Role::heading, "No contacts yet"));
    screen.press("n");
    REQUIRE(screen.sees(Role::dialog, "New contact"));
    screen.type("First name", "Anna");
    screen.type("Last name", "Orlova");
    screen.type("Company", "Vector");
    screen.type("Phone", "+7 900 000-12-34");
    screen.click(Role::button, "Add contact");
    CHECK_FALSE(screen.sees(Role::dialog, "New contact"));
    CHECK(screen.sees(Role::row, "Anna Orlova"));
    CHECK(screen.sees(Role::cell, "Vector"));
    CHECK(screen.sees(Role::cell, "+7 900 000-12-34"));
    screen.click(Role::link, "Companies");
    CHECK(screen.sees(Role::row, "Vector"));
}

TEST_CASE("a company without a name is not added; what was typed stays") {
    ScreenSession screen;
    screen.click(Role::link, "Companies");
    CHECK(screen.find_part(Role::button, "New company"));
    screen.press("n");
    screen.type("Industry", "Steel");
    screen.click(Role::button, "Add company");
    REQUIRE(screen.sees(Role::dialog, "New company"));
    CHECK(screen.get(Role::textbox, "Name").description == "Type the company's name first.");
    CHECK(screen.get(Role::textbox, "Industry").value == "Steel");
    screen.type("Name", "Vector");
    screen.click(Role::button, "Add company");
    CHECK(screen.sees(Role::row, "Vector"));
}

TEST_CASE("a contact is added from anywhere by the palette, which leads to it") {
    ScreenSession screen;
    screen.press("k", "Ctrl");
    screen.click(Role::option, "New contact");
    screen.type("E-mail", "anna@example.com");
    screen.click(Role::button, "Add contact");
    CHECK(screen.sees(Role::row, "anna@example.com"));
    CHECK(screen.route == "contacts");
}

}  // namespace leadkeep::tests
