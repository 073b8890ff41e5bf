// Widgets as a person, a screen reader and the keyboard meet them.
#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;

TEST_CASE("a button is pressed by pointer, Enter, Space and a screen reader, once each") {
    int pressed = 0;
    Stage stage([&] {
        if (ui::button("Add")) pressed++;
    });
    stage.key("Tab");
    CHECK(stage.focused() == "Add");
    stage.key("Enter");
    stage.key(" ");
    CHECK(pressed == 2);
    stage.click(Role::button, "Add");
    CHECK(pressed == 3);
    stage.press_node(stage.get(Role::button, "Add").id);
    CHECK(pressed == 4);
}

TEST_CASE("a press that is let go elsewhere does nothing") {
    int pressed = 0;
    Stage stage([&] {
        if (ui::button("Add")) pressed++;
    });
    auto const at = stage.get(Role::button, "Add").rect.center();
    stage.move(at);
    stage.down(at);
    stage.move({500, 500});
    stage.up({500, 500});
    stage.settle();
    CHECK(pressed == 0);
}

TEST_CASE("a disabled button is neither pressed nor a stop of the keyboard, and says so") {
    int pressed = 0;
    Stage stage([&] {
        if (ui::button("Add", {.enabled = false})) pressed++;
        ui::button("Other");
    });
    stage.click(Role::button, "Add");
    CHECK(pressed == 0);
    CHECK(stage.get(Role::button, "Add").states.disabled);
    stage.key("Tab");
    CHECK(stage.focused() == "Other");
}

TEST_CASE("a small button on a card wins over the card") {
    int card = 0, inner = 0;
    Stage stage([&] {
        if (ui::area("Card", {100, 100, 200, 100}, {.role = Role::listitem})) card++;
        ui::next_rect({150, 120, 34, 34});
        if (ui::icon_button(ui::Icon::more, "More")) inner++;
    });
    stage.click(Role::button, "More");
    CHECK(inner == 1);
    CHECK(card == 0);
    stage.click({280, 180});
    CHECK(card == 1);
}

TEST_CASE("at rest no frame is asked for") {
    Stage stage([] {
        ui::text("Quiet");
        ui::button("Add");
    });
    auto const before = ui::frames_drawn();
    CHECK_FALSE(platform::headless::frame_requested());
    CHECK(ui::frames_drawn() == before);
}

TEST_CASE("arrows move within a group, Tab leaves it") {
    int index = 0;
    std::string const labels[] = {"Board", "List", "Table"};
    Stage stage([&] {
        ui::segmented("View", labels, index);
        ui::button("After");
    });
    stage.key("Tab");
    CHECK(stage.focused() == "Board");
    stage.key("ArrowRight");
    CHECK(stage.focused() == "List");
    stage.key("Enter");
    CHECK(index == 1);
    stage.key("Tab");
    CHECK(stage.focused() == "After");
    stage.key("Tab", false, true);
    CHECK(stage.focused() == "List");
    CHECK(stage.get(Role::radio, "List").states.checked == ui::Tristate::on);
}

TEST_CASE("all four arrows go through a radio group, round its ends") {
    int index = 0;
    ui::RadioOption const options[] = {{"Classic", "Two boards"}, {"Simple", "One board"}, {"Bare", "None"}};
    Stage stage([&] { ui::radio_group("Mode", options, index); });
    stage.key("Tab");
    REQUIRE(stage.focused() == "Classic");
    for (char const* next : {"ArrowDown", "ArrowRight"}) {
        stage.key(next);
        CHECK(stage.focused() == "Simple");
        stage.key(next == std::string_view("ArrowDown") ? "ArrowUp" : "ArrowLeft");
        CHECK(stage.focused() == "Classic");
    }
    stage.key("ArrowLeft");
    CHECK(stage.focused() == "Bare");
    stage.key("ArrowRight");
    CHECK(stage.focused() == "Classic");
}

TEST_CASE("past the last stop Tab leaves the page, and who comes back by it begins anew") {
    Stage stage([] {
        ui::button("First");
        ui::button("Last");
    });
    stage.key("Tab");
    stage.key("Tab");
    REQUIRE(stage.focused() == "Last");
    stage.key("Tab");
    CHECK(stage.focused() == "");
    stage.key("Tab");
    CHECK(stage.focused() == "First");
    stage.key("Tab", false, true);
    stage.key("Tab", false, true);
    CHECK(stage.focused() == "Last");
}

TEST_CASE("Tab goes on from where a button was that its own press took away") {
    bool converted = false;
    Stage stage([&] {
        ui::button("Close");
        if (!converted && ui::button("Convert")) converted = true;
        ui::button("Title");
        ui::button("Amount");
    });
    for (auto const back : {false, true}) {
        converted = false;
        stage.settle();
        stage.press_node(stage.get(Role::button, "Close").id);
        stage.key("Tab");
        REQUIRE(stage.focused() == "Convert");
        stage.key("Enter");
        REQUIRE_FALSE(ui::find(Role::button, "Convert"));
        stage.key("Tab", false, back);
        CHECK(stage.focused() == (back ? "Close" : "Title"));
    }
}

TEST_CASE("and so it does where a dialog stood between the press and what it took away") {
    bool asks = false, converted = false;
    Stage stage([&] {
        ui::button("Close");
        if (!converted && ui::button("Convert")) asks = true;
        ui::button("Title");
        ui::button("Amount");
        if (!asks) return;
        ui::Dialog dialog("Convert the lead");
        ui::button("Cancel");
        if (ui::button("Yes")) asks = false, converted = true;
    });
    stage.click(Role::button, "Convert");
    stage.click(Role::button, "Yes");
    REQUIRE_FALSE(ui::find(Role::button, "Convert"));
    stage.key("Tab");
    CHECK(stage.focused() == "Title");
}

TEST_CASE("a shortcut works on any layout of letters and not behind a dialog") {
    int found = 0;
    bool open = false;
    Stage stage([&] {
        if (ui::shortcut("Ctrl+K")) found++;
        if (open) {
            ui::Dialog dialog("Question");
            if (dialog.dismissed()) open = false;
        }
    });
    stage.key("k", true);
    CHECK(found == 1);
    stage.key("K", true, true);
    CHECK(found == 1);
    open = true;
    ui::request_frame();
    stage.settle();
    stage.key("k", true);
    CHECK(found == 1);
}

TEST_CASE("a shortcut of a dialog is silent while another one lies over it") {
    int undone = 0;
    bool above = false;
    Stage stage([&] {
        ui::Dialog dialog("Below");
        if (ui::shortcut("Ctrl+Z")) undone++;
        if (above) ui::Dialog question("Above");
    });
    stage.key("z", true);
    CHECK(undone == 1);
    above = true;
    ui::request_frame();
    stage.settle();
    stage.key("z", true);
    CHECK(undone == 1);
}

TEST_CASE("a button's chord presses it, also after a menu was used") {
    int added = 0;
    Stage stage([&] {
        if (ui::button("Add", {.keys = "Ctrl+Enter"})) added++;
        if (ui::button("Menu")) ui::open_popup("menu");
        if (ui::Menu menu("menu"); menu) ui::menu_item("Rename");
    });
    stage.key("Enter", true);
    CHECK(added == 1);
    stage.click(Role::button, "Menu");
    stage.click(Role::menuitem, "Rename");
    stage.key("Enter", true);
    CHECK(added == 2);
}

TEST_CASE("a dialog takes the keyboard, hides what is behind, and gives the keyboard back") {
    bool open = false;
    std::string name;
    Stage stage([&] {
        if (ui::button("New")) open = true;
        ui::button("Other");
        if (!open) return;
        ui::Dialog dialog("New lead");
        if (auto e = ui::text_field("Title", name); e.changed()) name = e.text;
        {
            ui::DialogFooter footer;
            ui::button("Cancel");
            if (ui::primary_button("Add")) open = false;
        }
        if (dialog.dismissed()) open = false;
    });
    stage.key("Tab");
    stage.key("Enter");
    REQUIRE(open);
    CHECK(stage.focused() == "Title");
    CHECK_FALSE(ui::reachable(stage.get(Role::button, "Other")));
    stage.type("Roof");
    for (int i = 0; i < 12; i++) stage.key("Tab");
    CHECK(stage.focused() != "Other");
    CHECK(stage.focused() != "New");
    CHECK(name == "Roof");
    stage.click(Role::button, "Other");  // the dimmed ground is pressed instead
    CHECK_FALSE(open);
    CHECK(stage.focused() == "New");
}

TEST_CASE("Escape closes the topmost overlay only") {
    bool open = true;
    Stage stage([&] {
        if (!open) return;
        ui::SidePanel panel("Card");
        if (ui::button("Menu")) ui::open_popup("menu");
        if (ui::Menu menu("menu"); menu) ui::menu_item("Rename");
        if (panel.dismissed()) open = false;
    });
    stage.click(Role::button, "Menu");
    REQUIRE(ui::find(Role::menuitem, "Rename"));
    stage.key("Escape");
    CHECK_FALSE(ui::find(Role::menuitem, "Rename"));
    CHECK(open);
    stage.key("Escape");
    CHECK_FALSE(open);
}

TEST_CASE("a menu's item is chosen by keyboard and the menu closes") {
    int renamed = 0;
    Stage stage([&] {
        if (ui::button("Menu")) ui::open_popup("menu");
        if (ui::Menu menu("menu"); menu) {
            ui::menu_item("Open");
            if (ui::menu_item("Rename")) renamed++;
        }
    });
    stage.key("Tab");
    stage.key("Enter");
    CHECK(stage.focused() == "Open");
    stage.key("ArrowDown");
    stage.key("Enter");
    CHECK(renamed == 1);
    CHECK_FALSE(ui::find(Role::menuitem, "Rename"));
}

TEST_CASE("a long drop-down is searched and Enter takes the first match") {
    std::vector<ui::SelectOption> options;
    for (auto const* name : {"Website", "Call", "Реклама", "Выставка", "Friend", "Letter", "Shop", "Partner", "Repeat", "Other"})
        options.push_back({.label = name});
    int index = -1;
    Stage stage([&] { ui::select("Source", options, index, {.placeholder = "Choose"}); });
    stage.click(Role::combobox, "Source");
    CHECK(ui::find_all(Role::option).size() == 10);
    stage.type("ВЫСТ");
    CHECK(ui::find_all(Role::option).size() == 1);
    stage.field(InputKind::text_enter);
    CHECK(index == 3);
    CHECK(stage.get(Role::combobox, "Source").value == "Выставка");
    CHECK(ui::find_all(Role::option).empty());
}

TEST_CASE("a toast is announced and its action acts once") {
    int undone = 0;
    Stage stage([] { ui::button("Add"); });
    ui::toast("Moved to In progress", "Undo", [&] { undone++; });
    stage.settle();
    CHECK(ui::announcements().back() == "Moved to In progress");
    stage.click(Role::button, "Undo");
    CHECK(undone == 1);
    CHECK_FALSE(ui::find(Role::button, "Undo"));
}

TEST_CASE("a scrolling part follows the wheel and shows what gets the keyboard") {
    Stage stage([] {
        ui::Scroll scroll("list", {.rect = {0, 0, 300, 200}});
        for (int i = 0; i < 40; i++) ui::button("Button " + std::to_string(i));
    });
    CHECK(ui::reachable(stage.get(Role::button, "Button 0")));
    CHECK_FALSE(ui::reachable(stage.get(Role::button, "Button 30")));
    stage.wheel({100, 100}, 1200);
    CHECK(ui::reachable(stage.get(Role::button, "Button 30")));
    stage.wheel({100, 100}, -99999);
    for (int i = 0; i < 31; i++) stage.key("Tab");
    CHECK(stage.focused() == "Button 30");
    CHECK(ui::reachable(stage.get(Role::button, "Button 30")));
}

TEST_CASE("a table lays out only the rows in sight") {
    ui::TableColumn const columns[] = {{.label = "Name"}, {.label = "Amount", .width_px = 120, .align = ui::Align::end}};
    int laid_out = 0;
    Stage stage([&] {
        laid_out = 0;
        ui::Table table("Preview", columns, 10000, {.rect = {0, 0, 600, 400}});
        auto const range = table.visible();
        for (int i = range.first; i < range.last; i++, laid_out++) {
            table.row(i);
            table.cell("Row " + std::to_string(i));
            table.cell("1 200");
        }
    });
    CHECK(laid_out > 5);
    CHECK(laid_out < 20);
    stage.wheel({100, 200}, 40 * 5000);
    CHECK(ui::find(Role::cell, "Row 5003"));
    CHECK(stage.get(Role::table, "Preview").rect.h == 400);
}

TEST_CASE("a text that is too wide by its last letter only goes on to the next line") {
    Stage stage([] {
        ui::next_width(ui::text_width("one two", ui::TextStyle::body) - 2);
        ui::paragraph("one two", ui::TextStyle::body);
    });
    CHECK(stage.get(Role::text, "one two").rect.h == 2 * ui::line_height(ui::TextStyle::body));
}
