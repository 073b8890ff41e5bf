// The board as a person meets it: first start, quick addition, dragging, searching.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

ui::Point middle_of(ScreenSession& screen, std::string_view card) { return screen.get(Role::listitem, card).rect.center(); }

void add_quickly(ScreenSession& screen, std::string_view stage, std::string_view line) {
    screen.click(Role::button, "Add to " + std::string(stage));
    screen.type_here(line);
    screen.enter();
    screen.escape_field();
    screen.leave();
}

}  // namespace

TEST_CASE("the first start teaches how to begin") {
    ScreenSession screen;
    CHECK(screen.sees(Role::region, "Leads"));
    CHECK(screen.sees(Role::heading, "Start with your first enquiry"));
    CHECK(screen.sees(Role::button, "Import a file"));
    CHECK(screen.find_part(Role::list, "Not processed, 0 leads"));
    CHECK(screen.sees(Role::status, "Saved"));
}

TEST_CASE("a lead added in a column stands there, and the quick form stays open for the next") {
    ScreenSession screen;
    screen.click(Role::button, "Add to Not processed");
    screen.type_here("Roof repair +7 900 000-12-34");
    screen.enter();
    CHECK(screen.sees(Role::listitem, "Roof repair"));
    screen.type_here("Second one");
    screen.enter();
    CHECK(screen.sees(Role::listitem, "Second one"));
    CHECK(screen.find_part(Role::list, "Not processed, 2 leads"));
    CHECK_FALSE(screen.sees(Role::heading, "Start with your first enquiry"));
}

TEST_CASE("who leaves the board by the address finds no quick form there again, and what was typed in the next one") {
    ScreenSession screen;
    screen.click(Role::button, "Add to Not processed");
    screen.type_here("Roof");
    screen.shell().visit("contacts");
    screen.settle();
    screen.shell().visit("leads");
    platform::headless::run_frame();
    CHECK_FALSE(screen.sees(Role::textbox, "Quick lead: title, phone or e-mail"));
    screen.settle();
    screen.click(Role::button, "Add to Not processed");
    CHECK(screen.get(Role::textbox, "Quick lead: title, phone or e-mail").value == "Roof");
}

TEST_CASE("a phone typed into the quick line becomes a way to reach") {
    ScreenSession screen;
    add_quickly(screen, "Not processed", "Roof repair +7 900 000-12-34");
    auto const& card = screen.get(Role::listitem, "Roof repair");
    CHECK(card.description.find("900") != std::string::npos);
    CHECK(card.description.find("No way to reach") == std::string::npos);
}

TEST_CASE("dragging a card to another column moves it there, and Undo brings it back") {
    ScreenSession screen;
    add_quickly(screen, "Not processed", "Roof repair");
    auto const target = screen.find_part(Role::list, "In progress, 0 leads")->rect.center();
    screen.drag(middle_of(screen, "Roof repair"), target);
    CHECK(screen.find_part(Role::list, "In progress, 1 lead"));
    screen.click(Role::button, "Undo");
    CHECK(screen.find_part(Role::list, "Not processed, 1 lead"));
}

TEST_CASE("a column of failure asks why before the card goes there") {
    ScreenSession screen;
    add_quickly(screen, "Not processed", "Roof repair");
    auto const target = screen.find_part(Role::list, "Junk lead, 0 leads")->rect.center();
    screen.drag(middle_of(screen, "Roof repair"), target);
    CHECK(screen.sees(Role::dialog, "Why was it lost?"));
    screen.choose("Reason", "Price");
    screen.click(Role::button, "Move");
    CHECK(screen.find_part(Role::list, "Junk lead, 1 lead"));
}

TEST_CASE("cancelling the question leaves the card where it was") {
    ScreenSession screen;
    add_quickly(screen, "Not processed", "Roof repair");
    auto const target = screen.find_part(Role::list, "Junk lead, 0 leads")->rect.center();
    screen.drag(middle_of(screen, "Roof repair"), target);
    screen.click(Role::button, "Cancel");
    CHECK(screen.find_part(Role::list, "Not processed, 1 lead"));
}

TEST_CASE("the search narrows the board and says when nothing matches") {
    ScreenSession screen;
    add_quickly(screen, "Not processed", "Roof repair");
    add_quickly(screen, "Not processed", "Greenhouse");
    screen.type("Search", "roof");
    CHECK(screen.sees(Role::listitem, "Roof repair"));
    CHECK_FALSE(screen.sees(Role::listitem, "Greenhouse"));
    screen.type_here("nobody");
    CHECK(screen.find_part(Role::heading, "Nothing found"));
}

TEST_CASE("what was typed stays when it cannot be saved, and is added when it can") {
    ScreenSession screen;
    screen.click(Role::button, "Add to Not processed");
    screen.storage_is_full = true;
    screen.type_here("Roof repair");
    screen.enter();
    CHECK_FALSE(screen.sees(Role::listitem, "Roof repair"));
    CHECK(screen.get(Role::textbox, "Quick lead: title, phone or e-mail").value == "Roof repair");
    screen.storage_is_full = false;
    screen.click(Role::textbox, "Quick lead: title, phone or e-mail");
    screen.enter();
    CHECK(screen.sees(Role::listitem, "Roof repair"));
}

TEST_CASE("Ctrl+F and / put the keyboard into the search") {
    for (auto const& [key, chord] : {std::pair{"f", "Ctrl"}, std::pair{"/", ""}}) {
        ScreenSession screen;
        add_quickly(screen, "Not processed", "Roof repair");
        add_quickly(screen, "Not processed", "Greenhouse");
        screen.escape_field();
        screen.press(key, chord);
        screen.type_here("roof");
        CHECK(screen.sees(Role::listitem, "Roof repair"));
        CHECK_FALSE(screen.sees(Role::listitem, "Greenhouse"));
    }
}

TEST_CASE("a phone shows the board with a bar at the bottom") {
    ScreenSession screen(390, 844);
    CHECK(screen.sees(Role::region, "Leads"));
    CHECK(screen.sees(Role::link, "Clients"));
    screen.click(Role::link, "Settings");
    CHECK(screen.sees(Role::region, "Settings"));
}

}  // namespace leadkeep::tests
