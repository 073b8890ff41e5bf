// A few bytes kept outside IndexedDB (localStorage and a cookie): they tell a first run from data that the browser lost.
// Limits: where the browser clears everything at once, nothing can tell.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace leadkeep::platform {

struct SentinelNote {
    std::string database_id;
    uint64_t seq = 0;
    int64_t saved_at_ms = 0;
};

class Sentinel {
public:
    virtual ~Sentinel() = default;
    virtual std::optional<SentinelNote> read() = 0;
    virtual void write(SentinelNote const& note) = 0;
};

Sentinel& browser_sentinel();  // web/ only

}  // namespace leadkeep::platform
