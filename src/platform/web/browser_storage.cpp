// The browser's word on storage and network through web/browser_storage.js.
#include "platform/browser_storage.h"

#include <emscripten.h>

#include <utility>

#include "platform/clock.h"

EM_JS(void, lk_browser_storage_ask, (), { Module.services.browserStorage.ask(); });
EM_JS(void, lk_browser_storage_persist, (), { Module.services.browserStorage.persist(); });
EM_JS(int, lk_network_online, (), { return Module.services.browserStorage.online(); });
EM_JS(void, lk_network_watch, (), { Module.services.browserStorage.watchNetwork(); });

namespace leadkeep::platform {

namespace {
BrowserStorage last_answer;
double asked_at_ms = -1e9;
std::function<void()> storage_receiver, network_receiver;
}  // namespace

BrowserStorage const& browser_storage() {
    if (monotonic_ms() - asked_at_ms > 10'000) {
        asked_at_ms = monotonic_ms();
        lk_browser_storage_ask();
    }
    return last_answer;
}

void ask_for_persistence() { lk_browser_storage_persist(); }

void on_browser_storage_changed(std::function<void()> callback) { storage_receiver = std::move(callback); }

Network network() { return lk_network_online() ? Network::online : Network::offline; }

void on_network_changed(std::function<void()> callback) {
    if (!std::exchange(network_receiver, std::move(callback))) lk_network_watch();
}

}  // namespace leadkeep::platform

extern "C" {

EMSCRIPTEN_KEEPALIVE void lk_browser_storage_answer(double persisted, double used_bytes, double quota_bytes) {
    using namespace leadkeep::platform;
    last_answer = {persisted < 0 ? Persistence::unknown : persisted > 0 ? Persistence::granted : Persistence::not_granted,
                   used_bytes, quota_bytes};
    if (storage_receiver) storage_receiver();
}

EMSCRIPTEN_KEEPALIVE void lk_network_changed() {
    using namespace leadkeep::platform;
    if (network_receiver) network_receiver();
}

}  // extern "C"
