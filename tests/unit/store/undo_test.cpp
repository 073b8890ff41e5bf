// Undo and Redo as a person sees them, among changes of others.
#include <doctest/doctest.h>

#include "domain/defaults.h"
#include "unit/store/store_fixture.h"

namespace leadkeep::store {
namespace {

// As a merge would: overwrites a title without a command.
void overwrite_from_outside(Store& store, LeadId lead, std::string_view title) {
    auto update = must(store.writer().prepare("UPDATE lead SET title = ?2 WHERE id = ?1"));
    update.bind(1, lead.uuid).bind(2, title);
    must(update.run());
}

}  // namespace

TEST_CASE("undo puts a field back and redo sets it again") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    store.set_title(lead, "Acme Ltd");
    auto const outcome = must(undo(store, {}));
    CHECK(outcome.label == "Title changed");
    CHECK(outcome.restored == 1);
    CHECK(store.title(lead) == Value("Acme"));
    must(redo(store, {}));
    CHECK(store.title(lead) == Value("Acme Ltd"));
}

TEST_CASE("undoing the making of a lead puts it into the trash, redo takes it out") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    must(undo(store, {}));
    CHECK(store.in_trash(lead));
    CHECK(store.title(lead) == Value("Acme"));
    must(redo(store, {}));
    CHECK(!store.in_trash(lead));
}

TEST_CASE("undo leaves alone what someone changed since") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    auto command = store.begin("Two fields");
    must(command.set(Entity::lead, lead.uuid, {{"title", {"Mine"}}, {"city", {"Riga"}}}));
    must(command.commit());
    overwrite_from_outside(store, lead, "Anna's");
    auto const outcome = must(undo(store, {}));
    CHECK(outcome.restored == 1);
    CHECK(outcome.skipped == 1);
    CHECK(store.title(lead) == Value("Anna's"));
    CHECK(is_null(store.column(Entity::lead, lead.uuid, "city")));
}

TEST_CASE("a command of many steps is one step back, in either direction") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    auto command = store.begin("Converted");
    auto const contact = must(command.insert(Entity::contact, {}, {{"last_name", {"Ivanova"}}}));
    must(command.set(Entity::contact, contact, {{"city", {"Riga"}}}));
    must(command.set(Entity::lead, lead.uuid, {{"title", {"First"}}}));
    must(command.set(Entity::lead, lead.uuid, {{"title", {"Second"}}, {"contact_id", {contact}}}));
    must(command.remove(Entity::lead, lead.uuid));
    must(command.commit());
    must(undo(store, {}));
    CHECK(store.title(lead) == Value("Acme"));
    CHECK(!store.in_trash(lead));
    CHECK(is_null(store.column(Entity::lead, lead.uuid, "contact_id")));
    CHECK(!is_null(store.column(Entity::contact, contact, "deleted_at_ms")));
    must(redo(store, {}));
    CHECK(store.title(lead) == Value("Second"));
    CHECK(store.in_trash(lead));
    CHECK(store.column(Entity::lead, lead.uuid, "contact_id") == Value(contact));
    CHECK(store.column(Entity::contact, contact, "city") == Value("Riga"));
    CHECK(is_null(store.column(Entity::contact, contact, "deleted_at_ms")));
}

TEST_CASE("steps are undone from the newest and redone from the oldest") {
    MemoryStore store;
    auto const lead = store.add_lead("0");
    for (auto const* title : {"1", "2", "3"}) store.set_title(lead, title);
    must(undo(store, {}));
    must(undo(store, {}));
    CHECK(store.title(lead) == Value("1"));
    must(redo(store, {}));
    CHECK(store.title(lead) == Value("2"));
    must(redo(store, {}));
    CHECK(store.title(lead) == Value("3"));
    CHECK(redo(store, {}).error().kind == ErrorKind::refused);
}

TEST_CASE("a new command ends what could be redone") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    store.set_title(lead, "Acme Ltd");
    must(undo(store, {}));
    CHECK(must(undo_state(store)).redo_label == "Title changed");
    store.set_title(lead, "Acme Inc");
    auto const state = must(undo_state(store));
    CHECK(!state.can_redo);
    CHECK(state.undo_label == "Title changed");
    must(undo(store, {}));
    CHECK(store.title(lead) == Value("Acme"));
}

TEST_CASE("a command that changes nothing leaves no step and no change") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    auto const revision = store->revision();
    store.set_title(lead, "Acme");
    CHECK(store->revision() == revision);
    CHECK(must(undo_state(store)).undo_label == "Lead added");
}

TEST_CASE("at least a hundred commands can be taken back") {
    MemoryStore store;
    auto const lead = store.add_lead("0");
    for (int i = 1; i <= 500; ++i) store.set_title(lead, std::to_string(i));
    for (int i = 0; i < 100; ++i) must(undo(store, {}));
    CHECK(store.title(lead) == Value("400"));
    CHECK(store.count("SELECT count(*) FROM undo_step") < 300);
}

TEST_CASE("undo tells the timeline of the records that the command told") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    auto command = store.begin("Title changed");
    must(command.set(Entity::lead, lead.uuid, {{"title", {"New"}}}));
    must(command.event(ref(lead), EventKind::field_changed, R"({"field":"title"})"));
    must(command.commit());
    must(undo(store, {}));
    CHECK(store.count(R"(SELECT count(*) FROM event WHERE kind = 'undone' AND data LIKE '%"label":"Title changed"%')") == 1);
}

TEST_CASE("an import's inverse takes 16 bytes a lead") {
    MemoryStore store;
    auto command = store.begin("Imported");
    for (int i = 0; i < 1000; ++i) {
        auto const lead = must(command.insert(Entity::lead, {}, {{"title", {std::to_string(i)}}}));
        must(command.insert(Entity::channel, {}, {{"channel", {"lead", lead, "phone", "work", "1", "1", {}, {}}}}, InsertAs::part_of_new_record));
    }
    must(command.commit());
    CHECK(store.count("SELECT length(inverse) FROM undo_step") < 16'100);
    CHECK(must(undo(store, {})).restored == 1000);
    CHECK(store.count("SELECT count(*) FROM lead WHERE deleted_at_ms IS NULL") == 0);
}

TEST_CASE("a damaged step is told and changes nothing") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    store.set_title(lead, "Acme Ltd");
    for (auto const* inverse : {"x''", "x'FF'", "x'01046C656164FFFFFFFF7F'", "x'000001046C656164'"}) {
        must(store->writer().execute(std::string("UPDATE undo_step SET inverse = ") + inverse + " WHERE label = 'Title changed'"));
        auto const outcome = undo(store, {});
        REQUIRE(!outcome);
        CHECK(outcome.error().kind == ErrorKind::corrupt);
        CHECK(store.title(lead) == Value("Acme Ltd"));
    }
}

}  // namespace leadkeep::store
