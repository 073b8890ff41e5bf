// What narrows a board, and the board as a list, as a person meets them.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

struct Filtered : ScreenSession {
    explicit Filtered(float width_px = 1440, float height_px = 900) : ScreenSession(width_px, height_px) {
        for (auto const* title : {"Canteen", "Barn", "Attic"}) add_lead(title);
        auto const& board = workspace().board(app::Board::leads);
        auto const id_of = [&](std::string_view title) {
            for (auto const& id : board.columns[0].cards)
                if (workspace().card_face({Entity::lead, id}).title == title) return RecordRef{Entity::lead, id};
            return RecordRef{};
        };
        RecordRef const barn = id_of("Barn"), attic = id_of("Attic");
        run(app::SetField{barn, {"source_id", {source("Website").id}}});
        run(app::SetField{attic, {"source_id", {source("Call").id}}});
        run(app::SetFieldText{barn, "amount", "700 RUB"});
        run(app::SetFieldText{attic, "amount", "48000 RUB"});
        run(app::AddManager{"Ivan Petrov"});
        for (auto const& manager : workspace().choices().managers)
            if (manager.text == "Ivan Petrov") run(app::SetField{attic, {"manager_id", {manager.id}}});
        settle();
    }
    void run(app::Command command) { REQUIRE(workspace().run(std::move(command))); }
    app::ChoiceView source(std::string_view name) {
        for (auto const& one : workspace().choices().sources)
            if (one.text == name) return one;
        return {};
    }
    // The rows of the list from the top.
    std::vector<std::string> rows() {
        std::vector<std::string> names;
        for (ui::Node const* node : ui::find_all(Role::row))
            if (!node->name.empty()) names.push_back(node->name);
        return names;
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("sources are ticked in a list that stays open, and the chip says which") {
    Filtered screen;
    screen.click(Role::button, "Source");
    screen.click(Role::menuitemcheckbox, "Website");
    screen.click(Role::menuitemcheckbox, "Call");
    screen.press("Escape");
    CHECK(screen.find_part(Role::list, "Not processed, 2 leads"));
    CHECK(screen.get(Role::button, "Source: 2").states.pressed == ui::Tristate::on);
    screen.click(Role::button, "Source: 2");
    screen.click(Role::menuitemcheckbox, "Call");
    screen.press("Escape");
    CHECK(screen.sees(Role::button, "Website"));
    CHECK(screen.find_part(Role::list, "Not processed, 1 lead, ")->name.find("700") != std::string::npos);
    CHECK(screen.find_part(Role::text, "1 of 3 · ")->name.find("700") != std::string::npos);
}

TEST_CASE("one's own cards come by one press, and go by the next") {
    Filtered screen;
    screen.click(Role::button, "My leads");
    CHECK(screen.find_part(Role::list, "Not processed, 2 leads"));
    CHECK_FALSE(screen.sees(Role::listitem, "Attic"));
    screen.click(Role::button, "My leads");
    CHECK(screen.find_part(Role::list, "Not processed, 3 leads"));
}

TEST_CASE("with nobody else there is no choice of managers") {
    ScreenSession screen;
    CHECK(screen.sees(Role::button, "Source"));
    CHECK_FALSE(screen.sees(Role::button, "My leads"));
    CHECK_FALSE(screen.sees(Role::button, "Manager"));
}

TEST_CASE("a board that the filters leave empty says so and shows all again") {
    Filtered screen;
    screen.click(Role::button, "Stalled");
    CHECK(screen.sees(Role::heading, "Nothing matches the filters"));
    screen.click(Role::button, "Show all");
    CHECK(screen.find_part(Role::list, "Not processed, 3 leads"));
}

TEST_CASE("each board has filters of its own, and they stay while one looks elsewhere") {
    Filtered screen;
    screen.click(Role::button, "My leads");
    screen.click(Role::link, "Deals");
    CHECK(screen.get(Role::button, "My deals").states.pressed == ui::Tristate::off);
    screen.click(Role::link, "Leads");
    CHECK(screen.get(Role::button, "My leads").states.pressed == ui::Tristate::on);
}

TEST_CASE("chosen cards that a filter hides are chosen no more") {
    Filtered screen;
    screen.click_at(screen.get(Role::listitem, "Attic").rect.center(), "Ctrl");
    screen.click_at(screen.get(Role::listitem, "Barn").rect.center(), "Ctrl");
    CHECK(screen.sees(Role::toolbar, "2 selected"));
    screen.click(Role::button, "My leads");
    CHECK(screen.sees(Role::toolbar, "1 selected"));
}

TEST_CASE("a card dropped on a filtered board stands between those one sees") {
    Filtered screen;
    screen.click(Role::button, "My leads");
    screen.drag(screen.get(Role::listitem, "Canteen").rect.center(), screen.find_part(Role::list, "In progress, 0 leads")->rect.center());
    CHECK(screen.find_part(Role::list, "In progress, 1 lead"));
    screen.click(Role::button, "My leads");
    CHECK(screen.find_part(Role::list, "Not processed, 2 leads"));
}

TEST_CASE("a card added to a filtered board gets what it is filtered by; one that is hidden is told") {
    Filtered screen;
    screen.click(Role::button, "Source");
    screen.click(Role::menuitemcheckbox, "Website");
    screen.press("Escape");
    screen.add_lead("Greenhouse");
    CHECK(screen.sees(Role::listitem, "Greenhouse"));
    screen.type("Search", "barn");
    screen.leave();
    screen.add_lead("Terrace");
    CHECK_FALSE(screen.sees(Role::listitem, "Terrace"));
    CHECK(screen.last_note() == "Added, but hidden by the search or the filters");
    screen.click(Role::button, "Show all");
    CHECK(screen.sees(Role::listitem, "Terrace"));
    CHECK(screen.sees(Role::listitem, "Canteen"));
}

TEST_CASE("the full form begins with what the board in sight is filtered by") {
    Filtered screen;
    screen.click(Role::button, "Source");
    screen.click(Role::menuitemcheckbox, "Website");
    screen.press("Escape");
    screen.click(Role::button, "New lead");
    CHECK(screen.get(Role::combobox, "Source").value == "Website");
    screen.click(Role::button, "Cancel");
    screen.click(Role::link, "Contacts");
    screen.press("k", "Ctrl");
    screen.click(Role::option, "New lead");
    CHECK(screen.get(Role::combobox, "Source").value != "Website");
}

TEST_CASE("the list shows the same cards as lines, sorted by what is pressed; the choice is kept") {
    Filtered screen;
    screen.click(Role::radio, "List");
    CHECK(screen.preferences["board_look"] == "list");
    CHECK(screen.sees(Role::table, "3 leads"));
    CHECK(screen.rows() == Names{"Attic", "Barn", "Canteen"});
    screen.click(Role::columnheader, "Amount");
    CHECK(screen.rows() == Names{"Barn", "Attic", "Canteen"});
    screen.click(Role::columnheader, "Amount");
    CHECK(screen.rows() == Names{"Attic", "Barn", "Canteen"});
    screen.click(Role::columnheader, "Lead");
    screen.click(Role::columnheader, "Lead");
    CHECK(screen.rows() == Names{"Canteen", "Barn", "Attic"});
    screen.click(Role::button, "My leads");
    CHECK(screen.rows() == Names{"Canteen", "Barn"});
    screen.click(Role::radio, "Board");
    CHECK(screen.find_part(Role::list, "Not processed, 2 leads"));
}

TEST_CASE("a line of the list opens its card, and Next follows the list's order") {
    Filtered screen;
    screen.click(Role::radio, "List");
    screen.click(Role::columnheader, "Lead");
    screen.click(Role::row, "Attic");
    CHECK(screen.sees(Role::heading, "Attic"));
    CHECK(screen.get(Role::row, "Attic").states.current);
    screen.click(Role::button, "Next card");
    CHECK(screen.sees(Role::heading, "Barn"));
}

TEST_CASE("the list is walked by keys: one stop, arrows from line to line, Enter opens") {
    Filtered screen;
    screen.click(Role::radio, "List");
    for (int i = 0; i < 40 && ui::focused_node() != screen.get(Role::row, "Attic").id; ++i) screen.press("Tab");
    CHECK(ui::focused_node() == screen.get(Role::row, "Attic").id);
    screen.press("ArrowDown");
    CHECK(ui::focused_node() == screen.get(Role::row, "Barn").id);
    screen.press("End");
    CHECK(ui::focused_node() == screen.get(Role::row, "Canteen").id);
    screen.press("ArrowDown");
    CHECK(ui::focused_node() == screen.get(Role::row, "Canteen").id);
    screen.press("Home");
    screen.press("Enter");
    CHECK(screen.sees(Role::heading, "Attic"));
}

TEST_CASE("a column's width stays on this device") {
    Filtered screen;
    screen.click(Role::radio, "List");
    auto const edge = screen.get(Role::separator, "Width of “Stage”").rect.center();
    screen.drag(edge, {edge.x + 40, edge.y});
    CHECK(screen.preferences["widths_leads"].find(" 180 ") != std::string::npos);
}

TEST_CASE("on a phone the filters come by their button, and stay in sight while they filter") {
    Filtered screen(390, 844);
    CHECK_FALSE(screen.sees(Role::button, "My leads"));
    screen.click(Role::button, "Filters");
    screen.click(Role::button, "My leads");
    CHECK(screen.find_part(Role::list, "Not processed, 2 leads"));
    screen.click(Role::button, "Filters");
    CHECK(screen.sees(Role::button, "My leads"));
    screen.click(Role::button, "My leads");
    CHECK_FALSE(screen.sees(Role::button, "My leads"));
    CHECK_FALSE(screen.sees(Role::radio, "List"));
}

TEST_CASE("contacts are a table that a name sorts; a line opens the contact") {
    ScreenSession screen;
    for (auto const* title : {"Barn +7 900 000-12-34", "Attic a@example.com"}) screen.add_lead(title);
    for (auto const& id : std::vector<Uuid>(screen.workspace().board(app::Board::leads).columns[0].cards))
        REQUIRE(screen.workspace().run(app::ConvertLead{{id}}));
    screen.click(Role::link, "Contacts");
    CHECK(screen.sees(Role::table, "2 contacts"));
    CHECK(screen.sees(Role::cell, "a@example.com"));
    screen.click(Role::columnheader, "Contact");
    screen.click(Role::row, "a@example.com");
    CHECK(screen.find_part(Role::heading, "Contact without a name"));
}

}  // namespace leadkeep::tests
