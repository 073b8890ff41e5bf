#include "sync/new_identity.h"

#include <functional>
#include <map>

#include "store/synced_row.h"

namespace leadkeep::sync {
namespace {

constexpr int portion = 256;  // rows

using RowVisitor = std::function<Result<>(Entity, store::SyncedRow&)>;

Result<> for_each_row(store::SyncedRows& rows, RowVisitor const& visit) {
    for (auto const& table : all_entities()) {
        Uuid last;
        for (;;) {
            auto some = LK_TRY(rows.next(table.entity, last, portion));
            for (auto& row : some) {
                last = row.id;
                LK_CHECK(visit(table.entity, row));
            }
            if (some.size() < portion) break;
        }
    }
    return {};
}

class Renumbering {
public:
    explicit Renumbering(NewIdentity const& change) : change_(change) {}

    void note(Stamp const& stamp) {
        if (is_ours(stamp)) numbers_[stamp.seq] = 0;
    }
    // Without gaps, in the order in which the changes were made.
    int64_t number() {
        int64_t last = 0;
        for (auto& [old_seq, new_seq] : numbers_) new_seq = ++last;
        return last;
    }
    bool apply(Stamp& stamp) const {
        if (!is_ours(stamp)) return false;
        stamp.device = change_.new_device;
        stamp.seq = numbers_.at(stamp.seq);
        return true;
    }

private:
    bool is_ours(Stamp const& stamp) const { return stamp.device == change_.old_device && stamp.seq > change_.agreed_seq; }
    NewIdentity const& change_;
    std::map<int64_t, int64_t> numbers_;
};

// The new device is the same person at the same place: its row says what the old one's says.
Result<int64_t> copy_device_row(store::SyncedRows& rows, NewIdentity const& change, int64_t last_seq) {
    auto row = LK_TRY(rows.find(Entity::device, change.old_device));
    if (!row) return last_seq;
    row->id = change.new_device;
    Stamp const stamp = next_stamp(change.now_ms, change.new_device, last_seq + 1, {});
    for (auto& one : row->stamps)
        if (!one.is_zero()) one = stamp;
    if (!row->made.is_zero()) row->made = stamp;
    LK_CHECK(rows.write(Entity::device, *row, store::WriteAs::new_row));
    return last_seq + 1;
}

}  // namespace

Result<int64_t> take_new_identity(store::Connection& writer, NewIdentity const& change) {
    store::SyncedRows rows(writer);
    Renumbering renumbering(change);
    LK_CHECK(for_each_row(rows, [&](Entity, store::SyncedRow& row) -> Result<> {
        for (auto const& stamp : row.stamps) renumbering.note(stamp);
        renumbering.note(row.made);
        return {};
    }));
    int64_t last_seq = renumbering.number();
    LK_CHECK(for_each_row(rows, [&](Entity entity, store::SyncedRow& row) -> Result<> {
        bool changed = renumbering.apply(row.made);
        for (auto& stamp : row.stamps) changed |= renumbering.apply(stamp);
        return changed ? rows.write(entity, row, store::WriteAs::existing_row) : Result<>{};
    }));
    last_seq = LK_TRY(copy_device_row(rows, change, last_seq));
    auto meta = LK_TRY(writer.prepare("UPDATE meta SET value = ?2 WHERE key = ?1"));
    LK_CHECK(meta.bind(1, std::string_view("device")).bind(2, change.new_device).run());
    LK_CHECK(meta.bind(1, std::string_view("last_seq")).bind(2, last_seq).run());
    return last_seq;
}

}  // namespace leadkeep::sync
