// Tabs of one simulated browser. They behave as web/tabs.js does.
#include <algorithm>
#include <utility>

#include "platform/headless/simulated_storage.h"

namespace leadkeep::platform::headless {

namespace {
constexpr int release_patience_ms = 2000;
}

SimulatedTab::SimulatedTab(SimulatedLock& lock, SimulatedTime& time) : lock_(lock), time_(time) { lock_.tabs.push_back(this); }

SimulatedTab::~SimulatedTab() {
    std::erase(lock_.tabs, this);
    if (lock_.holder == this) release();
}

void SimulatedTab::later(int delay_ms, std::function<void()> call) {
    time_.call_after(delay_ms, [alive = std::weak_ptr(alive_), call = std::move(call)] {
        if (!alive.expired()) call();
    });
}

void SimulatedTab::claim(std::function<void(TabRole)> on_role) {
    later(1, [this, on_role = std::move(on_role)] {
        bool const granted = lock_.holder == nullptr || lock_.holder == this;
        if (granted) lock_.holder = this;
        waits_ = !granted;
        on_role(granted ? TabRole::writer : TabRole::follower);
    });
}

void SimulatedTab::take_over(std::function<void(TabRole)> on_role) {
    SimulatedTab* const holder = lock_.holder;
    waits_ = false;
    if (holder && holder != this && holder->hears() && holder->release_wanted_) holder->later(1, holder->release_wanted_);
    later(holder && holder != this ? release_patience_ms : 1, [this, on_role = std::move(on_role)] {
        SimulatedTab* const before = std::exchange(lock_.holder, this);
        if (before && before != this) {
            before->waits_ = true;
            if (!before->hears()) before->missed_loss_ = true;
            else if (before->lost_) before->later(0, before->lost_);
        }
        on_role(TabRole::writer);
    });
}

void SimulatedTab::release() {
    if (lock_.holder != this) return;
    lock_.holder = nullptr;
    waits_ = true;
    auto const next = std::find_if(lock_.tabs.begin(), lock_.tabs.end(), [this](SimulatedTab* tab) { return tab != this && tab->waits_; });
    if (next == lock_.tabs.end()) return;
    lock_.holder = *next;
    (*next)->waits_ = false;
    if ((*next)->granted_) (*next)->later(1, (*next)->granted_);
}

void SimulatedTab::announce(uint64_t seq) {
    for (SimulatedTab* tab : lock_.tabs) {
        if (tab == this || !tab->announced_) continue;
        if (tab->hears()) tab->later(1, [tab, seq] { tab->announced_(seq); });
        else tab->missed_announcement_ = seq;
    }
}

void SimulatedTab::set_attention(Attention attention) {
    attention_ = attention;
    if (!hears()) return;
    if (std::exchange(missed_loss_, false) && lost_) later(0, lost_);
    if (auto const seq = std::exchange(missed_announcement_, std::nullopt)) later(1, [this, seq] { announced_(*seq); });
}

}  // namespace leadkeep::platform::headless
