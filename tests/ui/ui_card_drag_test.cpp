// A card in the air: what the person sees move, and every way in which a drag can end.
#include "ui/card_board.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

// A card of this name is held and carried by so much.
struct Drag {
    Drag(Stage& on, std::string_view card, ui::Point by) : stage(on), from(on.get(Role::listitem, card).rect.center()) {
        stage.mouse(InputKind::pointer_move, from);
        stage.mouse(InputKind::pointer_down, from);
        stage.mouse(InputKind::pointer_move, {from.x + 6, from.y});
        carry(by);
    }
    void carry(ui::Point by) { stage.mouse(InputKind::pointer_move, at = {from.x + by.x, from.y + by.y}); }
    void let_go() {
        stage.mouse(InputKind::pointer_up, at);
        stage.pass(300);
    }
    Stage& stage;
    ui::Point from, at{};
};

}  // namespace

TEST_CASE("cards move aside for what is carried, and close up where it left") {
    CardBoardScreen board;
    board.lists = {CardBoardScreen::cards("A", 4), CardBoardScreen::cards("B", 3), {}};
    Stage stage([&] { board.draw(); }, 1000, 700, Motion::shown);
    stage.pass(500);
    float const a2 = stage.get(Role::listitem, "A2").rect.y, b1 = stage.get(Role::listitem, "B1").rect.y;
    Drag drag(stage, "A1", {296, 0});
    stage.pass(16);
    // On the way: neither where it was nor where it will be.
    float const between = stage.get(Role::listitem, "A2").rect.y;
    CHECK(between < a2);
    CHECK(between > b1);
    stage.pass(200);
    CHECK(stage.get(Role::listitem, "A2").rect.y == doctest::Approx(b1));
    CHECK(stage.get(Role::listitem, "B1").rect.y == doctest::Approx(a2));
    drag.let_go();
    CHECK(board.order(1) == "A1 B1 B2 B3 ");
}

TEST_CASE("beside the lists a card goes back where it came from") {
    for (ui::Point const outside : {ui::Point{900, 620}, ui::Point{-200, 0}}) {
        CardBoardScreen board;
        board.lists.pop_back();
        Stage stage([&] { board.draw(); });
        Drag drag(stage, "A1", {296, 0});
        drag.carry(outside);
        drag.let_go();
        CHECK_FALSE(ui::card_lifted());
        CHECK(board.order(0) == "A1 A2 A3 ");
        CHECK(board.order(1) == "B1 B2 ");
        CHECK(board.drops == 0);
    }
}

TEST_CASE("a lost pointer, a window that loses the keyboard and a right press put the card back") {
    enum class Way { cancel, blur, right };
    for (Way const way : {Way::cancel, Way::blur, Way::right}) {
        CardBoardScreen board;
        Stage stage([&] { board.draw(); });
        Drag drag(stage, "A1", {296, 0});
        REQUIRE(ui::card_lifted());
        if (way == Way::cancel) stage.mouse(InputKind::pointer_cancel, drag.at);
        if (way == Way::blur) stage.mouse(InputKind::focus_out, drag.at);
        if (way == Way::right) stage.mouse(InputKind::pointer_down, drag.at, 2);
        stage.settle();
        CHECK_FALSE(ui::card_lifted());
        stage.mouse(InputKind::pointer_up, drag.at, way == Way::right ? 2 : 0);
        drag.let_go();
        CHECK(board.order(0) == "A1 A2 A3 ");
        CHECK(board.drops == 0);
        // And the next drag is like any other.
        Drag again(stage, "A1", {296, 0});
        again.let_go();
        CHECK(board.order(1) == "A1 B1 B2 ");
    }
}

TEST_CASE("a touch that the browser takes away while it pans closes nothing") {
    bool open = true;
    Stage stage([&] {
        if (!open) return;
        ui::Dialog dialog("Long");
        for (int i = 0; i < 60; i++) ui::paragraph("Line " + std::to_string(i));
        if (dialog.dismissed()) open = false;
    });
    stage.touch(InputKind::pointer_down, {500, 400});
    for (int i = 1; i < 5; i++) stage.touch(InputKind::pointer_move, {500, 400 - 20.f * float(i)});
    stage.touch(InputKind::pointer_cancel, {500, 320});
    stage.settle();
    CHECK(open);
}

TEST_CASE("a card that is let go glides into its place within 200 ms") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); }, 1000, 700, Motion::shown);
    stage.pass(300);
    Drag drag(stage, "A1", {330, 60});
    stage.pass(200);
    stage.mouse(InputKind::pointer_up, drag.at);
    CHECK(board.drops == 1);
    CHECK(platform::headless::frame_requested());
    stage.pass(200);
    platform::headless::run_frame();
    CHECK_FALSE(platform::headless::frame_requested());
}

TEST_CASE("a list scrolls by itself while a card hangs near its edge, and stops at its end") {
    CardBoardScreen board;
    board.lists[1] = CardBoardScreen::cards("B", 60);
    Stage stage([&] { board.draw(); });
    Drag drag(stage, "A1", {296, 0});
    drag.carry({296, 655 - drag.from.y});
    stage.pass(500);
    CHECK_FALSE(ui::find(Role::listitem, "B1"));
    stage.pass(9000);
    CHECK(ui::find(Role::listitem, "B60"));
    CHECK_FALSE(platform::headless::frame_requested());
    drag.let_go();
    CHECK(board.lists[1].size() == 61);
    CHECK(board.order(0) == "A2 A3 ");
}

TEST_CASE("the board scrolls by itself while a card hangs near its side") {
    CardBoardScreen board;
    board.lists.assign(8, {});
    board.lists[0] = {"A1"};
    Stage stage([&] { board.draw(); });
    Drag drag(stage, "A1", {990 - 162, 200});
    stage.pass(4000);
    drag.let_go();
    CHECK(board.order(7) == "A1 ");
}

TEST_CASE("a list that shrinks under a carried card leaves nothing in the air") {
    CardBoardScreen board;
    Stage stage([&] { board.draw(); });
    Drag drag(stage, "A3", {296, 0});
    board.lists[0] = {"A1"};
    for (int i = 0; i < 6; i++) platform::headless::run_frame();
    CHECK_FALSE(ui::card_lifted());
    drag.let_go();
    CHECK(board.drops == 0);
}

TEST_CASE("arrows keep the row from list to list, over a shorter one too") {
    CardBoardScreen board;
    board.lists = {CardBoardScreen::cards("A", 4), {"B1"}, CardBoardScreen::cards("C", 5)};
    Stage stage([&] { board.draw(); });
    stage.key("Tab");
    stage.key("ArrowDown");
    stage.key("ArrowDown");
    REQUIRE(stage.focused() == "A3");
    stage.key("ArrowRight");
    CHECK(stage.focused() == "B1");
    stage.key("ArrowRight");
    CHECK(stage.focused() == "C3");
    stage.key("ArrowDown");
    stage.key("ArrowLeft");
    stage.key("ArrowLeft");
    CHECK(stage.focused() == "A4");
}

TEST_CASE("PageDown and PageUp go by what a list shows, and the ring around the card stays in sight") {
    CardBoardScreen board;
    board.lists[0] = CardBoardScreen::cards("A", 200);
    Stage stage([&] { board.draw(); });
    stage.key("Tab");
    auto const ring_in_sight = [&] {
        auto const* card = ui::node_by_id(ui::focused_node());
        REQUIRE(card);
        CHECK(card->rect.y - 4 >= 60);
        CHECK(card->rect.bottom() + 4 <= 660);
    };
    stage.key("PageDown");
    CHECK(stage.focused() == "A6");
    ring_in_sight();
    stage.key("PageDown");
    ring_in_sight();
    stage.key("PageUp");
    CHECK(stage.focused() == "A6");
    for (int i = 0; i < 5; i++) {
        stage.key("ArrowUp");
        ring_in_sight();
    }
    stage.key("End");
    CHECK(stage.focused() == "A200");
    ring_in_sight();
    stage.key("Home");
    ring_in_sight();
}
