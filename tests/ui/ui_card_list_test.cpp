// A board's columns: only what is visible, and cards that are lifted and dropped.
#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

struct Board {
    std::vector<std::vector<std::string>> lists = {{"A1", "A2", "A3"}, {"B1", "B2"}, {}};
    int laid_out = 0;
    std::string opened;
    std::optional<ui::Drop> last;

    void draw() {
        laid_out = 0;
        for (size_t i = 0; i < lists.size(); i++) {
            ui::Rect const rect{20 + float(i) * 296, 60, 284, 600};
            std::string const name = "List " + std::to_string(i);
            ui::CardList list(name, {.name = name + ", " + std::to_string(lists[i].size()) + " leads", .rect = rect, .count = int(lists[i].size())});
            for (auto const& item : list.items()) {
                std::string const& key = lists[i][size_t(item.index)];
                ui::Card card(key, key, item);
                if (card.opened()) opened = key;
                laid_out++;
            }
        }
        if (auto drop = ui::take_drop()) {
            auto& from = lists[size_t(drop->from_list.back() - '0')];
            auto& to = lists[size_t(drop->to_list.back() - '0')];
            from.erase(from.begin() + drop->from_index);
            to.insert(to.begin() + drop->to_index, drop->card_key);
            last = drop;
        }
    }
    std::string order(size_t list) const {
        std::string all;
        for (auto const& key : lists[list]) all += key + " ";
        return all;
    }
};

void drag(Stage& stage, ui::Point from, ui::Point to) {
    stage.move(from);
    stage.down(from);
    stage.settle();
    stage.move({from.x + 10, from.y + 6});
    stage.settle();
    stage.move(to);
    stage.settle();
    stage.up(to);
    stage.settle();
}

}  // namespace

TEST_CASE("a card opens on a press and on Enter") {
    Board board;
    Stage stage([&] { board.draw(); });
    stage.click(Role::listitem, "A2");
    CHECK(board.opened == "A2");
    stage.key("ArrowUp");
    stage.key("Enter");
    CHECK(board.opened == "A1");
}

TEST_CASE("a card is dragged into another list, to the place shown") {
    Board board;
    Stage stage([&] { board.draw(); });
    drag(stage, stage.get(Role::listitem, "A1").rect.center(), stage.get(Role::listitem, "B2").rect.center());
    CHECK(board.order(0) == "A2 A3 ");
    CHECK(board.order(1) == "B1 A1 B2 ");
    CHECK(board.opened.empty());
}

TEST_CASE("a card is dragged within its list and into an empty one") {
    Board board;
    Stage stage([&] { board.draw(); });
    drag(stage, stage.get(Role::listitem, "A1").rect.center(), stage.get(Role::listitem, "A3").rect.center());
    CHECK(board.order(0) == "A2 A3 A1 ");
    drag(stage, stage.get(Role::listitem, "A3").rect.center(), {20 + 2 * 296 + 100, 400});
    CHECK(board.order(2) == "A3 ");
}

TEST_CASE("Escape puts a dragged card back") {
    Board board;
    Stage stage([&] { board.draw(); });
    auto const from = stage.get(Role::listitem, "A1").rect.center();
    stage.move(from);
    stage.down(from);
    stage.move({from.x + 300, from.y + 20});
    stage.settle();
    CHECK(ui::card_lifted());
    stage.key("Escape");
    CHECK_FALSE(ui::card_lifted());
    stage.up({from.x + 300, from.y + 20});
    stage.settle();
    CHECK(board.order(0) == "A1 A2 A3 ");
    CHECK(board.opened.empty());
}

TEST_CASE("the keyboard moves a card, and it is told where it is") {
    Board board;
    Stage stage([&] { board.draw(); });
    stage.key("Tab");
    CHECK(stage.focused() == "A1");
    stage.key(" ");
    CHECK(ui::card_lifted());
    stage.key("ArrowRight");
    stage.key("ArrowDown");
    CHECK(ui::announcements().back() == "List 1: position 2 of 3");
    stage.key(" ");
    CHECK(board.order(1) == "B1 A1 B2 ");
    CHECK(stage.focused() == "A1");
    stage.key(" ");
    stage.key("ArrowLeft");
    stage.key("Escape");
    CHECK(board.order(1) == "B1 A1 B2 ");
}

TEST_CASE("arrows go from card to card and from list to list") {
    Board board;
    Stage stage([&] { board.draw(); });
    stage.key("Tab");
    stage.key("ArrowDown");
    CHECK(stage.focused() == "A2");
    stage.key("ArrowRight");
    CHECK(stage.focused() == "B2");
    stage.key("ArrowLeft");
    CHECK(stage.focused() == "A2");
    stage.key("End");
    CHECK(stage.focused() == "A3");
}

TEST_CASE("ten thousand cards lay out as few as a hundred") {
    Board board;
    board.lists = {{}, {"B1"}, {}};
    for (int i = 0; i < 10000; i++) board.lists[0].push_back("C" + std::to_string(i));
    Stage stage([&] { board.draw(); });
    CHECK(board.laid_out < 16);
    CHECK(stage.get(Role::listitem, "C0").set_size == 10000);
    stage.wheel({100, 300}, 96 * 5000);
    CHECK(board.laid_out < 16);
    CHECK(ui::find(Role::listitem, "C5002"));
    stage.key("Tab");
    stage.key("End");
    CHECK(stage.focused() == "C9999");
}

TEST_CASE("touch pans the list, and a long press lifts a card") {
    Board board;
    for (int i = 0; i < 50; i++) board.lists[0].push_back("X" + std::to_string(i));
    Stage stage([&] { board.draw(); });
    auto const touch = [&](InputKind kind, ui::Point at, double at_ms) {
        platform::InputEvent event;
        event.kind = kind;
        event.pointer = platform::PointerKind::touch;
        event.x = at.x, event.y = at.y, event.at_ms = at_ms;
        platform::headless::push_input(std::move(event));
        platform::headless::run_frame();
    };
    float const before = stage.get(Role::listitem, "A3").rect.y;
    double const now = platform::monotonic_ms();
    touch(InputKind::pointer_down, {100, 400}, now);
    for (int i = 1; i <= 5; i++) touch(InputKind::pointer_move, {100, 400 - 30.f * float(i)}, now + 16 * i);
    touch(InputKind::pointer_up, {100, 250}, now + 200);
    stage.settle();
    CHECK(stage.get(Role::listitem, "A3").rect.y < before - 60);
    CHECK(board.opened.empty());
    CHECK_FALSE(ui::card_lifted());

    touch(InputKind::pointer_down, {100, 400}, platform::monotonic_ms() - 1000);  // held for a second already
    platform::headless::run_frame();
    CHECK(ui::card_lifted());
    touch(InputKind::pointer_up, {100, 400}, platform::monotonic_ms());
    stage.settle();
    CHECK_FALSE(ui::card_lifted());
}
