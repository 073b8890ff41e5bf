// Which tab of the browser may write: Web Locks choose the one writer, a BroadcastChannel carries hints between tabs.
// Limits: the lock is the polite part; that a slept tab can't write is ensured by the epoch in the head record (store).
#pragma once

#include <cstdint>
#include <functional>

namespace leadkeep::platform {

enum class TabRole : uint8_t {
    writer,    // this tab has the lock
    follower,  // another tab has it
    lost,      // this tab had it, another took it
};

class Tabs {
public:
    virtual ~Tabs() = default;
    // Asks for the lock without waiting; answers writer or follower, never from inside this call.
    virtual void claim(std::function<void(TabRole)> on_role) = 0;
    // Asks the writer to let go (it has a moment to save), then takes the lock in any case.
    virtual void take_over(std::function<void(TabRole)> on_role) = 0;
    // As the writer: another tab asks for the lock. Save, then call release().
    virtual void on_release_wanted(std::function<void()> callback) = 0;
    virtual void release() = 0;
    // The lock was taken from this tab (role lost).
    virtual void on_lost(std::function<void()> callback) = 0;
    // As a follower or after a loss: the writer has gone, and this tab holds the lock now.
    virtual void on_granted(std::function<void()> callback) = 0;
    // The page goes out of sight or away: the last safe moment to save.
    virtual void on_hidden(std::function<void()> callback) = 0;
    // The writer says that commits up to `seq` are saved; the others hear it.
    virtual void announce(uint64_t seq) = 0;
    virtual void on_announced(std::function<void(uint64_t seq)> callback) = 0;
};

Tabs& browser_tabs();  // web/ only

}  // namespace leadkeep::platform
