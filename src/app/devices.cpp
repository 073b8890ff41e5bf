#include "app/devices.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/name_fold.h"
#include "base/ranges.h"
#include "store/queries/rows.h"
#include "sync/knowledge.h"

namespace leadkeep::app {
namespace {

DeviceView named(Lists const& lists, Uuid const& id, store::Row const* row) {
    DeviceView view;
    view.id = id;
    if (!row) return view;
    view.name = row->text("name");
    view.person = lists.name_of(row->uuid("manager_id"));
    return view;
}

// Of all changes here, those above what the other has; every device numbers its own without a gap.
int64_t changes_above(sync::SeqVector const& here, sync::SeqVector const& there) {
    int64_t count = 0;
    for (auto const& [device, seq] : here) {
        auto const known = there.find(device);
        count += std::max<int64_t>(0, seq - (known == there.end() ? 0 : known->second));
    }
    return count;
}

// What the device had when it wrote last, its own changes that have arrived here included.
sync::SeqVector confirmed(sync::Knowledge const& knowledge, sync::SeqVector const& received, Uuid const& device) {
    sync::SeqVector vector;
    auto const history = knowledge.histories().find(device);
    if (history != knowledge.histories().end() && !history->second.empty()) vector = history->second.rbegin()->second;
    if (auto const own = received.find(device); own != received.end()) vector[device] = std::max(vector[device], own->second);
    return vector;
}

}  // namespace

Result<DevicesView> read_devices(store::Store& store, Lists const& lists) {
    auto& reader = store.reader();
    auto const& identity = store.identity();
    auto const received = LK_TRY(sync::load_received(reader));
    auto const knowledge = LK_TRY(sync::load_knowledge(reader));
    auto here = received;
    here[identity.device] = identity.last_seq;

    std::map<Uuid, DeviceView> all;
    for (auto const& row : LK_TRY(store::read_live_rows(reader, Entity::device))) all[row.id()] = named(lists, row.id(), &row);
    for (auto const& [device, seq] : received) all.try_emplace(device, named(lists, device, nullptr));

    DevicesView view;
    view.own = named(lists, identity.device, nullptr);
    for (auto& [device, one] : all) {
        if (device == identity.device) {
            view.own = std::move(one);
            continue;
        }
        auto const has = confirmed(knowledge, received, device);
        one.has_confirmed = !has.empty();
        one.waiting = changes_above(here, has);
        one.since = sync::vector_text(has);
        view.others.push_back(std::move(one));
    }
    ranges::sort(view.others, [](DeviceView const& a, DeviceView const& b) {
        return std::tuple(a.name.empty(), fold_name(a.name), a.id) < std::tuple(b.name.empty(), fold_name(b.name), b.id);
    });
    return view;
}

}  // namespace leadkeep::app
