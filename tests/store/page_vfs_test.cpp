// The VFS over images: SQLite's locking rules between connections, and what counts as a commit.
#include "page_machine.h"

using namespace page_test;

namespace {

struct OneTab {
    Browser browser;
    Tab tab{browser, "vfs"};
    OneTab() {
        REQUIRE(tab.open());
        tab.sql().run("CREATE TABLE t(n); INSERT INTO t VALUES(1)");
    }
    uint64_t committed() const { return tab.store.save_state().last_committed; }
};

}  // namespace

TEST_CASE("a reader sees the old state while another connection has a long transaction open") {
    OneTab it;
    Database reader(it.tab.store);
    Database& writer = it.tab.sql();
    REQUIRE(writer.run("BEGIN IMMEDIATE") == SQLITE_OK);
    for (int i = 0; i < 200; ++i) REQUIRE(writer.run("INSERT INTO t SELECT randomblob(3000)") == SQLITE_OK);
    CHECK(reader.one("SELECT count(*) FROM t") == "1");
    REQUIRE(writer.run("COMMIT") == SQLITE_OK);
    CHECK(reader.one("SELECT count(*) FROM t") == "201");
}

TEST_CASE("two connections cannot write at the same time") {
    OneTab it;
    Database other(it.tab.store);
    REQUIRE(it.tab.sql().run("BEGIN IMMEDIATE") == SQLITE_OK);
    CHECK(other.run("INSERT INTO t VALUES(2)") == SQLITE_BUSY);
    REQUIRE(it.tab.sql().run("COMMIT") == SQLITE_OK);
    CHECK(other.run("INSERT INTO t VALUES(2)") == SQLITE_OK);
}

TEST_CASE("a commit waits for a statement that is still reading") {
    OneTab it;
    Database reader(it.tab.store);
    REQUIRE(reader.run("BEGIN; SELECT * FROM t") == SQLITE_OK);
    REQUIRE(it.tab.sql().run("BEGIN; INSERT INTO t VALUES(2)") == SQLITE_OK);
    CHECK(it.tab.sql().run("COMMIT") == SQLITE_BUSY);
    REQUIRE(reader.run("COMMIT") == SQLITE_OK);
    CHECK(it.tab.sql().run("COMMIT") == SQLITE_OK);
    CHECK(reader.one("SELECT count(*) FROM t") == "2");
}

TEST_CASE("a transaction is one commit, and a rolled back one is none") {
    OneTab it;
    uint64_t const before = it.committed();
    it.tab.sql().run("BEGIN; INSERT INTO t VALUES(2); INSERT INTO t VALUES(3); COMMIT");
    CHECK(it.committed() == before + 1);
    uint64_t const image = it.tab.image_hash();
    it.tab.settle();
    REQUIRE(it.tab.store.save_state().status == SaveStatus::saved);
    it.tab.sql().run("BEGIN; INSERT INTO t SELECT randomblob(100000); DELETE FROM t; ROLLBACK");
    it.tab.sql().run("BEGIN; COMMIT");
    it.tab.sql().one("SELECT count(*) FROM t");
    CHECK(it.committed() == before + 1);
    CHECK(it.tab.image_hash() == image);
    CHECK(it.tab.store.save_state().status == SaveStatus::saved);  // nothing is dirty
}

TEST_CASE("a commit that could not be finished leaves the file as it was") {
    OneTab it;
    it.tab.settle();
    Database reader(it.tab.store);
    uint64_t const image = it.tab.image_hash();
    reader.run("BEGIN; SELECT * FROM t");
    it.tab.sql().run("BEGIN; INSERT INTO t SELECT randomblob(50000)");
    REQUIRE(it.tab.sql().run("COMMIT") == SQLITE_BUSY);
    it.tab.sql().run("ROLLBACK");
    reader.run("COMMIT");
    CHECK(it.tab.image_hash() == image);
    CHECK(it.tab.store.save_state().status == SaveStatus::saved);
}

TEST_CASE("the exported bytes are an ordinary SQLite file") {
    OneTab it;
    std::vector<uint8_t> bytes = it.tab.store.export_image();
    sqlite3* copy = nullptr;
    REQUIRE(sqlite3_open(":memory:", &copy) == SQLITE_OK);
    auto* buffer = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), buffer);
    auto const size = static_cast<sqlite3_int64>(bytes.size());
    REQUIRE(sqlite3_deserialize(copy, "main", buffer, size, size, SQLITE_DESERIALIZE_FREEONCLOSE) == SQLITE_OK);
    CHECK(sqlite3_exec(copy, "INSERT INTO t VALUES(2); PRAGMA integrity_check", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(copy);
}

TEST_CASE("a file that no page store has opened cannot be opened") {
    OneTab it;
    sqlite3* handle = nullptr;
    CHECK(sqlite3_open_v2("unknown", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, PageStore::vfs_name()) == SQLITE_CANTOPEN);
    sqlite3_close(handle);
}
