// Snapshots of the whole file in the storage, and putting another file in its place.
#include "page_machine.h"

#include <vector>

#include "store/pages/page_record.h"

using namespace page_test;

namespace {

using File = std::vector<uint8_t>;

Result<Snapshot> snapshot(Tab& tab, std::string note = "a.csv") {
    std::optional<Result<Snapshot>> taken;
    tab.store.take_snapshot(SnapshotReason::import, std::move(note), [&](Result<Snapshot> answer) { taken = std::move(answer); });
    REQUIRE_FALSE(taken);
    tab.settle();
    REQUIRE(taken);
    return *taken;
}

Result<File> read(Tab& tab, uint64_t seq) {
    std::optional<Result<File>> file;
    tab.store.read_snapshot(seq, [&](Result<File> answer) { file = std::move(answer); });
    tab.settle();
    REQUIRE(file);
    return *file;
}

void begin(Tab& tab) {
    REQUIRE(tab.open());
    tab.sql().run("CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, body)");
    tab.sql().run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 300) INSERT INTO t(body) SELECT randomblob(2000) FROM n");
    tab.settle();
}

// Small changes that stay in the log, and one of everything that rewrites extents.
void change_much(Tab& tab) {
    tab.sql().run("UPDATE t SET body = randomblob(2100)");
    tab.settle();
    tab.sql().run("DELETE FROM t WHERE id % 3 = 0");
    tab.sql().run("VACUUM");
    tab.settle();
    for (int i = 0; i < 200; ++i) tab.sql().run("UPDATE t SET body = randomblob(50) WHERE id = " + std::to_string(i + 1));
    tab.settle();
}

uint64_t bytes_stored(Browser const& browser) {
    uint64_t bytes = 0;
    for (auto const& [key, value] : browser.disk.records) bytes += value.size();
    return bytes;
}

}  // namespace

TEST_CASE("a snapshot gives back the file as it was, whatever was done since, also after a restart") {
    Browser browser;
    File before;
    uint64_t seq = 0;
    {
        Tab tab(browser, "snapshots");
        begin(tab);
        tab.sql().run("UPDATE t SET body = 'in the log' WHERE id = 7");
        before = tab.store.export_image();
        auto const taken = snapshot(tab, "leads.csv");
        REQUIRE(taken);
        seq = taken->seq;
        CHECK(read(tab, seq) == before);
        change_much(tab);
        CHECK(read(tab, seq) == before);
    }
    Tab again(browser, "snapshots");
    REQUIRE(again.open());
    REQUIRE(again.store.snapshots().size() == 1);
    CHECK(again.store.snapshots()[0].note == "leads.csv");
    CHECK(again.store.snapshots()[0].reason == SnapshotReason::import);
    CHECK(again.store.snapshots()[0].file_bytes == before.size());
    change_much(again);
    CHECK(read(again, seq) == before);
    CHECK(again.sql().one("PRAGMA integrity_check") == "ok");
}

TEST_CASE("a snapshot costs nothing that grows with the database, and later only what is changed") {
    Browser browser;
    Tab tab(browser, "snapshots");
    begin(tab);
    uint64_t const before = bytes_stored(browser);
    REQUIRE(before > 600000);
    REQUIRE(snapshot(tab));
    CHECK(bytes_stored(browser) - before < 300);
    tab.sql().run("UPDATE t SET body = randomblob(2000) WHERE id BETWEEN 10 AND 12");
    tab.settle();
    CHECK(bytes_stored(browser) - before < 100000);
}

TEST_CASE("the last three snapshots are kept, each as it was, and what older ones held is freed") {
    Browser browser;
    Tab tab(browser, "snapshots");
    begin(tab);
    std::vector<std::pair<uint64_t, File>> taken;
    for (int i = 0; i < 5; ++i) {
        auto const one = snapshot(tab, std::to_string(i));
        REQUIRE(one);
        taken.emplace_back(one->seq, tab.store.export_image());
        change_much(tab);
    }
    auto const& kept = tab.store.snapshots();
    REQUIRE(kept.size() == most_snapshots);
    CHECK(kept[0].note == "4");
    CHECK(kept[2].note == "2");
    for (size_t i = 2; i < 5; ++i) CHECK(read(tab, taken[i].first) == taken[i].second);
    CHECK_FALSE(read(tab, taken[1].first));
    CHECK(browser.disk.records.lower_bound("kept/")->first >= kept_key(taken[2].first, ""));
}

TEST_CASE("a snapshot outlives the folding that follows it, with and without a change in between") {
    // Whatever the log holds when the snapshot comes: it is full before, by it, or after it.
    for (int before = 0; before < 12; ++before) {
        for (bool const is_changed : {false, true}) {
            INFO(before, " commits before");
            Browser browser;
            browser.log_room_pages = 8;
            Tab tab(browser, "snapshots");
            begin(tab);
            for (int i = 0; i < before; ++i) {
                tab.sql().run("INSERT INTO t(body) VALUES(randomblob(3000))");
                tab.settle();
            }
            // The second one waits for the first, and the snapshot goes with it.
            for (int i = 0; i < 2; ++i) tab.sql().run("INSERT INTO t(body) VALUES(randomblob(3000))");
            auto const taken = snapshot(tab);
            REQUIRE(taken);
            File const then = tab.store.export_image();
            if (is_changed) tab.sql().run("UPDATE t SET body = 'changed' WHERE id = 7");
            else tab.store.flush();
            tab.settle();
            CHECK(read(tab, taken->seq) == then);
        }
    }
}

TEST_CASE("a kept record that is damaged or gone is noticed, and the database itself opens as ever") {
    Browser browser;
    uint64_t seq = 0;
    {
        Tab tab(browser, "snapshots");
        begin(tab);
        tab.sql().run("UPDATE t SET body = 'in the log' WHERE id = 7");
        seq = snapshot(tab)->seq;
        change_much(tab);
    }
    auto const whole = browser.disk.records;
    auto const range = kept_range(seq);
    int kept = 0;
    for (auto at = whole.lower_bound(range.first); at != whole.lower_bound(range.last); ++at) {
        INFO(at->first);
        ++kept;
        for (bool const is_missing : {false, true}) {
            browser.disk.records = whole;
            if (is_missing) browser.disk.records.erase(at->first);
            else browser.disk.records[at->first][at->second.size() / 2] ^= 4;
            Tab tab(browser, "snapshots");
            REQUIRE(tab.open());
            auto const file = read(tab, seq);
            REQUIRE_FALSE(file);
            CHECK(file.error().kind == ErrorKind::corrupt);
        }
    }
    CHECK(kept > 5);
}

TEST_CASE("the file is replaced by another one in one commit, and every connection sees it at once") {
    Browser browser;
    File before;
    {
        Tab tab(browser, "snapshots");
        begin(tab);
        before = tab.store.export_image();
        REQUIRE(tab.sql().one("SELECT count(*) FROM t") == "300");
        tab.sql().run("DELETE FROM t WHERE id > 100");
        tab.settle();
        uint64_t const commit = tab.store.save_state().last_committed;
        REQUIRE(tab.store.replace_file(before));
        CHECK(tab.store.save_state().last_committed == commit + 1);
        CHECK(tab.sql().one("SELECT count(*) FROM t") == "300");
        tab.sql().run("INSERT INTO t(body) VALUES('after it')");
        tab.settle();
        CHECK(tab.store.save_state().status == SaveStatus::saved);
        CHECK_FALSE(tab.store.replace_file(File(100)));
        CHECK_FALSE(tab.store.replace_file({}));
    }
    Tab again(browser, "snapshots");
    REQUIRE(again.open());
    CHECK(again.sql().one("SELECT count(*) FROM t") == "301");
    CHECK(again.sql().one("PRAGMA integrity_check") == "ok");
}

TEST_CASE("where nothing is kept, no snapshot is promised") {
    Browser browser;
    Tab tab(browser, "snapshots", {.unavailable = true});
    REQUIRE(tab.open());
    tab.sql().run("CREATE TABLE t(n)");
    auto const taken = snapshot(tab);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == ErrorKind::storage);
}
