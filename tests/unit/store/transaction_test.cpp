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

TEST_CASE("cleared has one spelling, whatever a form sends") {
    MemoryStore store;
    auto command = store.begin();
    auto const id = must(command.insert(Entity::lead, {}, {{"title", {""}}, {"manager_id", {Uuid{}}}, {"city", {"Riga"}}}));
    CHECK(must(command.set(Entity::lead, id, {{"title", {Null{}}}, {"city", {""}}})) == 1);
    must(command.commit());
    CHECK(is_null(store.column(Entity::lead, id, "title")));
    CHECK(is_null(store.column(Entity::lead, id, "manager_id")));
    CHECK(is_null(store.column(Entity::lead, id, "city")));
}

TEST_CASE("any text comes back as it was written") {
    MemoryStore store;
    for (auto const& text : {std::string("a\0b", 3), std::string("'; DROP TABLE lead; --"), std::string("Привет 👋\r\n"), std::string(300'000, 'x')})
        CHECK(store.title(store.add_lead(text)) == Value(text));
}

TEST_CASE("a whole number in a column of fractions is no change") {
    MemoryStore store;
    auto command = store.begin();
    auto const id = must(command.insert(Entity::product_line, {}, {{"quantity", {int64_t{2}}}}));
    CHECK(must(command.set(Entity::product_line, id, {{"quantity", {2.0}}})) == 0);
    CHECK(must(command.set(Entity::product_line, id, {{"quantity", {2.5}}})) == 1);
}

TEST_CASE("changing a record that is not there is refused and harms nothing") {
    MemoryStore store;
    auto command = store.begin();
    auto const missing = command.set(Entity::lead, Uuid{{9}}, {{"title", {"x"}}});
    REQUIRE(!missing);
    CHECK(missing.error().kind == ErrorKind::refused);
    CHECK(command.remove(Entity::lead, Uuid{{9}}).error().kind == ErrorKind::refused);
    must(command.insert(Entity::lead, {}, {{"title", {"Acme"}}}));
    must(command.commit());
    CHECK(store.count("SELECT count(*) FROM lead") == 1);
}

TEST_CASE("deleting twice is deleting once, and the fields stay underneath") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    auto first = store.begin();
    must(first.remove(Entity::lead, lead.uuid));
    must(first.commit());
    auto const seq = store->identity().last_seq;
    auto second = store.begin();
    must(second.remove(Entity::lead, lead.uuid));
    must(second.commit());
    CHECK(store->identity().last_seq == seq);
    auto third = store.begin();
    must(third.set(Entity::lead, lead.uuid, {{"city", {"Riga"}}}));
    must(third.commit());
    CHECK(store.in_trash(lead));
    auto fourth = store.begin();
    must(fourth.restore(Entity::lead, lead.uuid));
    must(fourth.commit());
    CHECK(store.title(lead) == Value("Acme"));
    CHECK(!store.in_trash(lead));
}

TEST_CASE("putting a row makes it, changes it, or brings it back from the trash") {
    MemoryStore store;
    auto const key = setting_id("week_start");
    for (auto const* value : {"1", "7"}) {
        auto command = store.begin();
        must(command.put(Entity::setting, key, {{"key", {"week_start"}}, {"value", {value}}}));
        must(command.commit());
        CHECK(store.column(Entity::setting, key, "value") == Value(value));
        auto removal = store.begin();
        must(removal.remove(Entity::setting, key));
        must(removal.commit());
    }
    auto command = store.begin();
    must(command.put(Entity::setting, key, {{"value", {"7"}}}));
    must(command.commit());
    CHECK(is_null(store.column(Entity::setting, key, "deleted_at_ms")));
}

TEST_CASE("numbers that people read count up, and a dropped command uses none") {
    MemoryStore store;
    std::string first;
    {
        auto command = store.begin();
        first = must(command.next_number("lead"));
        must(command.insert(Entity::lead, {}, {{"number", {first}}}));
        must(command.commit());
    }
    CHECK(first.substr(2) == "-1");
    {
        auto dropped = store.begin();
        must(dropped.next_number("lead"));
    }
    auto command = store.begin();
    CHECK(must(command.next_number("lead")) == first.substr(0, 2) + "-2");
    CHECK(must(command.next_number("deal")) == first.substr(0, 2) + "-1");
}

TEST_CASE("an event tells when, where and on whose record it happened") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    ManagerId const anna{Uuid{{7}}};
    auto command = must(Transaction::begin(store, {"Note added", {}, anna}));
    auto const id = must(command.event(ref(lead), EventKind::note, R"({"text":"привет"})"));
    must(command.commit());
    CHECK(store.column(Entity::event, id, "owner_kind") == Value("lead"));
    CHECK(store.column(Entity::event, id, "owner_id") == Value(lead.uuid));
    CHECK(store.column(Entity::event, id, "kind") == Value("note"));
    CHECK(store.column(Entity::event, id, "manager_id") == Value(anna.uuid));
    CHECK(store.column(Entity::event, id, "at_ms") == Value(must(read_stamps(store->reader(), Entity::event, id))[0].ms));
    CHECK(!is_null(store.column(Entity::event, id, "zone")));
}

TEST_CASE("a command with an id that is taken leaves nothing at all") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    {
        auto command = store.begin();
        must(command.insert(Entity::contact, {}, {{"last_name", {"Ivanova"}}}));
        CHECK(!command.insert(Entity::lead, lead.uuid, {{"title", {"Twice"}}}));
    }
    CHECK(store.title(lead) == Value("Acme"));
    CHECK(store.count("SELECT count(*) FROM contact") == 0);
}

}  // namespace leadkeep::store
