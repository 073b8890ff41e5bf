// Ctrl+K: anything by a word of it, from anywhere, without the pointer.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

void open_palette(ScreenSession& screen) {
    screen.press("k", "Ctrl");
    REQUIRE(screen.sees(Role::dialog, "Find or do"));
}

// The option that Enter would take.
std::string chosen() {
    for (ui::Node const* node : ui::find_all(Role::option))
        if (node->states.selected == ui::Tristate::on) return node->name;
    return {};
}

}  // namespace

TEST_CASE("a record is opened by a word of its title or by its phone, however that is written") {
    ScreenSession screen;
    screen.add_lead("Bakery on the corner");
    screen.add_lead("+7 912 345-67-89");
    for (char const* typed : {"bakery", "corn", "BAK CORN"}) {
        open_palette(screen);
        screen.type_here(typed);
        CHECK(chosen() == "Bakery on the corner");
        screen.enter();
        CHECK(screen.route.starts_with("lead/"));
        CHECK(screen.sees(Role::dialog, "Bakery on the corner"));
        screen.press("Escape");
    }
    for (char const* typed : {"8 (912) 345", "79123456789", "345-67-89"}) {
        open_palette(screen);
        screen.type_here(typed);
        CHECK(screen.get(Role::option, chosen()).description == "Lead · +7 912 345-67-89");
        screen.escape_field();
        CHECK_FALSE(screen.sees(Role::dialog, "Find or do"));
    }
}

TEST_CASE("pages and actions are taken by their names, and the arrows choose while one types") {
    ScreenSession screen;
    open_palette(screen);
    screen.type_here("stor");
    CHECK(chosen() == "Storage");
    screen.enter();
    CHECK(screen.route == "settings/storage");
    CHECK_FALSE(screen.sees(Role::dialog, "Find or do"));

    open_palette(screen);
    std::string const first = chosen();
    screen.press("ArrowDown");
    CHECK(chosen() != first);
    CHECK(screen.last_note() == chosen());
    screen.press("ArrowUp");
    CHECK(chosen() == first);
    screen.press("ArrowUp");
    CHECK(chosen() == "About");  // round from the first to the last
    screen.enter();
    CHECK(screen.route == "settings/about");

    open_palette(screen);
    screen.type_here("dark");
    screen.enter();
    CHECK(screen.preferences["theme"] == "dark");
    open_palette(screen);
    screen.click(Role::option, "New lead");
    CHECK(screen.sees(Role::dialog, "New lead"));
}

TEST_CASE("what nothing is named like is said, and Enter then does nothing") {
    ScreenSession screen;
    open_palette(screen);
    screen.type_here("zzzz");
    CHECK(screen.sees(Role::text, "Nothing found for “zzzz”"));
    screen.enter();
    CHECK(screen.sees(Role::dialog, "Find or do"));
    screen.escape_field();
    CHECK_FALSE(screen.sees(Role::dialog, "Find or do"));
}

TEST_CASE("over an open card the palette opens another one, and Simple names no leads page") {
    ScreenSession screen;
    screen.add_lead("First");
    screen.add_lead("Second");
    screen.click(Role::listitem, "First");
    open_palette(screen);
    screen.type_here("second");
    screen.enter();
    CHECK(screen.sees(Role::dialog, "Second"));
    screen.press("Escape");
    CHECK(screen.workspace().run(app::SwitchMode{.mode = app::Mode::simple}));
    screen.settle();
    open_palette(screen);
    screen.type_here("leads");
    CHECK(chosen() != "Leads");
}

}  // namespace leadkeep::tests
