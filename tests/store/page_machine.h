// A simulated browser for the page store's tests: one disk, some tabs, plain SQL on each tab's file.
#pragma once

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "platform/headless/simulated_storage.h"
#include "store/pages/page_checksum.h"
#include "store/pages/page_store.h"

namespace page_test {

using namespace leadkeep;
using namespace leadkeep::store;
namespace sim = leadkeep::platform::headless;

// So many seeds in an ordinary run (fewer as wasm, which is slower). More on demand: LEADKEEP_SIMULATION_SEEDS=100000, from
// LEADKEEP_SIMULATION_FIRST on.
inline void for_each_seed(uint64_t ordinary, void (*run)(uint64_t seed)) {
    auto const number_from = [](char const* variable, uint64_t otherwise) {
        char const* const text = std::getenv(variable);
        return text ? std::strtoull(text, nullptr, 10) : otherwise;
    };
#ifdef __EMSCRIPTEN__
    ordinary /= 6;
#endif
    uint64_t const first = number_from("LEADKEEP_SIMULATION_FIRST", 1);
    uint64_t const seeds = number_from("LEADKEEP_SIMULATION_SEEDS", ordinary);
    for (uint64_t seed = first; seed < first + seeds; ++seed) run(seed);
}

// For simulations: a log that is always full, one that is at times, and the app's.
inline size_t log_room_of(uint64_t seed) { return std::array<size_t, 3>{8, 48, 4096}[seed % 3]; }

// One connection with the pragmas that the page store asks for.
class Database {
public:
    explicit Database(PageStore const& store) {
        REQUIRE(sqlite3_open_v2(store.file_name().c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, PageStore::vfs_name()) ==
                SQLITE_OK);
        REQUIRE(run(PageStore::required_pragmas()) == SQLITE_OK);
    }
    ~Database() { sqlite3_close(handle_); }
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    int run(std::string const& sql) { return sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr); }
    std::string one(std::string const& sql) {
        std::string answer = "no row";
        auto const take = [](void* out, int, char** values, char**) { return *static_cast<std::string*>(out) = values[0] ? values[0] : "null", 0; };
        int const result = sqlite3_exec(handle_, sql.c_str(), take, &answer, nullptr);
        return result == SQLITE_OK ? answer : sqlite3_errmsg(handle_);
    }

private:
    sqlite3* handle_ = nullptr;
};

struct Browser {
    sim::SimulatedTime time;
    sim::SimulatedDisk disk;
    sim::SimulatedLock lock;
    sim::MemorySentinel sentinel;
    size_t log_room_pages = 64;  // so little that tests meet a full log
};

// A tab from opening to closing; closing it is the end of its process.
struct Tab {
    Tab(Browser& in, std::string const& name, sim::Faults faults = {}, uint64_t seed = 1)
        : storage(in.disk, in.time, faults, seed),
          tabs(in.lock, in.time),
          store(name, {storage, tabs, in.sentinel, in.time, in.log_room_pages}),
          browser(in) {}

    Result<PageStoreInfo> open() {
        std::optional<Result<PageStoreInfo>> answer;
        store.open([&](Result<PageStoreInfo> info) { answer = std::move(info); });
        while (!answer && browser.time.run_one() == sim::SimulatedTime::Ran::one) {}
        REQUIRE(answer);
        if (*answer) database = std::make_unique<Database>(store);
        return *answer;
    }

    void settle() { browser.time.run_until(browser.time.now_ms() + 20000); }

    Database& sql() { return *database; }
    uint64_t image_hash() const { return xxh64(store.export_image(), 0); }

    sim::SimulatedStorage storage;
    sim::SimulatedTab tabs;
    PageStore store;
    std::unique_ptr<Database> database;
    Browser& browser;
};

}  // namespace page_test
