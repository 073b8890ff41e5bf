// The page store alone in a page, without the application: JavaScript opens it, runs SQL and waits for Saved.
// For tests/bench/store.mjs and the browser tests of the page store.
#include <emscripten.h>
#include <sqlite3.h>

#include <memory>
#include <string>

#include "platform/web/memory.h"
#include "store/pages/page_store.h"

EM_JS(void, lk_test_opened, (char const* fault, int beginning, int role), {
    Module.harness.opened({ fault: fault ? Module.services.memory.readUtf8(fault, HEAPU8.indexOf(0, fault) - fault) : null, beginning, role });
});
EM_JS(void, lk_test_saved, (int ok), { Module.harness.saved(ok !== 0); });
EM_JS(void, lk_test_taken_over, (int ok), { Module.harness.takenOver(ok !== 0); });
EM_JS(void, lk_test_changed, (int status, double committed, double durable), { Module.harness.changed({ status, committed, durable }); });
EM_JS(void, lk_test_role, (int role), { Module.harness.role(role); });
EM_JS(void, lk_test_snapshots_read, (int whole, int broken), { Module.harness.snapshotsRead(whole, broken); });
EM_JS(void, lk_test_content, (), { Module.harness.content(); });

namespace {

using namespace leadkeep;
using namespace leadkeep::store;

std::unique_ptr<platform::BlockStorage> storage;
std::unique_ptr<PageStore> page_store;
sqlite3* database = nullptr;
sqlite3* in_memory = nullptr;
std::string answer;

int open_connection(char const* name, char const* vfs, sqlite3** out) {
    int const result = sqlite3_open_v2(name, out, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs);
    return result != SQLITE_OK ? result : sqlite3_exec(*out, PageStore::required_pragmas(), nullptr, nullptr, nullptr);
}

char const* run_on(sqlite3* connection, char const* sql) {
    answer.clear();
    auto const take = [](void*, int count, char** values, char**) {
        if (count > 0 && values[0]) answer = values[0];
        return 0;
    };
    if (sqlite3_exec(connection, sql, take, nullptr, nullptr) != SQLITE_OK) answer = std::string("error: ") + sqlite3_errmsg(connection);
    return answer.c_str();
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void lk_test_open(char* name) {
    std::string const file = platform::web::take_string(name);
    storage = platform::browser_block_storage(file);
    page_store = std::make_unique<PageStore>(
        file, PageStoreEnvironment{*storage, platform::browser_tabs(), platform::browser_sentinel(), platform::browser_timers()});
    page_store->on_state_changed([](SaveState const& state) {
        lk_test_changed(static_cast<int>(state.status), static_cast<double>(state.last_committed), static_cast<double>(state.last_durable));
    });
    page_store->on_role_changed([](platform::TabRole role) { lk_test_role(static_cast<int>(role)); });
    page_store->on_content_changed([] { lk_test_content(); });
    page_store->open([](Result<PageStoreInfo> info) {
        if (!info) return lk_test_opened(info.error().text.c_str(), 0, 0);
        open_connection(page_store->file_name().c_str(), PageStore::vfs_name(), &database);
        open_connection(":memory:", PageStore::vfs_name(), &in_memory);
        lk_test_opened(nullptr, static_cast<int>(info->beginning), static_cast<int>(info->role));
    });
}

EMSCRIPTEN_KEEPALIVE char const* lk_test_sql(char const* sql) { return run_on(database, sql); }
EMSCRIPTEN_KEEPALIVE char const* lk_test_sql_in_memory(char const* sql) { return run_on(in_memory, sql); }
EMSCRIPTEN_KEEPALIVE int lk_test_may_write() { return page_store->before_write().has_value(); }
EMSCRIPTEN_KEEPALIVE void lk_test_when_saved() {
    page_store->when_saved([](Result<> const& saved) { lk_test_saved(saved.has_value()); });
}
EMSCRIPTEN_KEEPALIVE void lk_test_take_over() {
    page_store->request_take_over([](Result<> const& done) { lk_test_taken_over(done.has_value()); });
}
EMSCRIPTEN_KEEPALIVE void lk_test_take_snapshot() {
    page_store->take_snapshot(SnapshotReason::import, "test", [](Result<Snapshot> const&) {});
}
EMSCRIPTEN_KEEPALIVE void lk_test_read_snapshots() {
    auto const left = std::make_shared<size_t>(page_store->snapshots().size());
    auto const broken = std::make_shared<int>(0);
    auto const all = static_cast<int>(*left);
    if (all == 0) return lk_test_snapshots_read(0, 0);
    for (Snapshot const& snapshot : page_store->snapshots())
        page_store->read_snapshot(snapshot.seq, [=](Result<std::vector<uint8_t>> const& bytes) {
            *broken += !bytes;
            if (--*left == 0) lk_test_snapshots_read(all - *broken, *broken);
        });
}
EMSCRIPTEN_KEEPALIVE void lk_test_start_afresh() { page_store->start_afresh(); }
EMSCRIPTEN_KEEPALIVE void lk_test_strict() { page_store->next_commit_is_strict(); }

}  // extern "C"

int main() {}
