// The card beside its board: the board stays within reach, the keyboard goes over and comes back.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

struct TwoLeads : ScreenSession {
    TwoLeads() {
        add_lead("Roof repair");
        add_lead("Garden path");
        press("Escape");
    }
    std::string held() {
        auto const* node = ui::node_by_id(ui::focused_node());
        return node ? node->name : "";
    }
    void tab_to(Role role, std::string_view name, std::string_view chord = {}) {
        for (int i = 0; i < 120; ++i) {
            auto const* node = ui::node_by_id(ui::focused_node());
            if (node && node->role == role && node->name == name) return;
            press("Tab", chord);
        }
        FAIL("Tab does not reach ", std::string(name));
    }
};

}  // namespace

TEST_CASE("beside an open card another one is opened by a press, and a press on the empty board closes it") {
    TwoLeads screen;
    screen.click(Role::listitem, "Roof repair");
    REQUIRE(screen.sees(Role::dialog, "Roof repair"));
    CHECK_FALSE(screen.get(Role::dialog, "Roof repair").modal);
    screen.click(Role::listitem, "Garden path");
    CHECK(screen.sees(Role::dialog, "Garden path"));
    CHECK_FALSE(screen.sees(Role::dialog, "Roof repair"));
    screen.click_at({400, 860});
    CHECK_FALSE(screen.sees(Role::dialog, "Garden path"));
}

TEST_CASE("opened by keyboard a card takes it, beside an open one as well, and gives it back") {
    TwoLeads screen;
    screen.tab_to(Role::listitem, "Garden path");
    screen.press("Enter");
    REQUIRE(screen.sees(Role::dialog, "Garden path"));
    CHECK(screen.held() != "Garden path");
    screen.tab_to(Role::listitem, "Garden path", "Shift");
    screen.press("ArrowDown");
    CHECK(screen.held() == "Roof repair");
    screen.press("Enter");
    REQUIRE(screen.sees(Role::dialog, "Roof repair"));
    CHECK(screen.held() != "Roof repair");
    screen.press("Escape");
    CHECK_FALSE(screen.sees(Role::dialog, "Roof repair"));
    CHECK(screen.held() == "Roof repair");
}

TEST_CASE("going through the cards by keyboard stays at the button") {
    TwoLeads screen;
    screen.add_lead("Third");
    screen.press("Escape");
    screen.tab_to(Role::listitem, "Third");
    screen.press("Enter");
    screen.tab_to(Role::button, "Next card", "Shift");
    screen.press("Enter");
    REQUIRE(screen.sees(Role::dialog, "Garden path"));
    CHECK(screen.held() == "Next card");
    screen.press("Enter");
    CHECK(screen.sees(Role::dialog, "Roof repair"));
}

TEST_CASE("on a phone the card covers the board and is modal") {
    ScreenSession screen(390, 844);
    screen.add_lead("Roof repair");
    screen.press("Escape");
    screen.click(Role::listitem, "Roof repair");
    CHECK(screen.get(Role::dialog, "Roof repair").modal);
    CHECK_FALSE(screen.sees(Role::listitem, "Roof repair"));
}

TEST_CASE("the draft of what could not be stored is kept") {
    TwoLeads screen;
    screen.click(Role::listitem, "Roof repair");
    auto const id = Uuid::parse(screen.route.substr(screen.route.find('/') + 1));
    REQUIRE(id);
    RecordRef const lead{Entity::lead, *id};
    screen.type("First name", "Ivan");
    screen.storage_is_full = true;
    screen.leave();
    CHECK(screen.workspace().draft(lead, "first_name") == "Ivan");
    screen.storage_is_full = false;
    screen.click(Role::button, "Use it");
    CHECK(screen.get(Role::textbox, "First name").value == "Ivan");
    CHECK(screen.workspace().draft(lead, "first_name").empty());
}

TEST_CASE("a form that can't be added leads to the first field at fault") {
    ScreenSession screen;
    screen.click(Role::link, "Deals");
    screen.click(Role::button, "New deal");
    screen.type("Title", "Canteen");
    screen.leave();
    screen.type("Probability, %", "many");
    screen.leave();
    screen.click(Role::button, "Add deal");
    CHECK(screen.get(Role::textbox, "Probability, %").states.invalid);
    CHECK(platform::headless::edited_node() == screen.get(Role::textbox, "Probability, %").id);
}

}  // namespace leadkeep::tests
