// Opening databases: new, known, newer, foreign, damaged; and the gate before every write.
#include "store/store.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "domain/defaults.h"
#include "store/write_scope.h"
#include "unit/store/store_fixture.h"

namespace leadkeep::store {
namespace {

// A database file that is gone after the test.
struct TemporaryFile {
    std::string path = "/tmp/leadkeep_store_test_" + std::to_string(getpid()) + ".sqlite";
    TemporaryFile() { remove(); }
    ~TemporaryFile() { remove(); }
    void remove() const {
        std::remove(path.c_str());
        std::remove((path + "-journal").c_str());
    }
    std::unique_ptr<Store> open() const { return must(Store::open({.path = path})); }
};

int64_t leads(Connection& connection) {
    auto query = must(connection.prepare("SELECT count(*) FROM lead"));
    must(query.step());
    return query.integer(0);
}

LeadId add_lead(Store& store) {
    auto command = must(Transaction::begin(store, {"Lead added", {}, {}}));
    LeadId const lead{must(command.insert(Entity::lead, {}, {{"title", {"Acme"}}}))};
    must(command.commit());
    return lead;
}

}  // namespace

TEST_CASE("a new database starts with the default stages, sources, reasons and the classic mode") {
    MemoryStore store;
    CHECK(store.count("SELECT count(*) FROM stage WHERE board = 'lead'") == 5);
    CHECK(store.count("SELECT count(*) FROM stage WHERE board = 'deal'") == 8);
    CHECK(store.count("SELECT count(*) FROM source") == 12);
    CHECK(store.count("SELECT count(*) FROM loss_reason") == 10);
    CHECK(store.column(Entity::setting, setting_id(setting::mode), "value") == Value("\"classic\""));
    CHECK(store.column(Entity::stage, stage_id(Board::leads, "new").uuid, "colour") == Value("#00C4FB"));
    CHECK(store.count("SELECT count(*) FROM (SELECT place FROM stage WHERE board = 'deal' ORDER BY place LIMIT 1) "
                      "WHERE place = (SELECT place FROM stage WHERE board = 'deal' AND key = 'new')") == 1);
}

TEST_CASE("two new databases share what ships with the program and nothing else") {
    MemoryStore one, other;
    auto const stages = [](MemoryStore& store) { return store.value("SELECT group_concat(hex(id) || hex(stamps) || place) FROM stage"); };
    CHECK(stages(one) == stages(other));
    CHECK(one->identity().dataset != other->identity().dataset);
    CHECK(one->identity().device != other->identity().device);
}

TEST_CASE("a database opened again is the same one") {
    TemporaryFile const file;
    Identity before;
    LeadId lead;
    {
        auto const store = file.open();
        lead = add_lead(*store);
        before = store->identity();
    }
    auto const store = file.open();
    CHECK(store->identity().device == before.device);
    CHECK(store->identity().dataset == before.dataset);
    CHECK(store->identity().last_seq == before.last_seq);
    CHECK(leads(store->reader()) == 1);
    must(undo(*store, {}));
    CHECK(must(read_stamps(store->reader(), Entity::lead, lead.uuid))[0].seq == before.last_seq + 1);
}

TEST_CASE("screens see the state before a command until it is committed") {
    TemporaryFile const file;
    auto const store = file.open();
    auto command = must(Transaction::begin(*store, {"Import", {}, {}}));
    must(command.insert(Entity::lead, {}, {{"title", {"Acme"}}}));
    CHECK(leads(store->reader()) == 0);
    CHECK(leads(command.connection()) == 1);
    must(command.commit());
    CHECK(leads(store->reader()) == 1);
}

TEST_CASE("a commit that meets a running query waits and can be tried again") {
    TemporaryFile const file;
    auto const store = file.open();
    add_lead(*store);
    auto command = must(Transaction::begin(*store, {"Second", {}, {}}));
    must(command.insert(Entity::lead, {}, {{"title", {"Second"}}}));
    {
        auto query = must(store->reader().prepare("SELECT id FROM stage"));
        must(query.step());
        auto const refused = command.commit();
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::busy);
    }
    must(command.commit());
    CHECK(leads(store->reader()) == 2);
    CHECK(must(undo_state(*store)).undo_label == "Second");
}

TEST_CASE("two processes on one file never give out the same number twice") {
    TemporaryFile const file;
    auto const one = file.open(), other = file.open();
    add_lead(*one);
    auto const second = add_lead(*other);
    auto const third = add_lead(*one);
    CHECK(must(read_stamps(one->reader(), Entity::lead, second.uuid))[0].seq == 2);
    CHECK(must(read_stamps(one->reader(), Entity::lead, third.uuid))[0].seq == 3);
}

TEST_CASE("a database of a newer version can be read but not changed") {
    TemporaryFile const file;
    {
        auto const store = file.open();
        add_lead(*store);
        must(store->writer().execute("PRAGMA user_version = 999"));
    }
    auto const store = file.open();
    CHECK(store->writability() == Writability::newer_schema_read_only);
    CHECK(leads(store->reader()) == 1);
    auto const command = Transaction::begin(*store, {"Lead added", {}, {}});
    REQUIRE(!command);
    CHECK(command.error().kind == ErrorKind::unsupported);
    CHECK(!store->writer().execute("DELETE FROM lead"));
}

TEST_CASE("a database of another program is refused and stays as it was") {
    TemporaryFile const file;
    {
        auto const other = must(Connection::open(file.path, "", Connection::Access::read_write));
        must(other->execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY)"));
    }
    auto const store = Store::open({.path = file.path});
    REQUIRE(!store);
    CHECK(store.error().kind == ErrorKind::refused);
    auto const other = must(Connection::open(file.path, "", Connection::Access::read_write));
    auto query = must(other->prepare("SELECT count(*) FROM sqlite_schema"));
    must(query.step());
    CHECK(query.integer(0) == 1);
}

TEST_CASE("a file that is no database is called damaged") {
    TemporaryFile const file;
    std::ofstream(file.path) << std::string(8192, 'x');
    auto const store = Store::open({.path = file.path});
    REQUIRE(!store);
    CHECK(store.error().kind == ErrorKind::corrupt);
}

TEST_CASE("a database that lost a table of its own is called damaged") {
    TemporaryFile const file;
    {
        auto const store = file.open();
        must(store->writer().execute("DROP TABLE meta"));
    }
    auto const store = Store::open({.path = file.path});
    REQUIRE(!store);
    CHECK(store.error().kind == ErrorKind::corrupt);
}

TEST_CASE("no file can be made where there is no folder") {
    auto const store = Store::open({.path = "/nonexistent/folder/x.sqlite"});
    REQUIRE(!store);
    CHECK(store.error().kind == ErrorKind::storage);
}

TEST_CASE("a write is refused before it begins while storage is failing") {
    bool failing = false;
    auto const store = must(Store::open({.path = ":memory:", .before_write = [&]() -> Result<void> {
                                             if (failing) return fail(ErrorKind::storage, "No space.");
                                             return {};
                                         }}));
    add_lead(*store);
    failing = true;
    auto const refused = Transaction::begin(*store, {"Lead added", {}, {}});
    REQUIRE(!refused);
    CHECK(refused.error().text == "No space.");
    CHECK(!undo(*store, {}));
    failing = false;
    add_lead(*store);
    CHECK(leads(store->reader()) == 2);
}

TEST_CASE("only commands that ask for it are made durable at once") {
    int strict = 0;
    auto const store = must(Store::open({.path = ":memory:", .next_commit_is_strict = [&] { ++strict; }}));
    int const at_start = strict;
    add_lead(*store);
    CHECK(strict == at_start);
    auto command = must(Transaction::begin(*store, {"Imported", {}, {}, Undoable::yes, Durability::strict}));
    must(command.insert(Entity::lead, {}, {{"title", {"Acme"}}}));
    must(command.commit());
    CHECK(strict == at_start + 1);
}

TEST_CASE("a merge's own transaction keeps commands out and rolls back when dropped") {
    MemoryStore store;
    {
        auto merge = must(WriteScope::begin(store));
        must(merge.connection().execute("INSERT INTO tag (id, stamps, name) VALUES (randomblob(16), zeroblob(20), 'x')"));
        CHECK(Transaction::begin(store, {"Lead added", {}, {}}).error().kind == ErrorKind::busy);
    }
    CHECK(store.count("SELECT count(*) FROM tag") == 0);
    store.add_lead("Acme");
}

}  // namespace leadkeep::store
