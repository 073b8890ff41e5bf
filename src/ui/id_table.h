// The ids of one frame with a place each. Filled anew for every frame: it allocates only while it grows.
// Limits: no id is 0; nothing is erased singly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace leadkeep::ui {

class IdTable {
public:
    void clear() {
        slots_.assign(slots_.size(), {});
        count_ = 0;
    }
    // False if the id is there already; its place stays.
    bool insert(uint32_t id, uint32_t place = 0) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        Slot& slot = slots_[slot_of(id)];
        if (slot.id == id) return false;
        slot = {id, place};
        ++count_;
        return true;
    }
    std::optional<uint32_t> find(uint32_t id) const {
        if (slots_.empty() || id == 0) return std::nullopt;
        Slot const& slot = slots_[slot_of(id)];
        return slot.id == id ? std::optional(slot.place) : std::nullopt;
    }
    bool contains(uint32_t id) const { return find(id).has_value(); }

private:
    struct Slot {
        uint32_t id = 0, place = 0;
    };
    // Where the id is, or where it belongs. The ids are hashes already, but neighbours among them are common.
    size_t slot_of(uint32_t id) const {
        size_t const mask = slots_.size() - 1;
        size_t at = (id * 2'654'435'769U >> 12) & mask;
        while (slots_[at].id != 0 && slots_[at].id != id) at = (at + 1) & mask;
        return at;
    }
    void grow() {
        std::vector<Slot> former(slots_.empty() ? 256 : slots_.size() * 2);
        former.swap(slots_);
        for (Slot const& slot : former)
            if (slot.id != 0) slots_[slot_of(slot.id)] = slot;
    }

    std::vector<Slot> slots_;  // a power of two, at most half full
    size_t count_ = 0;
};

}  // namespace leadkeep::ui
