// Web Locks and the BroadcastChannel through web/tabs.js.
#include "platform/tabs.h"

#include <emscripten.h>

#include <utility>

EM_JS(void, lk_tabs_start, (), { Module.services.tabs.start(); });
EM_JS(void, lk_tabs_claim, (), { Module.services.tabs.claim(); });
EM_JS(void, lk_tabs_take_over, (), { Module.services.tabs.takeOver(); });
EM_JS(void, lk_tabs_release, (), { Module.services.tabs.release(); });
EM_JS(void, lk_tabs_announce, (double seq), { Module.services.tabs.announce(seq); });

namespace leadkeep::platform {

namespace {

class BrowserTabs : public Tabs {
public:
    BrowserTabs() { lk_tabs_start(); }

    void claim(std::function<void(TabRole)> on_role) override {
        answer = std::move(on_role);
        lk_tabs_claim();
    }
    void take_over(std::function<void(TabRole)> on_role) override {
        answer = std::move(on_role);
        lk_tabs_take_over();
    }
    void on_release_wanted(std::function<void()> callback) override { release_wanted = std::move(callback); }
    void release() override { lk_tabs_release(); }
    void on_lost(std::function<void()> callback) override { lost = std::move(callback); }
    void on_granted(std::function<void()> callback) override { granted = std::move(callback); }
    void on_hidden(std::function<void()> callback) override { hidden = std::move(callback); }
    void announce(uint64_t seq) override { lk_tabs_announce(static_cast<double>(seq)); }
    void on_announced(std::function<void(uint64_t)> callback) override { announced = std::move(callback); }

    std::function<void(TabRole)> answer;
    std::function<void()> release_wanted, lost, granted, hidden;
    std::function<void(uint64_t)> announced;
};

BrowserTabs& the_tabs() {
    static BrowserTabs tabs;
    return tabs;
}

}  // namespace

Tabs& browser_tabs() { return the_tabs(); }

}  // namespace leadkeep::platform

extern "C" {

EMSCRIPTEN_KEEPALIVE void lk_tabs_role(int role) {
    using namespace leadkeep::platform;
    if (auto const answer = std::exchange(the_tabs().answer, nullptr)) answer(static_cast<TabRole>(role));
}
EMSCRIPTEN_KEEPALIVE void lk_tabs_release_wanted() {
    if (auto const& call = leadkeep::platform::the_tabs().release_wanted) call();
}
EMSCRIPTEN_KEEPALIVE void lk_tabs_lost() {
    if (auto const& call = leadkeep::platform::the_tabs().lost) call();
}
EMSCRIPTEN_KEEPALIVE void lk_tabs_granted() {
    if (auto const& call = leadkeep::platform::the_tabs().granted) call();
}
EMSCRIPTEN_KEEPALIVE void lk_tabs_hidden() {
    if (auto const& call = leadkeep::platform::the_tabs().hidden) call();
}
EMSCRIPTEN_KEEPALIVE void lk_tabs_announced(double seq) {
    if (auto const& call = leadkeep::platform::the_tabs().announced) call(static_cast<uint64_t>(seq));
}

}  // extern "C"
