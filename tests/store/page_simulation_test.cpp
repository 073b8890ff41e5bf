// The promise of "Saved", held against a storage that fails at random: whatever happens, a reopened database is one of
// the states that were committed, with everything that was shown as saved.
#include "page_machine.h"

#include <map>
#include <random>

using namespace page_test;

namespace {

// One life of a tab: commits of all kinds and snapshots, now and then with time in between.
struct Life {
    std::map<uint64_t, uint64_t> states;  // commit → hash of the whole file
    uint64_t shown_as_saved = 0;
    bool fell_silent = false;
};

std::string random_command(std::mt19937_64& random) {
    auto const number = [&](uint64_t most) { return std::to_string(random() % most); };
    switch (random() % 18) {
        case 0: return "DELETE FROM t WHERE id % 5 = " + number(5);
        case 1: return "INSERT INTO t(body) SELECT randomblob(300) FROM t LIMIT " + number(100);
        case 2: return "UPDATE t SET body = randomblob(" + number(900) + ") WHERE id % 7 = " + number(7);
        case 3: return "VACUUM";
        case 4: return "BEGIN; INSERT INTO t(body) VALUES(randomblob(6000)); ROLLBACK";
        case 5: return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 40) "
                       "INSERT INTO t(body) SELECT randomblob(4000) FROM n";
        case 6: return "DELETE FROM t";
        default: return "INSERT INTO t(body) VALUES(randomblob(" + number(2000) + "))";
    }
}

// Every snapshot that is offered can be read and is what it says.
void check_snapshots(Browser& browser, Tab& tab, std::map<uint64_t, uint64_t> const& known) {
    for (Snapshot const& snapshot : tab.store.snapshots()) {
        std::optional<Result<std::vector<uint8_t>>> file;
        tab.store.read_snapshot(snapshot.seq, [&](Result<std::vector<uint8_t>> answer) { file = std::move(answer); });
        while (!file && browser.time.run_one() == sim::SimulatedTime::Ran::one) {}
        INFO("snapshot ", snapshot.seq);
        REQUIRE(known.count(snapshot.seq) == 1);
        REQUIRE(file);
        REQUIRE_MESSAGE(*file, (*file).error().text);
        REQUIRE(xxh64(**file, 0) == known.at(snapshot.seq));
    }
}

Life live(Browser& browser, uint64_t seed, sim::Faults faults, Life before) {
    std::mt19937_64 random(seed);
    uint64_t const must_have = before.shown_as_saved;
    Life life = std::move(before);
    Tab tab(browser, "simulated", faults, seed);
    auto const info = tab.open();
    REQUIRE_MESSAGE(info, "seed ", seed, ": ", info.error().text);
    INFO("seed ", seed);
    uint64_t const found = tab.store.save_state().last_committed;
    if (found > 0) {
        REQUIRE(found >= must_have);
        REQUIRE(life.states.count(found) == 1);
        REQUIRE(tab.image_hash() == life.states[found]);
        REQUIRE(tab.sql().one("PRAGMA integrity_check") == "ok");
        std::erase_if(life.states, [&](auto const& state) { return state.first > found; });
        check_snapshots(browser, tab, life.states);
    } else {
        REQUIRE(must_have == 0);
    }
    life.shown_as_saved = found;
    tab.store.on_state_changed([&](SaveState const& state) {
        REQUIRE(state.last_durable <= state.last_committed);
        life.shown_as_saved = std::max(life.shown_as_saved, state.last_durable);
    });
    life.states[found] = tab.image_hash();
    if (found == 0 && tab.store.before_write()) tab.sql().run("CREATE TABLE t(id INTEGER PRIMARY KEY, body BLOB)");
    life.states[tab.store.save_state().last_committed] = tab.image_hash();
    for (uint64_t left = 5 + random() % 30; left > 0; --left) {
        if (tab.store.before_write()) {
            if (random() % 6 == 0) tab.store.next_commit_is_strict();
            tab.sql().run(random_command(random));
            life.states[tab.store.save_state().last_committed] = tab.image_hash();
        }
        if (random() % 10 == 0) tab.tabs.hide();
        // The seq that a snapshot gets is that of the transaction which brings it: any state from now on.
        if (random() % 12 == 0) tab.store.take_snapshot(SnapshotReason::import, "x", [](Result<Snapshot> const&) {});
        if (random() % 3 == 0) browser.time.run_until(browser.time.now_ms() + static_cast<int64_t>(random() % 40));
        if (random() % 15 == 0) browser.time.run_until(browser.time.now_ms() + 3000);
    }
    REQUIRE(tab.storage.most_in_flight() <= 1);
    return life;  // and the tab's process ends here, whatever was under way
}

void run_seed(uint64_t seed) {
    std::mt19937_64 random(seed * 7919);
    Browser browser;
    browser.log_room_pages = log_room_of(seed);
    auto const chance = [&] { return random() % 3 == 0 ? static_cast<int>(random() % 40) : 0; };
    sim::Faults const faults{.abort = chance(), .connection_before = chance(), .connection_after = chance(), .timeout = chance(),
                             .full_begins = chance() / 8, .load_fails = 0};
    Life lived;
    for (uint64_t life = 0; life < 3; ++life) {
        lived = live(browser, seed * 10 + life, faults, std::move(lived));
        if (random() % 2) browser.time.run_all();  // else the next process starts while transactions still land
    }
    Tab last(browser, "simulated");
    INFO("seed ", seed, ", last opening");
    auto const info = last.open();
    REQUIRE_MESSAGE(info, info.error().text);
    uint64_t const found = last.store.save_state().last_committed;
    REQUIRE(found >= lived.shown_as_saved);
    REQUIRE(lived.states[found] == last.image_hash());
    check_snapshots(browser, last, lived.states);
}

}  // namespace

TEST_CASE("after any faults and a killed tab the database opens as a committed state with all that was shown as saved") {
    for_each_seed(1200, run_seed);
}

TEST_CASE("of two attempts that left the same state the one that landed is known, and with it its snapshot") { run_seed(1239); }

TEST_CASE("when the faults end, everything becomes saved by itself") {
    for (uint64_t seed = 1; seed <= 100; ++seed) {
        INFO("seed ", seed);
        Browser browser;
        Tab tab(browser, "recovering", {.abort = 30, .connection_before = 10, .connection_after = 20, .timeout = 10, .full_begins = 3}, seed);
        REQUIRE(tab.open());
        std::mt19937_64 random(seed);
        tab.sql().run("CREATE TABLE t(id INTEGER PRIMARY KEY, body BLOB)");
        for (int i = 0; i < 20; ++i) {
            if (tab.store.before_write()) tab.sql().run(random_command(random));
            browser.time.run_until(browser.time.now_ms() + 10);
        }
        tab.storage.set_faults({});
        browser.time.run_until(browser.time.now_ms() + 60000);
        CHECK(tab.store.save_state().status == SaveStatus::saved);
        CHECK(tab.store.save_state().last_durable == tab.store.save_state().last_committed);
    }
}
