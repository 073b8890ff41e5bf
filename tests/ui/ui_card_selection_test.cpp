// Several cards chosen together: by presses, keys, a rectangle, a finger; and moved together.
#include "ui/card_board.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

void draw_rectangle(Stage& stage, ui::Point from, ui::Point to) {
    stage.mouse(InputKind::pointer_move, from);
    stage.mouse(InputKind::pointer_down, from);
    for (int i = 1; i <= 4; i++) {
        float const share = float(i) / 4;
        stage.mouse(InputKind::pointer_move, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
}

}  // namespace

TEST_CASE("Ctrl and a press choose a card and let it go again, without opening it") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); });
    stage.click(Role::listitem, "A1", "Ctrl");
    stage.click(Role::listitem, "B2", "Ctrl");
    CHECK(board.chosen_names() == "A1 B2 ");
    CHECK(stage.get(Role::listitem, "B2").states.selected == ui::Tristate::on);
    stage.click(Role::listitem, "A1", "Ctrl");
    CHECK(board.chosen_names() == "B2 ");
    CHECK(board.opened.empty());
    stage.click(Role::listitem, "A2");
    CHECK(board.opened == "A2");
}

TEST_CASE("Shift and a press choose all in between, and a second one changes only that range") {
    CardBoardScreen board;
    board.lists[0] = CardBoardScreen::cards("A", 6);
    Stage stage([&] { board.draw(); });
    stage.click(Role::listitem, "B1", "Ctrl");
    stage.click(Role::listitem, "A2", "Ctrl");
    stage.click(Role::listitem, "A5", "Shift");
    CHECK(board.chosen_names() == "A2 A3 A4 A5 B1 ");
    stage.click(Role::listitem, "A1", "Shift");
    CHECK(board.chosen_names() == "A1 A2 B1 ");
    // In another list there is no range from here.
    stage.click(Role::listitem, "B2", "Shift");
    CHECK(board.chosen_names() == "A1 A2 B1 B2 ");
}

TEST_CASE("Shift and a press choose from the card that has the keyboard") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); });
    stage.key("Tab");
    stage.click(Role::listitem, "A3", "Shift");
    CHECK(board.chosen_names() == "A1 A2 A3 ");
}

TEST_CASE("the keyboard chooses: Shift and arrows, Ctrl+Space, X, Ctrl+A; Escape lets go") {
    CardBoardScreen board;
    board.lists[0] = CardBoardScreen::cards("A", 5);
    Stage stage([&] { board.draw(); });
    stage.key("Tab");
    stage.key("ArrowDown");
    stage.key("ArrowDown", false, true);
    stage.key("ArrowDown", false, true);
    CHECK(board.chosen_names() == "A2 A3 A4 ");
    CHECK(stage.focused() == "A4");
    stage.key("ArrowUp", false, true);
    CHECK(board.chosen_names() == "A2 A3 ");
    stage.key("ArrowDown");
    stage.key("ArrowDown");
    stage.key(" ", true);
    CHECK(board.chosen_names() == "A2 A3 A5 ");
    stage.key("x");
    CHECK(board.chosen_names() == "A2 A3 ");
    stage.key("a", true);
    CHECK(board.chosen_names() == "A1 A2 A3 A4 A5 ");
    stage.key("Escape");
    CHECK(board.chosen.empty());
}

TEST_CASE("a rectangle drawn on empty ground chooses the cards it touches, in all lists it crosses") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); });
    float const below = stage.get(Role::listitem, "A3").rect.bottom() + 40;
    auto const b2 = stage.get(Role::listitem, "B2").rect;
    draw_rectangle(stage, {40, below}, {b2.x + 20, b2.center().y});
    CHECK(board.chosen_names() == "A2 A3 B2 ");
    stage.mouse(InputKind::pointer_move, {60, stage.get(Role::listitem, "A3").rect.center().y});
    CHECK(board.chosen_names() == "A3 ");
    stage.mouse(InputKind::pointer_up, {60, below - 60});
    CHECK(board.chosen_names() == "A3 ");
    // With Ctrl it adds to what is chosen.
    stage.hold("Ctrl");
    draw_rectangle(stage, {b2.x + 40, b2.bottom() + 60}, {b2.x + 60, b2.center().y});
    stage.mouse(InputKind::pointer_up, {b2.x + 60, b2.center().y});
    CHECK(board.chosen_names() == "A3 B2 ");
}

TEST_CASE("Escape takes a rectangle back; a press on empty ground lets go of what is chosen") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); });
    stage.click(Role::listitem, "B1", "Ctrl");
    float const below = stage.get(Role::listitem, "A3").rect.bottom() + 40;
    draw_rectangle(stage, {40, below}, {60, 100});
    CHECK(board.chosen_names() == "A1 A2 A3 ");
    stage.key("Escape");
    CHECK(board.chosen_names() == "B1 ");
    stage.mouse(InputKind::pointer_up, {60, 100});
    CHECK(board.chosen_names() == "B1 ");
    stage.click({400, 600});
    CHECK(board.chosen.empty());
}

TEST_CASE("a rectangle that scrolls the list chooses the cards that were never laid out with those in sight") {
    CardBoardScreen board;
    board.lists[0] = CardBoardScreen::cards("A", 1000);
    Stage stage([&] { board.draw(); });
    draw_rectangle(stage, {22, 70}, {200, 650});  // the left margin of the list is empty ground
    size_t const in_sight = board.chosen.size();
    CHECK(in_sight >= 6);
    stage.pass(2000);
    CHECK(board.chosen.size() > in_sight + 12);
    CHECK(board.chosen.contains("A1"));
    CHECK_FALSE(ui::find(Role::listitem, "A1"));
    stage.mouse(InputKind::pointer_up, {200, 650});
    CHECK(board.chosen.contains("A1"));
}

TEST_CASE("a finger that holds a card and lets go chooses it; then a tap chooses as well, and holding on drags all") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); });
    auto const hold = [&](std::string_view name) {
        auto const at = stage.get(Role::listitem, name).rect.center();
        stage.touch(InputKind::pointer_down, at);
        stage.pass(500);
        CHECK(ui::card_lifted());
        return at;
    };
    auto const a1 = hold("A1");
    stage.touch(InputKind::pointer_move, {a1.x + 3, a1.y - 2});
    stage.touch(InputKind::pointer_up, a1);
    stage.settle();
    CHECK(board.chosen_names() == "A1 ");
    auto const a3 = stage.get(Role::listitem, "A3").rect.center();
    stage.touch(InputKind::pointer_down, a3);
    stage.touch(InputKind::pointer_up, a3);
    stage.settle();
    CHECK(board.chosen_names() == "A1 A3 ");
    CHECK(board.opened.empty());
    auto const from = hold("A3");
    auto const to = stage.get(Role::listitem, "B2").rect.center();
    for (float const share : {0.3f, 0.6f, 1.f}) stage.touch(InputKind::pointer_move, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    stage.touch(InputKind::pointer_up, to);
    stage.settle();
    CHECK(board.order(1) == "B1 A1 A3 B2 ");
    CHECK(board.order(0) == "A2 ");
}

TEST_CASE("a chosen card takes the others along, in their order, and they go back together") {
    CardBoardScreen board;
    board.lists = {CardBoardScreen::cards("A", 5), {"B1", "B2"}, {}};
    Stage stage([&] { board.draw(); });
    for (auto const* card : {"A4", "A2", "B2"}) stage.click(Role::listitem, card, "Ctrl");
    auto const from = stage.get(Role::listitem, "A4").rect.center();
    stage.mouse(InputKind::pointer_move, from);
    stage.mouse(InputKind::pointer_down, from);
    stage.mouse(InputKind::pointer_move, {from.x + 10, from.y});
    stage.mouse(InputKind::pointer_move, {from.x + 300, 100});
    CHECK(ui::card_lifted());
    // Those that come along have left their places: the lists close up.
    CHECK_FALSE(ui::find(Role::listitem, "A2"));
    CHECK(stage.get(Role::listitem, "A3").rect.y < 250);
    stage.key("Escape");
    CHECK(board.order(0) == "A1 A2 A3 A4 A5 ");
    stage.mouse(InputKind::pointer_up, {from.x + 300, 100});
    stage.settle();
    CHECK(ui::find(Role::listitem, "A2"));

    stage.mouse(InputKind::pointer_move, from);
    stage.mouse(InputKind::pointer_down, from);
    stage.mouse(InputKind::pointer_move, {from.x + 10, from.y});
    stage.mouse(InputKind::pointer_move, {from.x + 300, 100});
    stage.mouse(InputKind::pointer_up, {from.x + 300, 100});
    stage.settle();
    CHECK(board.order(0) == "A1 A3 A5 ");
    CHECK(board.order(1) == "A2 A4 B2 B1 ");
    CHECK(board.drops == 1);
}

TEST_CASE("by keyboard chosen cards move together") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); });
    stage.key("Tab");
    stage.key("ArrowDown", false, true);
    CHECK(board.chosen_names() == "A1 A2 ");
    stage.key(" ");
    CHECK(ui::announcements().back().find("2 cards picked up") == 0);
    stage.key("ArrowRight");
    stage.key(" ");
    CHECK(board.order(0) == "A3 ");
    CHECK(board.order(1).find("A1 A2 ") != std::string::npos);
}

TEST_CASE("a card that is not chosen moves alone") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); });
    stage.click(Role::listitem, "A1", "Ctrl");
    stage.click(Role::listitem, "A2", "Ctrl");
    auto const from = stage.get(Role::listitem, "A3").rect.center();
    stage.mouse(InputKind::pointer_move, from);
    stage.mouse(InputKind::pointer_down, from);
    stage.mouse(InputKind::pointer_move, {from.x + 10, from.y});
    stage.mouse(InputKind::pointer_move, {from.x + 592, 200});
    stage.mouse(InputKind::pointer_up, {from.x + 592, 200});
    stage.settle();
    CHECK(board.order(2) == "A3 ");
    CHECK(board.chosen_names() == "A1 A2 ");
}
