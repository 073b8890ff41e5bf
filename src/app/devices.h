// The devices that work on the same data: what each is called, and how far it has confirmed what is here.
// Limits: a device confirms by a sync file of its own; one that never sent any is known by its name at most.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/lists.h"
#include "base/result.h"
#include "store/store.h"

namespace leadkeep::app {

struct DeviceView {
    Uuid id;
    std::string name, person;  // "" where none is given
    bool has_confirmed = false;
    int64_t waiting = 0;       // changes here, timeline events among them, that it has not confirmed; all where it never did
    std::string since;         // for SyncExportOptions: what it has
};
struct DevicesView {
    DeviceView own;
    std::vector<DeviceView> others;  // by name, those without one last
};

Result<DevicesView> read_devices(store::Store& store, Lists const& lists);

}  // namespace leadkeep::app
