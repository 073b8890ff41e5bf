// Three tabs of one browser that take the right to write from each other, on a storage that fails at random: what was shown
// as saved is there in the end, in all of them, whoever wrote it; what was not and is gone is told.
#include "page_machine.h"

#include <array>
#include <random>
#include <set>
#include <vector>

using namespace page_test;

namespace {

// Rows that one tab has written: those shown as saved must stay.
struct Written {
    uint64_t commit;
    int row;
};

class Person {
public:
    Person(Browser& browser, sim::Faults faults, uint64_t seed) : tab(browser, "turns " + std::to_string(seed), faults, seed) {
        auto const info = tab.open();
        REQUIRE_MESSAGE(info, info.error().text);
        tab.store.on_state_changed([this](SaveState const& state) { note_saved(state); });
        tab.store.on_changes_dropped([this](uint64_t commits) {
            CHECK(commits == pending.size());
            pending.clear();
        });
    }

    // Adds one row if this tab may; every fifth time it also rewrites much.
    void write(int row, std::mt19937_64& random) {
        if (!tab.store.before_write()) return;
        std::string const add = "INSERT INTO t(row, body) VALUES(" + std::to_string(row) + ", randomblob(500))";
        bool const much = random() % 5 == 0;
        if (tab.sql().run(much ? "BEGIN; " + add + "; UPDATE t SET body = randomblob(600); COMMIT" : add) != SQLITE_OK) {
            tab.sql().run("ROLLBACK");
            return;
        }
        pending.push_back({tab.store.save_state().last_committed, row});
        note_saved(tab.store.save_state());
    }

    void ask_for_the_right() {
        ++unanswered;
        tab.store.request_take_over([this](Result<> const&) { --unanswered; });
    }

    Tab tab;
    int unanswered = 0;  // wishes for the right to write
    std::vector<Written> pending;
    std::set<int> saved;

private:
    void note_saved(SaveState const& state) {
        if (state.status == SaveStatus::read_only || state.status == SaveStatus::memory_only) return;
        std::erase_if(pending, [&](Written const& one) {
            if (one.commit > state.last_durable) return false;
            saved.insert(one.row);
            return true;
        });
    }
};

using People = std::vector<std::unique_ptr<Person>>;

void one_turn(Browser& browser, People& people, int& row, std::mt19937_64& random) {
    Person& one = *people[random() % people.size()];
    switch (random() % 8) {
        case 0: one.ask_for_the_right(); break;
        case 1: one.tab.tabs.set_attention(sim::SimulatedTab::Attention::asleep); break;
        case 2: one.tab.tabs.set_attention(sim::SimulatedTab::Attention::awake); break;
        case 3: one.tab.tabs.hide(); break;
        default: one.write(++row, random);
    }
    if (random() % 2) browser.time.run_until(browser.time.now_ms() + static_cast<int64_t>(random() % 200));
    if (random() % 10 == 0) browser.time.run_until(browser.time.now_ms() + 4000);
}

void run_turns(uint64_t seed) {
    INFO("seed ", seed);
    std::mt19937_64 random(seed * 104729);
    Browser browser;
    browser.log_room_pages = log_room_of(seed);
    auto const chance = [&] { return random() % 3 == 0 ? static_cast<int>(random() % 25) : 0; };
    sim::Faults const faults{.abort = chance(), .connection_before = chance(), .connection_after = chance(), .timeout = chance(),
                             .full_begins = 0, .load_fails = 0};
    {
        Tab first(browser, "turns");
        REQUIRE(first.open());
        first.sql().run("CREATE TABLE t(row INTEGER, body BLOB)");
        first.settle();
    }
    People people;
    for (uint64_t i = 0; i < 3; ++i) people.push_back(std::make_unique<Person>(browser, faults, seed * 3 + i));
    int row = 0;
    for (int turn = 0; turn < 60; ++turn) one_turn(browser, people, row, random);

    for (auto const& one : people) {
        one->tab.tabs.set_attention(sim::SimulatedTab::Attention::awake);
        one->tab.storage.set_faults({});
    }
    browser.time.run_until(browser.time.now_ms() + 60000);
    std::set<int> saved;
    for (auto const& one : people) saved.insert(one->saved.begin(), one->saved.end());
    // One that has the right says what all must show.
    std::optional<Result<>> taken;
    people[0]->tab.store.request_take_over([&](Result<> answer) { taken = std::move(answer); });
    browser.time.run_until(browser.time.now_ms() + 20000);
    REQUIRE(taken);
    REQUIRE_MESSAGE(*taken, taken->error().text);
    REQUIRE(people[0]->tab.sql().run("INSERT INTO t VALUES(0, 'last')") == SQLITE_OK);
    browser.time.run_until(browser.time.now_ms() + 20000);
    for (auto const& one : people) {
        for (int const each : saved) {
            INFO("row ", each);
            REQUIRE(one->tab.sql().one("SELECT count(*) FROM t WHERE row = " + std::to_string(each)) == "1");
        }
        CHECK(one->unanswered == 0);
        CHECK(one->tab.sql().one("PRAGMA integrity_check") == "ok");
        CHECK(one->tab.image_hash() == people[0]->tab.image_hash());
    }
}

}  // namespace

TEST_CASE("a tab that loses the right while it still claims it goes on following") { run_turns(2743); }

TEST_CASE("three tabs that work in turn lose nothing that one of them has shown as saved") {
    for_each_seed(300, run_turns);
}
