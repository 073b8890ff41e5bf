// Wheel, touchpad and fingers: what scrolls, how far, and where it comes to rest.
#include "ui/card_board.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

void wheel(Stage& stage, ui::Point at, float dx, float dy, bool shift = false) {
    stage.mouse(InputKind::pointer_move, at);
    platform::InputEvent event;
    event.kind = InputKind::wheel;
    event.x = at.x, event.y = at.y, event.dx = dx, event.dy = dy, event.shift = shift;
    platform::headless::push_input(std::move(event));
    stage.settle();
}

float top_of(Stage& stage, std::string_view card) { return stage.get(Role::listitem, card).rect.y; }
float left_of(Stage& stage, std::string_view card) { return stage.get(Role::listitem, card).rect.x; }

CardBoardScreen wide_board() {
    CardBoardScreen board;
    board.lists.assign(6, {});
    board.lists[0] = CardBoardScreen::cards("A", 30);
    board.lists[1] = CardBoardScreen::cards("B", 30);
    board.lists[2] = {"C1"};
    return board;
}

// A phone with three lists: pages of 370.
struct Phone {
    explicit Phone(Motion motion = Motion::shown) : stage([this] { board.draw(); }, 390, 700, motion) { stage.pass(300); }
    CardBoardScreen board = [] {
        CardBoardScreen made;
        made.page_px = 370;
        made.lists = {CardBoardScreen::cards("A", 30), CardBoardScreen::cards("B", 3), {"C1"}};
        return made;
    }();
    Stage stage;
    float rest() { return left_of(stage, "B1"); }  // 394 on the first page, 24 on its own
};

}  // namespace

TEST_CASE("a wheel scrolls the list under the pointer and no other") {
    auto board = wide_board();
    Stage stage([&] { board.draw(); });
    float const a2 = top_of(stage, "A2"), b2 = top_of(stage, "B2");
    wheel(stage, {100, 300}, 0, 40);
    CHECK(top_of(stage, "A2") == doctest::Approx(a2 - 40));
    CHECK(top_of(stage, "B2") == b2);
}

TEST_CASE("Shift and a wheel move the board, and so does a wheel over a list that has nothing to scroll") {
    auto board = wide_board();
    Stage stage([&] { board.draw(); });
    float const c1 = left_of(stage, "C1");
    wheel(stage, {100, 300}, 0, 60, true);
    CHECK(left_of(stage, "C1") == doctest::Approx(c1 - 60));
    wheel(stage, {left_of(stage, "C1") + 20, 400}, 0, 60);
    CHECK(left_of(stage, "C1") == doctest::Approx(c1 - 120));
}

TEST_CASE("a touchpad's stray sideways part does not shake the board") {
    auto board = wide_board();
    Stage stage([&] { board.draw(); });
    float const a2 = top_of(stage, "A2"), c1 = left_of(stage, "C1");
    wheel(stage, {100, 300}, 3, 20);
    CHECK(top_of(stage, "A2") == doctest::Approx(a2 - 20));
    CHECK(left_of(stage, "C1") == c1);
}

TEST_CASE("at its end a list stays, and the board does not take over") {
    auto board = wide_board();
    Stage stage([&] { board.draw(); });
    float const c1 = left_of(stage, "C1"), a1 = top_of(stage, "A1");
    wheel(stage, {100, 300}, 0, -500);
    CHECK(top_of(stage, "A1") == a1);
    wheel(stage, {100, 300}, 0, 100000);
    float const end = top_of(stage, "A30");
    wheel(stage, {100, 300}, 0, 100);
    CHECK(top_of(stage, "A30") == end);
    CHECK(left_of(stage, "C1") == c1);
}

TEST_CASE("a list goes on after a flick, slows down and rests; a finger stops it") {
    auto board = wide_board();
    Stage stage([&] { board.draw(); }, 1000, 700, Motion::shown);
    stage.swipe({100, 500}, {100, 400}, 60, 4);
    float const left_alone = top_of(stage, "A4");
    stage.pass(100);
    float const later = top_of(stage, "A4");
    CHECK(later < left_alone - 20);
    stage.touch(InputKind::pointer_down, {100, 400});
    stage.pass(32);
    float const stopped = top_of(stage, "A5");
    stage.pass(300);
    CHECK(top_of(stage, "A5") == stopped);
    stage.touch(InputKind::pointer_up, {100, 400});
    stage.pass(4000);
    CHECK_FALSE(platform::headless::frame_requested());
    CHECK(board.opened.empty());
}

TEST_CASE("a finger that rests before it leaves throws nothing") {
    auto board = wide_board();
    Stage stage([&] { board.draw(); }, 1000, 700, Motion::shown);
    stage.touch(InputKind::pointer_down, {100, 500});
    for (int i = 1; i <= 4; i++) {
        stage.pass(16);
        stage.touch(InputKind::pointer_move, {100, 500 - 25.f * float(i)});
    }
    stage.pass(200);
    float const held = top_of(stage, "A4");
    stage.touch(InputKind::pointer_up, {100, 400});
    stage.pass(300);
    CHECK(top_of(stage, "A4") == held);
}

TEST_CASE("on a phone a flick turns one page, whatever its force, and within 200 ms") {
    Phone phone;
    phone.stage.swipe({300, 400}, {180, 405}, 60);
    phone.stage.pass(200);
    CHECK(phone.rest() == doctest::Approx(24));
    CHECK(phone.board.page == 1);
    phone.stage.swipe({100, 400}, {370, 400}, 30);
    phone.stage.pass(200);
    CHECK(phone.rest() == doctest::Approx(394));
}

TEST_CASE("on a phone a slow drag rests on the nearer page") {
    Phone phone;
    phone.stage.swipe({300, 400}, {200, 400}, 1500);
    CHECK(phone.rest() < 394);
    phone.stage.pass(400);
    CHECK(phone.rest() == doctest::Approx(394));
    phone.stage.swipe({350, 400}, {110, 400}, 2500);
    phone.stage.pass(400);
    CHECK(phone.rest() == doctest::Approx(24));
}

TEST_CASE("on a phone with reduced motion a swipe jumps to its page") {
    Phone phone(Motion::reduced);
    phone.stage.swipe({300, 400}, {180, 400}, 60);
    phone.stage.pass(20);
    CHECK(phone.rest() == doctest::Approx(24));
}

TEST_CASE("a swipe is across or along, never both") {
    Phone phone;
    float const a3 = top_of(phone.stage, "A3");
    phone.stage.swipe({300, 400}, {180, 350}, 60);
    phone.stage.pass(300);
    phone.stage.swipe({100, 400}, {300, 400}, 60);
    phone.stage.pass(300);
    CHECK(top_of(phone.stage, "A3") == a3);
    phone.stage.touch(InputKind::pointer_down, {200, 500});
    phone.stage.touch(InputKind::pointer_move, {204, 480});
    phone.stage.touch(InputKind::pointer_move, {60, 470});
    CHECK(top_of(phone.stage, "A3") < a3);
    CHECK(phone.rest() == doctest::Approx(394));
    phone.stage.touch(InputKind::pointer_up, {60, 470});
}

TEST_CASE("a finger that catches a page on its way lets it go on") {
    Phone phone;
    phone.stage.swipe({300, 400}, {180, 400}, 60);
    phone.stage.pass(48);
    phone.stage.touch(InputKind::pointer_down, {200, 400});
    phone.stage.touch(InputKind::pointer_up, {200, 400});
    phone.stage.pass(500);
    CHECK(phone.rest() == doctest::Approx(24));
}

TEST_CASE("a card held at the screen's edge goes to the neighbouring list") {
    Phone phone;
    auto const from = phone.stage.get(Role::listitem, "A1").rect.center();
    phone.stage.touch(InputKind::pointer_down, from);
    phone.stage.pass(500);
    REQUIRE(ui::card_lifted());
    phone.stage.touch(InputKind::pointer_move, {300, 150});
    phone.stage.pass(600);
    CHECK(phone.board.page == 0);
    phone.stage.touch(InputKind::pointer_move, {384, 150});
    phone.stage.pass(560);
    CHECK(phone.board.page == 1);
    phone.stage.touch(InputKind::pointer_move, {200, 120});
    phone.stage.pass(100);
    phone.stage.touch(InputKind::pointer_up, {200, 120});
    phone.stage.pass(300);
    CHECK(phone.board.lists[1].size() == 4);
    CHECK(phone.board.page == 1);
}
