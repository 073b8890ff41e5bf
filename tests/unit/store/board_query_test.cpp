// A column's order as the board and a dropped card see it.
#include "store/queries/board.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/store/store_fixture.h"

namespace leadkeep::store {
namespace {

struct Column {
    MemoryStore store;
    StageId stage{Uuid{{1}}};

    Uuid add(char const* key, int64_t amount_minor) {
        auto command = store.begin();
        auto const id = must(command.insert(Entity::lead, {}, {{"stage", {stage.uuid, command.now_ms()}}, {"position", {stage.uuid, key}}, {"amount", {amount_minor, "EUR"}}}));
        must(command.commit());
        return id;
    }
    Uuid next(Uuid const& id, char const* key, Side side, Uuid const& moving = {}) {
        return must(read_next_in_column(store->reader(), Entity::lead, stage, {id, key}, side, moving)).id;
    }
};

}  // namespace

TEST_CASE("a column lists its cards by their places, new ones first, with its sum") {
    Column column;
    auto const c = column.add("c", 300), a = column.add("a", 100), b = column.add("b", 200), bare = column.add("", 5);
    auto const removed = column.add("d", 1'000);
    auto command = column.store.begin();
    must(command.remove(Entity::lead, removed));
    must(command.commit());
    auto const read = must(read_board_column(column.store->reader(), Entity::lead, column.stage, {}));
    CHECK(read.cards == std::vector<Uuid>{bare, a, b, c});
    REQUIRE(read.sums().size() == 1);
    CHECK(read.sums()[0].minor == 605);
    CHECK(must(read_first_of_column(column.store->reader(), Entity::lead, column.stage)).id == bare);
}

TEST_CASE("a dropped card finds its neighbours, also among equal places") {
    Column column;
    auto const a = column.add("a", 1), one = column.add("b", 1), other = column.add("b", 1), c = column.add("c", 1);
    // Of equal places the ids decide, and ids of one millisecond are in any order.
    Uuid const first = std::min(one, other), second = std::max(one, other);
    CHECK(column.next(a, "a", Side::after) == first);
    CHECK(column.next(first, "b", Side::after) == second);
    CHECK(column.next(second, "b", Side::before) == first);
    CHECK(column.next(a, "a", Side::after, first) == second);
    CHECK(column.next(c, "c", Side::after).is_nil());
    CHECK(column.next(a, "a", Side::before).is_nil());
    CHECK(must(read_board_key(column.store->reader(), Entity::lead, column.stage, c)) == "c");
}

}  // namespace leadkeep::store
