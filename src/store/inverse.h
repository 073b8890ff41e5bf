// The inverse of one command: what it inserted and which registers it overwrote, with the values before and after, so
// that Undo and Redo can both check before they write. Kept packed in undo_step.inverse; tables by name, registers by
// their index (which is for ever).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/value.h"
#include "domain/entity.h"

namespace leadkeep::store {

struct OverwrittenRegister {
    Entity entity;
    Uuid id;
    uint8_t register_index;
    std::vector<Value> before, after;
};

struct Inverse {
    std::vector<RecordRef> inserted;
    std::vector<OverwrittenRegister> overwritten;  // in the order of writing
    std::vector<RecordRef> told;                   // records that were there before and got a timeline event

    bool empty() const { return inserted.empty() && overwritten.empty(); }
    std::vector<uint8_t> packed() const;
    // nullopt: not something that packed() wrote (a damaged database).
    static std::optional<Inverse> unpack(std::span<uint8_t const> bytes);
};

}  // namespace leadkeep::store
