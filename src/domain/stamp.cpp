// The order of stamps, and the stamp of a new change.
#include "domain/stamp.h"

namespace leadkeep {

std::strong_ordering order(Stamp const& a, Stamp const& b) {
    if (auto const by_ms = a.ms <=> b.ms; by_ms != 0) return by_ms;
    if (auto const by_counter = a.counter <=> b.counter; by_counter != 0) return by_counter;
    return a.device <=> b.device;
}

Stamp next_stamp(int64_t now_ms, Uuid const& device, int64_t seq, std::span<Stamp const> overwritten) {
    Stamp next{now_ms < 0 ? 0 : now_ms, 0, device, seq};
    for (auto const& old : overwritten)
        if (old.ms > next.ms) next.ms = old.ms;
    for (auto const& old : overwritten) {
        if (old.ms != next.ms || old.counter < next.counter) continue;
        if (old.counter == UINT32_MAX) {
            // The counter is used up: the next millisecond is later than all that was overwritten.
            ++next.ms;
            next.counter = 0;
            break;
        }
        next.counter = old.counter + 1;
    }
    return next;
}

}  // namespace leadkeep
