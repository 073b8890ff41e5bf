// What a command leaves behind: rows, stamps, events; and what a refused or dropped one does not.
#include "store/transaction.h"

#include <doctest/doctest.h>

#include "domain/defaults.h"
#include "platform/clock.h"
#include "unit/store/store_fixture.h"

namespace leadkeep::store {

TEST_CASE("a committed lead is there with its fields") {
    MemoryStore store;
    auto command = store.begin();
    auto const stage = stage_id(Board::leads, "new");
    auto const id = must(command.insert(Entity::lead, {}, {{"title", {"Acme"}}, {"stage", {stage.uuid, command.now_ms()}}, {"amount", {int64_t{150000}, "EUR"}}}));
    must(command.commit());
    CHECK(store.column(Entity::lead, id, "title") == Value("Acme"));
    CHECK(store.column(Entity::lead, id, "amount_minor") == Value(int64_t{150000}));
    CHECK(store.column(Entity::lead, id, "stage_id") == Value(stage.uuid));
    CHECK(!is_null(store.column(Entity::lead, id, "created_at_ms")));
}

TEST_CASE("a dropped command leaves nothing") {
    MemoryStore store;
    {
        auto command = store.begin();
        must(command.insert(Entity::lead, {}, {{"title", {"Gone"}}}));
    }
    CHECK(store.count("SELECT count(*) FROM lead") == 0);
    CHECK(store->identity().last_seq == 0);
    store.add_lead("Kept");
    CHECK(store->identity().last_seq == 1);
}

TEST_CASE("a second command waits until the first is over") {
    MemoryStore store;
    auto first = store.begin();
    auto second = Transaction::begin(store, {"Second", {}, {}});
    REQUIRE(!second);
    CHECK(second.error().kind == ErrorKind::busy);
}

}  // namespace leadkeep::store
