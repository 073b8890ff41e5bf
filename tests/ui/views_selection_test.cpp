// Several cards of the board at once, as a person meets them: the bar, one step of undo, one question.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

struct Chosen : ScreenSession {
    explicit Chosen(float width_px = 1440, float height_px = 900) : ScreenSession(width_px, height_px) {
        for (auto const* title : {"Canteen", "Barn", "Attic"}) add_lead(title);
        choose_card("Attic");
        choose_card("Canteen");
    }
    void choose_card(std::string_view title) { click_at(get(Role::listitem, title).rect.center(), "Ctrl"); }
};

}  // namespace

TEST_CASE("chosen cards are counted in a bar, and told") {
    Chosen screen;
    CHECK(screen.sees(Role::toolbar, "2 selected"));
    CHECK(screen.last_note() == "2 selected");
    CHECK(screen.get(Role::listitem, "Attic").description.find("Selected") == 0);
    screen.press("Escape");
    CHECK_FALSE(screen.find_part(Role::toolbar, "selected"));
    CHECK(screen.last_note() == "0 selected");
}

TEST_CASE("the bar moves all to a stage, and one Undo takes all back") {
    Chosen screen;
    screen.click(Role::button, "Move to…");
    screen.click(Role::menuitem, "In progress");
    CHECK(screen.find_part(Role::list, "In progress, 2 leads"));
    CHECK(screen.last_note() == "Moved 2 leads to In progress");
    CHECK(screen.sees(Role::toolbar, "2 selected"));
    screen.click(Role::button, "Undo");
    CHECK(screen.find_part(Role::list, "Not processed, 3 leads"));
}

TEST_CASE("dragging one of them moves all; a column of failure asks once") {
    Chosen screen;
    auto const junk = screen.find_part(Role::list, "Junk lead, 0 leads")->rect.center();
    screen.drag(screen.get(Role::listitem, "Canteen").rect.center(), junk);
    CHECK(screen.sees(Role::dialog, "Why was it lost?"));
    screen.choose("Reason", "Price");
    screen.click(Role::button, "Move");
    CHECK(screen.find_part(Role::list, "Junk lead, 2 leads"));
    CHECK_FALSE(screen.sees(Role::dialog, "Why was it lost?"));
    screen.press("z", "Ctrl");
    CHECK(screen.find_part(Role::list, "Not processed, 3 leads"));
}

TEST_CASE("a tag, a manager and the trash come to all at once") {
    Chosen screen;
    screen.click(Role::button, "Add a tag…");
    screen.type_here("Spring");
    screen.enter();
    CHECK(screen.last_note() == "Tag “Spring” added: 2 records");
    screen.click(Role::button, "Assign manager…");
    screen.click(Role::menuitem, "Nobody");
    screen.click(Role::button, "Move to trash");
    CHECK(screen.find_part(Role::list, "Not processed, 1 lead"));
    // What is gone is chosen no more.
    CHECK_FALSE(screen.find_part(Role::toolbar, "selected"));
    screen.press("z", "Ctrl");
    CHECK(screen.find_part(Role::list, "Not processed, 3 leads"));
}

TEST_CASE("what the search hides is chosen no more") {
    Chosen screen;
    screen.type("Search", "attic");
    CHECK(screen.sees(Role::toolbar, "1 selected"));
}

TEST_CASE("the choice stays while others come, and goes with the page") {
    Chosen screen;
    screen.add_lead("Dairy");
    CHECK(screen.sees(Role::toolbar, "2 selected"));
    CHECK(screen.get(Role::listitem, "Attic").states.selected == ui::Tristate::on);
    CHECK(screen.get(Role::listitem, "Dairy").states.selected != ui::Tristate::on);
    screen.click(Role::link, "Deals");
    screen.click(Role::link, "Leads");
    CHECK_FALSE(screen.find_part(Role::toolbar, "selected"));
}

TEST_CASE("the note with Undo stands above the bar, on a phone too") {
    for (float const width : {1440.f, 390.f}) {
        Chosen screen(width, 844);
        screen.click(Role::button, "Move to…");
        screen.click(Role::menuitem, "In progress");
        CHECK(screen.get(Role::button, "Undo").rect.bottom() < screen.get(Role::toolbar, "2 selected").rect.y);
    }
}

TEST_CASE("on a phone a tab goes to its column and stays marked there") {
    ScreenSession screen(390, 844);
    screen.click(Role::button, "In progress");
    CHECK(screen.get(Role::button, "In progress").states.pressed == ui::Tristate::on);
    auto const* list = screen.find_part(Role::list, "In progress, 0 leads");
    REQUIRE(list);
    CHECK(list->rect.x == doctest::Approx(16));
}

}  // namespace leadkeep::tests
