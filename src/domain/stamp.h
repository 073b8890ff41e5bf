// Stamps order all values ever written to a cell, on any device, under any clocks (the sync protocol's core rule).
#pragma once

#include <compare>
#include <cstdint>
#include <span>

#include "base/uuid.h"

namespace leadkeep {

// Order: ms, counter, device; ties (cloned devices) go by the canonical bytes of the value. `seq` counts the changes of
// `device` without gaps, one per row and change; it names the change, it does not order. The zero stamp marks what
// ships with the program: any change of a person is later.
struct Stamp {
    int64_t ms = 0;
    uint32_t counter = 0;
    Uuid device;
    int64_t seq = 0;

    bool is_zero() const { return ms == 0 && counter == 0 && device.is_nil(); }
    bool operator==(Stamp const&) const = default;
};
std::strong_ordering order(Stamp const& a, Stamp const& b);  // by ms, counter, device

// The greatest ms that a file may bring (the end of the year 9999). Stored stamps hold 48 bits, so there is always
// room for a stamp that is later than any received one.
constexpr int64_t greatest_received_ms = 253'402'300'799'999;

// The stamp of a change that overwrites cells with the stamps `overwritten`, at the wall clock `now_ms`:
// ms = max(now_ms, greatest ms of those); counter = one more than their greatest counter at that ms, else 0.
Stamp next_stamp(int64_t now_ms, Uuid const& device, int64_t seq, std::span<Stamp const> overwritten);

}  // namespace leadkeep
