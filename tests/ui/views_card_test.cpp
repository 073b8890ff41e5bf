// The card: fields in place, channels, notes, stages, conversion, trash.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

void open_new_lead(ScreenSession& screen, std::string_view line) {
    screen.click(Role::button, "Add to Not processed");
    screen.type_here(line);
    screen.enter();
    screen.leave();
    std::string title(line.substr(0, line.find(" +")));
    screen.click(Role::listitem, title);
    REQUIRE(screen.sees(Role::dialog, title));
}

}  // namespace

TEST_CASE("a field edited on the card is stored when it is left, with a line on the timeline") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.type("First name", "Ivan");
    screen.leave();
    CHECK(screen.get(Role::textbox, "First name").value == "Ivan");
    CHECK(screen.find_part(Role::listitem, "First name"));
}

TEST_CASE("Escape drops what was typed into a field") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.type("First name", "Ivan");
    screen.escape_field();
    screen.leave();
    CHECK(screen.get(Role::textbox, "First name").value == "");
}

TEST_CASE("a new title shows on the card and on the board") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.type("Title", "Roof and gutters");
    screen.enter();
    screen.leave();
    screen.click(Role::button, "Close");
    CHECK(screen.sees(Role::listitem, "Roof and gutters"));
}

TEST_CASE("tags are added and removed on the card, and a tag of another card is offered") {
    ScreenSession screen(1440, 2400);
    open_new_lead(screen, "Roof repair");
    screen.type("Tags", "Urgent");
    screen.enter();
    screen.leave();
    CHECK(screen.sees(Role::button, "Urgent"));
    screen.click(Role::button, "Close");
    open_new_lead(screen, "Terrace");
    screen.type("Tags", "ur");
    screen.click(Role::option, "Urgent");
    CHECK(screen.sees(Role::button, "Urgent"));
    screen.leave();
    screen.click(Role::button, "Urgent");
    CHECK_FALSE(screen.sees(Role::button, "Urgent"));
}

TEST_CASE("a note appears at the top of the timeline") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.type("Note", "Wants oak");
    screen.click(Role::button, "Add note");
    CHECK(screen.find_part(Role::listitem, "Wants oak"));
    CHECK(screen.get(Role::textbox, "Note").value == "");
}

TEST_CASE("a call that was made is written down with its direction and length, and nothing stays planned") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.click(Role::tab, "Call");
    screen.type("Subject", "Wants oak");
    screen.click(Role::radio, "Done already");
    screen.click(Role::radio, "Incoming");
    screen.type("Duration", "6");
    screen.leave();
    screen.click(Role::button, "Add");
    CHECK(screen.find_part(Role::listitem, "Incoming call, 6 min: Wants oak"));
    CHECK(!screen.find_part(Role::list, "Planned"));
    CHECK(screen.get(Role::textbox, "Subject").value == "");
}

TEST_CASE("a field and a note that cannot be saved are not lost") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.storage_is_full = true;
    screen.type("First name", "Ivan");
    screen.leave();
    CHECK(screen.find_part(Role::text, "Not saved: “Ivan”"));
    screen.type("Note", "Wants oak");
    screen.click(Role::button, "Add note");
    CHECK(screen.get(Role::textbox, "Note").value == "Wants oak");
    screen.storage_is_full = false;
    screen.click(Role::button, "Use it");
    CHECK(screen.get(Role::textbox, "First name").value == "Ivan");
    screen.click(Role::button, "Add note");
    CHECK(screen.find_part(Role::listitem, "Wants oak"));
}

TEST_CASE("an amount that can't be read stays on the card until Escape, and goes with the card") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.type("Amount", "500");
    screen.leave();
    std::string const stored = screen.get(Role::textbox, "Amount").value;
    screen.type("Amount", "a lot");
    screen.leave();
    CHECK(screen.get(Role::textbox, "Amount").value == "a lot");
    CHECK(screen.get(Role::textbox, "Amount").states.invalid);
    CHECK_FALSE(screen.find_part(Role::text, "Not saved"));
    screen.click(Role::textbox, "Amount");
    screen.escape_field();
    screen.leave();
    CHECK(screen.sees(Role::dialog, "Roof repair"));
    CHECK(screen.get(Role::textbox, "Amount").value == stored);
    CHECK_FALSE(screen.get(Role::textbox, "Amount").states.invalid);
    screen.type("Amount", "many");
    screen.leave();
    screen.type("Amount", "700");
    screen.leave();
    CHECK(screen.get(Role::textbox, "Amount").value.find("700") != std::string::npos);
    CHECK_FALSE(screen.get(Role::textbox, "Amount").states.invalid);
}

TEST_CASE("an activity isn't planned for a time that can't be read") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.click(Role::tab, "Call");
    screen.type("Subject", "Wants oak");
    screen.type("When", "someday");
    screen.leave();
    screen.click(Role::button, "Plan");
    CHECK_FALSE(screen.find_part(Role::list, "Planned"));
    CHECK(screen.get(Role::textbox, "When").value == "someday");
    screen.type("When", "tomorrow 15:00");
    screen.leave();
    screen.click(Role::button, "Plan");
    CHECK(screen.find_part(Role::list, "Planned"));
}

TEST_CASE("the stage bar moves the lead") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.click(Role::radio, "Processed");
    screen.click(Role::button, "Close");
    CHECK(screen.find_part(Role::list, "Processed, 1 lead"));
}

TEST_CASE("a lead is converted to a contact and a deal") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair +7 900 000-12-34");
    screen.click(Role::button, "Convert");
    REQUIRE(screen.sees(Role::dialog, "Convert the lead"));
    auto const before = screen.workspace().board(app::Board::deals).total;
    ui::Node const* convert = nullptr;
    for (auto const* node : ui::find_all(Role::button, "Convert"))
        if (ui::reachable(*node)) convert = node;
    REQUIRE(convert);
    screen.click_at(convert->rect.center());
    CHECK(screen.workspace().board(app::Board::deals).total == before + 1);
    CHECK(screen.workspace().clients(Entity::contact).size() == 1);
}

TEST_CASE("a card moved to the trash leaves the board and can be restored in the settings") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    screen.click(Role::button, "More");
    screen.click(Role::menuitem, "Move to trash");
    CHECK_FALSE(screen.sees(Role::listitem, "Roof repair"));
    screen.click(Role::link, "Settings");
    screen.click(Role::tab, "Trash");
    CHECK(screen.get(Role::listitem, "Roof repair").description.starts_with("Lead · today"));
    screen.click(Role::button, "Restore");
    screen.click(Role::link, "Leads");
    CHECK(screen.sees(Role::listitem, "Roof repair"));
}

TEST_CASE("the address names the open card, and visiting it opens the card") {
    ScreenSession screen;
    open_new_lead(screen, "Roof repair");
    std::string const card = screen.route;
    CHECK(card.rfind("lead/", 0) == 0);
    screen.shell().visit("leads");
    screen.settle();
    CHECK_FALSE(screen.sees(Role::dialog, "Roof repair"));
    screen.shell().visit(card);
    screen.settle();
    CHECK(screen.sees(Role::dialog, "Roof repair"));
}

TEST_CASE("a whole session works by keyboard alone") {
    ScreenSession screen;
    screen.press("n");
    REQUIRE(screen.sees(Role::dialog, "New lead"));
    screen.type_here("Greenhouse heating");
    screen.press("Enter", "Ctrl");
    CHECK(screen.sees(Role::listitem, "Greenhouse heating"));
    screen.press("?");
    CHECK(screen.sees(Role::dialog, "Keyboard keys"));
    screen.press("Escape");
    CHECK_FALSE(screen.sees(Role::dialog, "Keyboard keys"));
    screen.press("z", "Ctrl");
    CHECK_FALSE(screen.sees(Role::listitem, "Greenhouse heating"));
}

}  // namespace leadkeep::tests
