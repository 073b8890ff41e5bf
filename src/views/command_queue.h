// Commands put out while a frame is drawn; they run after it, so that no snapshot changes under a screen's hands.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "app/commands.h"

namespace leadkeep::views {

class CommandQueue {
public:
    using Then = std::function<void(app::Outcome const&)>;
    using Refused = std::function<void()>;
    struct Entry {
        app::Command command;
        Then then;
        Refused refused;
    };

    // `then` runs when the command succeeded at once (not when it has to wait for a job). `refused` runs when it was
    // refused, which the person is told already: it puts back what was typed.
    void push(app::Command command, Then then = {}, Refused refused = {}) {
        entries_.push_back({std::move(command), std::move(then), std::move(refused)});
    }
    std::vector<Entry> take() { return std::exchange(entries_, {}); }
    bool empty() const { return entries_.empty(); }

private:
    std::vector<Entry> entries_;
};

}  // namespace leadkeep::views
