// The page store's states as a person sees them: Saved, failing, full, another tab, data gone.
#include "page_machine.h"

#include "store/pages/page_record.h"

using namespace page_test;

namespace {

std::string const make_table = "CREATE TABLE t(n); INSERT INTO t VALUES(1)";

void use(Tab& tab) {
    auto const info = tab.open();
    REQUIRE_MESSAGE(info, info.error().text);
}

Tab& saved_once(Tab& tab) {
    use(tab);
    tab.sql().run(make_table);
    tab.settle();
    REQUIRE(tab.store.save_state().status == SaveStatus::saved);
    return tab;
}

}  // namespace

TEST_CASE("commits are saved in the background, and the state says so truthfully") {
    Browser browser;
    Tab tab(browser, "states");
    use(tab);
    CHECK(tab.store.save_state().status == SaveStatus::saved);
    tab.sql().run(make_table);
    CHECK(tab.store.save_state().status == SaveStatus::saving);
    CHECK(tab.store.save_state().last_durable < tab.store.save_state().last_committed);
    tab.settle();
    CHECK(tab.store.save_state().status == SaveStatus::saved);
    CHECK(tab.store.save_state().last_durable == tab.store.save_state().last_committed);
}

TEST_CASE("commits that wait are joined into one transaction") {
    Browser browser;
    Tab tab(browser, "joined");
    use(tab);
    tab.sql().run("CREATE TABLE t(n)");
    for (int i = 0; i < 500; ++i) tab.sql().run("INSERT INTO t VALUES(1)");
    tab.settle();
    CHECK(tab.store.save_state().status == SaveStatus::saved);
    CHECK(tab.storage.transactions() <= 3);
    CHECK(tab.storage.most_in_flight() == 1);
}

TEST_CASE("a log that grew long is folded in quiet moments, and nothing is lost by it") {
    Browser browser;
    browser.log_room_pages = 4096;
    uint64_t hash = 0;
    auto const log_records = [&] { return std::distance(browser.disk.records.lower_bound("log/"), browser.disk.records.lower_bound("log0")); };
    {
        Tab tab(browser, "folded");
        use(tab);
        tab.sql().run("CREATE TABLE t(n)");
        for (int i = 0; i < 200; ++i) {
            tab.sql().run("INSERT INTO t VALUES(randomblob(500))");
            browser.time.run_until(browser.time.now_ms() + 10);
        }
        CHECK(log_records() > 100);
        tab.settle();
        CHECK(log_records() == 0);
        hash = tab.image_hash();
    }
    Tab again(browser, "folded");
    use(again);
    CHECK(again.image_hash() == hash);
}

TEST_CASE("a file that shrank leaves no records behind its end") {
    Browser browser;
    Tab tab(browser, "shrunk");
    use(tab);
    tab.sql().run("CREATE TABLE t(n); INSERT INTO t SELECT randomblob(900000)");
    tab.settle();
    size_t const before = browser.disk.records.size();
    tab.sql().run("DELETE FROM t; VACUUM");
    tab.settle();
    CHECK(browser.disk.records.size() < before / 4);
    tab.database.reset();
}

TEST_CASE("while the disk is full, new writes are refused with a sentence, and saving goes on by itself afterwards") {
    Browser browser;
    Tab tab(browser, "full");
    saved_once(tab);
    browser.disk.full = true;
    tab.sql().run("INSERT INTO t VALUES(2)");
    tab.settle();
    CHECK(tab.store.save_state().status == SaveStatus::failing);
    auto const refused = tab.store.before_write();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text.find("full") != std::string::npos);
    bool told = false;
    tab.store.when_saved([&](Result<> const& saved) { told = !saved; });
    tab.settle();
    CHECK(told);

    tab.store.continue_unsaved();
    CHECK(tab.store.before_write());
    tab.sql().run("INSERT INTO t VALUES(3)");
    browser.disk.full = false;
    tab.settle();
    CHECK(tab.store.save_state().status == SaveStatus::saved);
    CHECK(tab.store.save_state().reason.text.empty());
}

TEST_CASE("one aborted transaction alarms nobody") {
    Browser browser;
    Tab tab(browser, "abort");
    saved_once(tab);
    bool alarmed = false;
    tab.store.on_state_changed([&](SaveState const& state) { alarmed |= state.status == SaveStatus::failing; });
    tab.storage.set_faults({.abort = 100});
    tab.sql().run("INSERT INTO t VALUES(2)");
    tab.storage.set_faults({});
    tab.settle();
    CHECK_FALSE(alarmed);
    CHECK(tab.store.save_state().status == SaveStatus::saved);
}

TEST_CASE("a storage that does not answer is told within seconds, without refusing what is typed meanwhile, and so is its end") {
    Browser browser;
    Tab tab(browser, "silent");
    saved_once(tab);
    SaveState const& state = tab.store.save_state();
    browser.disk.busy_until_ms = browser.time.now_ms() + 12000;
    tab.sql().run("INSERT INTO t VALUES(2)");
    browser.time.run_until(browser.time.now_ms() + 3000);
    CHECK(state.reason.text.empty());
    browser.time.run_until(browser.time.now_ms() + 4000);
    CHECK(state.status == SaveStatus::saving);
    CHECK(state.reason.text.find("has not answered") != std::string::npos);
    CHECK(tab.store.before_write());
    browser.time.run_until(browser.time.now_ms() + 6000);
    CHECK(state.status == SaveStatus::saved);
    CHECK(state.reason.text.empty());
}

TEST_CASE("data that is there and can't be reached is neither shown as lost nor as an empty board") {
    Browser browser;
    {
        Tab tab(browser, "blocked");
        use(tab);
        tab.sql().run(make_table);
        tab.settle();
    }
    auto const before = browser.disk.records;
    {
        Tab tab(browser, "blocked", {.unavailable = true});
        auto const info = tab.open();
        REQUIRE_FALSE(info);
        CHECK(info.error().kind == ErrorKind::storage);
        CHECK_FALSE(tab.store.before_write());
    }
    CHECK(browser.disk.records == before);
    Tab tab(browser, "blocked");
    use(tab);
    CHECK(tab.sql().one("SELECT n FROM t") == "1");
}

TEST_CASE("without any storage the work goes on in memory, and the state says that nothing is kept") {
    Browser browser;
    Tab tab(browser, "nowhere", {.unavailable = true});
    use(tab);
    CHECK(tab.store.save_state().status == SaveStatus::memory_only);
    CHECK_FALSE(tab.store.save_state().reason.text.empty());
    CHECK(tab.store.before_write());
    CHECK(tab.sql().run(make_table) == SQLITE_OK);
    CHECK(tab.sql().one("SELECT n FROM t") == "1");
}

TEST_CASE("data that the site has lost is told from a first run, and nothing is written before the person decides") {
    Browser browser;
    {
        Tab tab(browser, "lost");
        saved_once(tab);
    }
    browser.disk.records.clear();
    Tab tab(browser, "lost");
    auto const info = tab.open();
    REQUIRE(info);
    CHECK(info->beginning == Beginning::data_gone);
    CHECK_FALSE(tab.store.before_write());
    CHECK(tab.sql().run(make_table) == SQLITE_READONLY);
    tab.store.start_afresh();
    CHECK(tab.store.before_write());
    CHECK(tab.sql().run(make_table) == SQLITE_OK);
    tab.settle();
    CHECK(tab.store.save_state().status == SaveStatus::saved);
}

TEST_CASE("data deleted while the tab is open is saved anew with the next change") {
    Browser browser;
    uint64_t hash = 0;
    {
        Tab tab(browser, "wiped");
        saved_once(tab);
        tab.sql().run("INSERT INTO t SELECT randomblob(100000)");
        tab.settle();
        browser.disk.records.clear();
        tab.sql().run("INSERT INTO t VALUES(2)");
        tab.settle();
        CHECK(tab.store.save_state().status == SaveStatus::saved);
        hash = tab.image_hash();
    }
    Tab again(browser, "wiped");
    use(again);
    CHECK(again.image_hash() == hash);
}

TEST_CASE("saved strictly means a strict transaction, also for what was saved before") {
    Browser browser;
    Tab tab(browser, "strict");
    saved_once(tab);
    uint64_t const before = tab.storage.transactions();
    bool saved = false;
    tab.store.when_saved([&](Result<> const& done) { saved = done.has_value(); });
    CHECK_FALSE(saved);  // never from inside the call
    tab.settle();
    CHECK(saved);
    CHECK(tab.storage.transactions() == before + 1);
    tab.store.flush();
    tab.settle();
    CHECK(tab.storage.transactions() == before + 1);  // nothing new since
}

TEST_CASE("a second tab reads along, and takes over with everything that the first one did") {
    Browser browser;
    Tab first(browser, "first");
    saved_once(first);
    Tab second(browser, "second");
    auto const info = second.open();
    REQUIRE(info);
    CHECK(info->role == platform::TabRole::follower);
    CHECK_FALSE(second.store.before_write());
    CHECK(second.sql().run("INSERT INTO t VALUES(9)") == SQLITE_READONLY);
    first.sql().run("INSERT INTO t VALUES(2)");
    first.settle();
    CHECK(second.sql().one("SELECT sum(n) FROM t") == "3");

    first.sql().run("INSERT INTO t VALUES(4)");
    bool taken = false;
    second.store.request_take_over([&](Result<> const& done) { taken = done.has_value(); });
    second.settle();
    REQUIRE(taken);
    CHECK(second.store.role() == platform::TabRole::writer);
    CHECK(second.sql().one("SELECT sum(n) FROM t") == "7");
    CHECK(second.sql().run("INSERT INTO t VALUES(8)") == SQLITE_OK);
    CHECK(first.store.role() == platform::TabRole::lost);
    CHECK_FALSE(first.store.before_write());
    CHECK(first.sql().run("INSERT INTO t VALUES(16)") == SQLITE_READONLY);
    second.settle();
    CHECK(first.sql().one("SELECT sum(n) FROM t") == "15");
}

TEST_CASE("a tab that slept through a take-over cannot write, and later shows what the other one did") {
    Browser browser;
    Tab sleeper(browser, "sleeper");
    saved_once(sleeper);
    Tab other(browser, "other");
    use(other);
    sleeper.tabs.set_attention(sim::SimulatedTab::Attention::asleep);
    bool taken = false;
    other.store.request_take_over([&](Result<> const& done) { taken = done.has_value(); });
    other.settle();
    REQUIRE(taken);
    other.sql().run("INSERT INTO t VALUES(2)");
    other.settle();

    // It wakes, thinks that it still writes, and counts to the same numbers on other data.
    CHECK(sleeper.sql().run("INSERT INTO t VALUES(100)") == SQLITE_OK);
    sleeper.settle();
    CHECK(sleeper.store.save_state().status == SaveStatus::read_only);
    CHECK(sleeper.store.role() == platform::TabRole::lost);
    sleeper.tabs.set_attention(sim::SimulatedTab::Attention::awake);
    other.sql().run("INSERT INTO t VALUES(4)");
    other.settle();
    CHECK(other.sql().one("SELECT sum(n) FROM t") == "7");
    CHECK(sleeper.sql().one("SELECT sum(n) FROM t") == "7");
    CHECK(sleeper.sql().one("PRAGMA integrity_check") == "ok");

    bool back = false;
    sleeper.store.request_take_over([&](Result<> const& done) { back = done.has_value(); });
    sleeper.settle();
    REQUIRE(back);
    CHECK(sleeper.sql().run("INSERT INTO t VALUES(8)") == SQLITE_OK);
    sleeper.settle();
    CHECK(sleeper.sql().one("PRAGMA integrity_check") == "ok");
    CHECK(other.sql().one("SELECT sum(n) FROM t") == "15");
}

TEST_CASE("a long transaction that was open during a take-over fails at its commit and changes nothing") {
    Browser browser;
    Tab first(browser, "importing");
    saved_once(first);
    first.sql().run("BEGIN IMMEDIATE; INSERT INTO t SELECT randomblob(40000)");
    Tab second(browser, "impatient");
    use(second);
    bool taken = false;
    second.store.request_take_over([&](Result<> const& done) { taken = done.has_value(); });
    second.settle();
    REQUIRE(taken);
    CHECK(first.sql().run("COMMIT") == SQLITE_READONLY);
    first.sql().run("ROLLBACK");
    second.sql().run("INSERT INTO t VALUES(2)");
    second.settle();
    CHECK(first.sql().one("SELECT sum(n) FROM t") == "3");
}

TEST_CASE("when the writing tab is closed, the one that waits takes its place") {
    Browser browser;
    auto first = std::make_unique<Tab>(browser, "leaving");
    saved_once(*first);
    Tab second(browser, "staying");
    use(second);
    bool became = false;
    second.store.on_role_changed([&](platform::TabRole role) { became |= role == platform::TabRole::writer; });
    first.reset();
    second.settle();
    CHECK(became);
    CHECK(second.store.before_write());
    CHECK(second.sql().run("INSERT INTO t VALUES(2)") == SQLITE_OK);
}
