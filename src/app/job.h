// A long command in slices: it keeps one transaction open on the writer, shows its progress, and commits whole or
// leaves nothing behind.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace leadkeep::app {

struct Progress {
    int64_t done = 0, total = 0;
    std::string text;  // "Importing contacts.csv"
};

class Job {
public:
    enum class State : uint8_t { running, finished, failed, cancelled };
    virtual ~Job() = default;
    // Works for about budget_ms, at least one small unit.
    virtual void step(double budget_ms) = 0;
    virtual void cancel() = 0;
    virtual Progress progress() const = 0;
    virtual State state() const = 0;
    virtual Error const& error() const = 0;  // when failed
};

}  // namespace leadkeep::app
