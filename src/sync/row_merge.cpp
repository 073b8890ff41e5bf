#include "sync/row_merge.h"

#include <algorithm>

namespace leadkeep::sync {
namespace {

// Where a card lies among others is too small a thing to ask a person about.
bool is_journaled(std::string_view register_name) { return register_name != "position"; }

bool had_arrived(Stamp const& stamp, SeqVector const& received) {
    auto const known = received.find(stamp.device);
    return known != received.end() && stamp.seq <= known->second;
}

bool is_deleted(Entity entity, store::SyncedRow const& row) {
    auto const index = register_index(entity, "deleted");
    return index && !is_null(row.values[store::first_column(entity, *index)]);
}

Cell cell_of(Entity entity, store::SyncedRow const& row, uint8_t index) {
    auto const first = row.values.begin() + static_cast<ptrdiff_t>(store::first_column(entity, index));
    return {{first, first + static_cast<ptrdiff_t>(info(entity).registers[index].columns.size())}, row.stamps[index]};
}

bool is_later(Stamp const& a, Stamp const& b) { return order(a, {}, b, {}) > 0; }

store::SyncedRow empty_row(Entity entity, Uuid const& id) {
    auto const registers = info(entity).registers;
    return {id, std::vector<Value>(store::first_column(entity, registers.size())), std::vector<Stamp>(registers.size()), {}};
}

}  // namespace

RowMerge merge_row(IncomingRow const& incoming, std::optional<store::SyncedRow> local, Knowledge const& knowledge, SeqVector const& received) {
    auto const entity = *incoming.entity;
    RowMerge merge;
    merge.was_here = local.has_value();
    merge.row = local ? std::move(*local) : empty_row(entity, incoming.id);
    merge.was_deleted = is_deleted(entity, merge.row);
    for (auto const& [index, theirs] : incoming.cells) {
        auto const& of = info(entity).registers[index];
        auto const ours = cell_of(entity, merge.row, index);
        bool const same_value = ours.values == theirs.values;
        if (same_value && ours.stamp == theirs.stamp) continue;
        auto const our_text = value_text(of, ours.values), their_text = value_text(of, theirs.values);
        bool const theirs_wins = ours.is_unset() || order(theirs.stamp, their_text, ours.stamp, our_text) > 0;
        if (!same_value && !ours.is_unset() && is_journaled(of.name) && !had_arrived(theirs.stamp, received) &&
            knowledge.concurrent(theirs.stamp, ours.stamp)) {
            merge.lost.push_back(theirs_wins ? LostValue{of.name, our_text, ours.stamp, theirs.stamp}
                                             : LostValue{of.name, their_text, theirs.stamp, ours.stamp});
        }
        if (!theirs_wins) continue;
        merge.changed = true;
        merge.taken.push_back(index);
        std::copy(theirs.values.begin(), theirs.values.end(), merge.row.values.begin() + static_cast<ptrdiff_t>(store::first_column(entity, index)));
        merge.row.stamps[index] = theirs.stamp;
    }
    // A row that says nothing but that it is there.
    if (incoming.cells.empty() && incoming.aside.empty() && !merge.changed && is_later(incoming.shared, merge.row.made)) {
        bool const says_more = std::any_of(merge.row.stamps.begin(), merge.row.stamps.end(), [](Stamp const& stamp) { return !stamp.is_zero(); });
        if (!says_more) merge.row.made = incoming.shared;
        merge.changed = !says_more;
    }
    merge.is_deleted = is_deleted(entity, merge.row);
    return merge;
}

bool merge_aside(TextCells& here, TextCells const& incoming) {
    bool changed = false;
    for (auto const& [name, theirs] : incoming) {
        auto const [ours, is_new] = here.try_emplace(name, theirs);
        if (!is_new && order(theirs.stamp, theirs.value, ours->second.stamp, ours->second.value) > 0) {
            ours->second = theirs;
            changed = true;
        }
        changed = changed || is_new;
    }
    return changed;
}

}  // namespace leadkeep::sync
