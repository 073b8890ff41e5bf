// Columns as a person arranges them on the board: names, colours, limits, order, strips, dense cards.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

void open_menu(ScreenSession& screen, std::string_view stage) { screen.click(Role::button, "Column menu: " + std::string(stage)); }
void take(ScreenSession& screen, std::string_view stage, std::string_view item) {
    open_menu(screen, stage);
    screen.click(Role::menuitem, item);
}
float left_of(ScreenSession& screen, std::string_view list) {
    auto const* node = screen.find_part(Role::list, list);
    REQUIRE_MESSAGE(node, screen.tree());
    return node->rect.x;
}

}  // namespace

TEST_CASE("a column is renamed from its menu, and Undo gives the old name back") {
    ScreenSession screen;
    take(screen, "In progress", "Rename");
    screen.type_here("Calling");
    screen.enter();
    CHECK(screen.find_part(Role::list, "Calling, 0 leads"));
    screen.click(Role::button, "Undo");
    CHECK(screen.find_part(Role::list, "In progress, 0 leads"));
}

TEST_CASE("two presses on a column's name make it editable, one does not, and Escape leaves it as it was") {
    ScreenSession screen;
    screen.click(Role::button, "Rename In progress");
    CHECK_FALSE(screen.sees(Role::textbox, "Stage name"));
    screen.double_click(Role::button, "Rename In progress");
    REQUIRE(screen.sees(Role::textbox, "Stage name"));
    screen.type_here("Nothing");
    screen.escape_field();
    CHECK(screen.find_part(Role::list, "In progress, 0 leads"));
    CHECK_FALSE(screen.sees(Role::textbox, "Stage name"));
}

TEST_CASE("a name that is taken is told, and the old one stays") {
    ScreenSession screen;
    take(screen, "In progress", "Rename");
    screen.type_here("Processed");
    screen.enter();
    CHECK(screen.last_note() == "There is a stage “Processed” on this board already. Choose another name.");
    CHECK(screen.find_part(Role::list, "In progress, 0 leads"));
}

TEST_CASE("a column moves to the right and back by its menu") {
    ScreenSession screen;
    take(screen, "In progress", "Move right");
    CHECK(left_of(screen, "In progress") > left_of(screen, "Processed"));
    take(screen, "In progress", "Move left");
    CHECK(left_of(screen, "In progress") < left_of(screen, "Processed"));
    open_menu(screen, "Not processed");
    CHECK(screen.get(Role::menuitem, "Move left").states.disabled);
}

TEST_CASE("a colour is chosen among swatches") {
    ScreenSession screen;
    take(screen, "In progress", "Colour…");
    CHECK(screen.get(Role::radio, "Turquoise").states.checked == ui::Tristate::on);
    screen.click(Role::radio, "Violet");
    CHECK(screen.workspace().board(app::Board::leads).columns[1].stage.colour_rgb == 0x9B6BF2);
    take(screen, "In progress", "Colour…");
    CHECK(screen.get(Role::radio, "Violet").states.checked == ui::Tristate::on);
}

TEST_CASE("what the menu opens has the keyboard, and gives it back to the menu's button") {
    ScreenSession screen;
    screen.press("Tab");
    for (int i = 0; i < 60 && ui::focused_node() != screen.get(Role::button, "Column menu: Not processed").id; ++i) screen.press("Tab");
    screen.press("Enter");
    for (int i = 0; i < 2; ++i) screen.press("ArrowDown");
    CHECK(ui::focused_node() == screen.get(Role::menuitem, "Colour…").id);
    screen.press("Enter");
    CHECK(ui::focused_node() == screen.get(Role::radio, "Sky blue").id);
    screen.press("Escape");
    CHECK(ui::focused_node() == screen.get(Role::button, "Column menu: Not processed").id);
}

TEST_CASE("a stall limit is chosen or typed") {
    ScreenSession screen;
    auto const limit = [&] { return screen.workspace().board(app::Board::leads).columns[1].stage.stall_limit_days; };
    take(screen, "In progress", "Stall limit…");
    screen.click(Role::button, "14 days");
    CHECK(limit() == 14);
    take(screen, "In progress", "Stall limit…");
    screen.type("Days", "21");
    screen.enter();
    CHECK(limit() == 21);
    take(screen, "In progress", "Stall limit…");
    screen.click(Role::button, "No limit");
    CHECK(limit() == 0);
}

TEST_CASE("a column is sorted from its menu") {
    ScreenSession screen;
    for (auto const* title : {"Alpha", "Gamma", "Beta"}) screen.add_lead(title);
    take(screen, "Not processed", "Sort by…");
    screen.click(Role::menuitem, "Name, A to Z");
    CHECK(screen.get(Role::listitem, "Alpha").position == 1);
    CHECK(screen.get(Role::listitem, "Gamma").position == 3);
    screen.click(Role::button, "Undo");
    CHECK(screen.get(Role::listitem, "Beta").position == 1);
}

TEST_CASE("a stage is added after another; a name that is taken is said by its field") {
    ScreenSession screen;
    take(screen, "Not processed", "Add a stage after…");
    screen.type_here("Processed");
    screen.click(Role::button, "Add");
    CHECK(screen.get(Role::textbox, "Name").states.invalid);
    screen.type("Name", "Called");
    screen.click(Role::radio, "Pink");
    screen.click(Role::button, "Add");
    CHECK_FALSE(screen.sees(Role::dialog, "New stage"));
    CHECK(left_of(screen, "Called, 0 leads") > left_of(screen, "Not processed"));
    CHECK(left_of(screen, "Called, 0 leads") < left_of(screen, "In progress"));
}

TEST_CASE("deleting a stage asks where its cards go; an empty one goes at once; the last of its kind stays") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    take(screen, "Processed", "Delete…");
    CHECK_FALSE(screen.find_part(Role::list, "Processed, "));
    take(screen, "Quality lead", "Delete…");
    CHECK(screen.find_part(Role::list, "Quality lead, "));
    CHECK(screen.last_note().find("can't be deleted") != std::string::npos);
    take(screen, "Not processed", "Delete…");
    CHECK(screen.get(Role::button, "Delete the stage").states.disabled);
    screen.choose("Stage for the cards", "In progress");
    screen.click(Role::button, "Delete the stage");
    CHECK_FALSE(screen.find_part(Role::list, "Not processed, "));
    CHECK(screen.find_part(Role::list, "In progress, 1 lead"));
    screen.click(Role::button, "Undo");
    CHECK(screen.find_part(Role::list, "Not processed, 1 lead"));
}

TEST_CASE("the cards of a deleted stage that are lost by it need a reason") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    take(screen, "Not processed", "Delete…");
    screen.choose("Stage for the cards", "Junk lead");
    CHECK(screen.get(Role::button, "Delete the stage").states.disabled);
    screen.choose("Reason", "Price");
    screen.click(Role::button, "Delete the stage");
    CHECK(screen.find_part(Role::list, "Junk lead, 1 lead"));
}

TEST_CASE("a collapsed column is a strip that a press opens; this device remembers it") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    take(screen, "Not processed", "Collapse");
    CHECK_FALSE(screen.sees(Role::listitem, "Roof repair"));
    auto const& strip = screen.get(Role::button, "Open the column Not processed, 1 lead");
    CHECK(strip.rect.w == 44);
    CHECK(strip.states.expanded == ui::Tristate::off);
    CHECK(screen.preferences["collapsed_stages"].size() == 36);
    screen.click(Role::button, "Open the column Not processed, 1 lead");
    CHECK(screen.sees(Role::listitem, "Roof repair"));
    CHECK(screen.preferences["collapsed_stages"].empty());
}

TEST_CASE("a card dropped on a collapsed column lands in it") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    take(screen, "In progress", "Collapse");
    auto const strip = screen.get(Role::button, "Open the column In progress, 0 leads").rect;
    screen.drag(screen.get(Role::listitem, "Roof repair").rect.center(), strip.center());
    CHECK(screen.sees(Role::button, "Open the column In progress, 1 lead"));
}

TEST_CASE("cards are as dense as this device prefers, chosen on the board or in the settings") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    auto const height = [&] { return screen.get(Role::listitem, "Roof repair").rect.h; };
    CHECK(height() == 88);
    screen.click(Role::button, "View");
    screen.click(Role::menuitemradio, "Compact cards");
    CHECK(height() == 58);
    CHECK(screen.preferences["cards"] == "compact");
    screen.click(Role::link, "Settings");
    screen.click(Role::radio, "Comfortable");
    screen.click(Role::link, "Leads");
    CHECK(height() == 88);
}

TEST_CASE("on a phone the menu is in the column's head, without collapsing") {
    ScreenSession screen(390, 844);
    open_menu(screen, "Not processed");
    CHECK(screen.sees(Role::menuitem, "Rename"));
    CHECK_FALSE(screen.sees(Role::menuitem, "Collapse"));
}

}  // namespace leadkeep::tests
