// What a damaged database file still holds, read into a fresh database: every row of ours that stands on a page that can
// be read, also where the pages that led to it are lost. Nothing is guessed at: a row comes as it was written, or not.
// Limits: the file's Undo steps and what it knew of other devices stay behind, so that a merge brings everything once
// more; where a page is an older one, a text of more than 900 bytes may hold a piece of another.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/salvage/memory_image.h"
#include "store/store.h"

namespace leadkeep::store {

struct SalvagedKind {
    Entity entity;
    int64_t recovered = 0;   // rows read
    int64_t incomplete = 0;  // of these, without the fields that lay on a lost page
    int64_t lost = 0;        // rows that some index still names
    bool lost_is_all = true;  // false: more may be lost than can be known
};

struct Salvage {
    MemoryImage image;             // of `store`; its bytes() are the clean file
    std::unique_ptr<Store> store;  // in memory
    std::vector<SalvagedKind> kinds;  // one for each entity, in the order of the enum

    SalvagedKind const& of(Entity entity) const { return kinds[static_cast<size_t>(entity)]; }
};

// `file`: an SQLite file's bytes, zeros where a page is lost; any page may be an older one. An Error when there is nothing
// of ours in it, or when a newer version wrote it.
Result<Salvage> salvage(std::span<uint8_t const> file);

}  // namespace leadkeep::store
