// Damage: what an opening found that could not read everything as it was written.
#pragma once

#include <cstdint>
#include <vector>

namespace leadkeep::store {

struct Damage {
    uint32_t records_read = 0;         // verified
    uint32_t records_damaged = 0;      // there, but not what was written
    uint32_t records_missing = 0;      // promised by the head and not there
    std::vector<uint32_t> lost_pages;  // of the file: zeros in PageStore::export_image(); in rising order
    bool head_lost = false;            // what is there was gathered without knowing what there should be
};

}  // namespace leadkeep::store
