#include "store/pages/page_layout.h"

#include <algorithm>
#include <set>
#include <span>

namespace leadkeep::store {

namespace {

// A commit goes to the log, which is quicker: somebody waits for it, and nobody for the fold. When the log has no room for
// it, a commit of so many pages writes extents that are at least half dirty whole, which spares the fold.
constexpr size_t direct_extents_from_pages = 32;

}  // namespace

void StoredLayout::note_extent(uint32_t index, uint64_t seq) {
    if (index >= extent_seq_.size()) extent_seq_.resize(index + 1);
    stored_extents_ += extent_seq_[index] == 0;
    extent_seq_[index] = seq;
}

void StoredLayout::note_log(LogKey key, std::vector<uint32_t> pages) {
    for (uint32_t page : pages) {
        if (page >= newest_log_.size()) newest_log_.resize(page + 1);
        newest_log_[page] = std::max(newest_log_[page], key.seq);
    }
    log_pages_ += pages.size();
    log_[key] = std::move(pages);
}

void StoredLayout::note_snapshot(SnapshotRecord snapshot) {
    std::erase_if(snapshots_, [&](SnapshotRecord const& one) { return one.seq == snapshot.seq; });
    snapshots_.push_back(std::move(snapshot));
}

bool StoredLayout::is_live(LogKey key, uint32_t page, PageImage const& image) const {
    return page < image.page_count() && key.seq == newest_log(page) && key.seq > extent_seq(page / extent_pages);
}

void StoredLayout::drop_extents_behind(uint32_t extent_count, Plan& plan) const {
    for (uint32_t index = extent_count; index < extent_seq_.size(); ++index) {
        if (extent_seq_[index] == 0) continue;
        keep_for_snapshots(extent_key(index), extent_seq_[index], plan);
        plan.extents_dropped.push_back(index);
        plan.deletes.push_back(extent_key(index));
    }
}

// The copy belongs to the newest snapshot; older ones find it there too, since nothing changed the record in between.
void StoredLayout::keep_for_snapshots(std::string const& key, uint64_t seq, Plan& plan) const {
    if (!snapshots_.empty() && seq <= snapshots_.back().seq) plan.copies.push_back({key, kept_key(snapshots_.back().seq, key)});
}

void StoredLayout::write_extent(Uuid const& database_id, PageImage const& image, uint32_t index, Plan& plan) const {
    if (uint64_t const before = extent_seq(index)) keep_for_snapshots(extent_key(index), before, plan);
    plan.puts.push_back({extent_key(index), encode_extent(database_id, image, index, plan.seq)});
    plan.extents_written.push_back(index);
}

StoredLayout::Plan StoredLayout::plan_commit(Uuid const& database_id, PageImage const& image, uint64_t previous_seq,
                                             size_t log_room_pages) const {
    Plan plan;
    plan.seq = image.last_commit();
    std::vector<uint32_t> dirty = image.dirty_pages();
    std::sort(dirty.begin(), dirty.end());
    // A commit that only cut the file still leaves a record with its number.
    if (dirty.empty() && plan.seq > previous_seq) dirty.push_back(0);
    std::vector<uint32_t> logged;
    bool const many = dirty.size() >= direct_extents_from_pages && log_pages_ + dirty.size() > log_room_pages;
    for (size_t first = 0; first < dirty.size();) {
        uint32_t const index = dirty[first] / extent_pages;
        size_t last = first;
        while (last < dirty.size() && dirty[last] / extent_pages == index) ++last;
        if (many && (last - first) * 2 >= image.extent(index).size() / page_bytes) {
            write_extent(database_id, image, index, plan);
        } else {
            logged.insert(logged.end(), dirty.begin() + static_cast<ptrdiff_t>(first), dirty.begin() + static_cast<ptrdiff_t>(last));
        }
        first = last;
    }
    // A tab that follows must not take the log for the whole of this commit.
    if (!plan.extents_written.empty()) previous_seq = plan.seq;
    auto const parts = static_cast<uint32_t>((logged.size() + log_record_pages - 1) / log_record_pages);
    for (uint32_t part = 0; part < parts; ++part) {
        size_t const first = size_t(part) * log_record_pages;
        std::span<uint32_t const> const pages(logged.data() + first, std::min<size_t>(log_record_pages, logged.size() - first));
        LogRecord const record{{plan.seq, part}, previous_seq, parts, image.page_count(), {pages.begin(), pages.end()}, {}};
        plan.puts.push_back({log_key(record.key), encode_log(database_id, image, record)});
        plan.log_added[record.key] = record.pages;
    }
    drop_extents_behind(image.extent_count(), plan);
    return plan;
}

void StoredLayout::plan_fold(Uuid const& database_id, PageImage const& image, size_t most_extents, Plan& plan) const {
    plan.seq = image.last_commit();
    if (!may_fold(image)) return;
    std::set<uint32_t> folded(plan.extents_written.begin(), plan.extents_written.end());
    most_extents += folded.size();
    for (auto const& [key, pages] : log_) {
        bool room = true;
        for (uint32_t page : pages) {
            if (!is_live(key, page, image) || folded.contains(page / extent_pages)) continue;
            room = folded.size() < most_extents;
            if (!room) break;
            folded.insert(page / extent_pages);
        }
        if (!room) break;
        keep_for_snapshots(log_key(key), key.seq, plan);
        plan.log_dropped.push_back(key);
        plan.deletes.push_back(log_key(key));
    }
    for (uint32_t index : plan.extents_written) folded.erase(index);
    for (uint32_t index : folded) write_extent(database_id, image, index, plan);
}

void StoredLayout::plan_snapshot(Uuid const& database_id, SnapshotRecord snapshot, size_t most, Plan& plan) const {
    snapshot.seq = plan.seq;
    plan.puts.push_back({snapshot_key(snapshot.seq), encode_snapshot(database_id, snapshot)});
    bool const replaces_the_newest = !snapshots_.empty() && snapshots_.back().seq == snapshot.seq;
    size_t const after = snapshots_.size() + (replaces_the_newest ? 0 : 1);
    for (size_t i = 0; i + most < after; ++i) {
        uint64_t const oldest = snapshots_[i].seq;
        plan.snapshots_dropped.push_back(oldest);
        plan.deletes.push_back(snapshot_key(oldest));
        plan.deleted_ranges.push_back(kept_range_through(oldest));
    }
    plan.snapshot_added = std::move(snapshot);
}

void StoredLayout::apply(Plan const& plan) {
    for (LogKey key : plan.log_dropped) {
        auto const found = log_.find(key);
        if (found == log_.end()) continue;
        log_pages_ -= found->second.size();
        log_.erase(found);
    }
    for (auto const& [key, pages] : plan.log_added) note_log(key, pages);
    for (uint32_t index : plan.extents_written) note_extent(index, plan.seq);
    for (uint32_t index : plan.extents_dropped) {
        stored_extents_ -= extent_seq_[index] != 0;
        extent_seq_[index] = 0;
    }
    for (uint64_t seq : plan.snapshots_dropped) std::erase_if(snapshots_, [&](SnapshotRecord const& one) { return one.seq == seq; });
    if (plan.snapshot_added) note_snapshot(*plan.snapshot_added);
}

uint32_t StoredLayout::extent_count_after(Plan const& plan) const {
    auto const added = std::count_if(plan.extents_written.begin(), plan.extents_written.end(),
                                     [&](uint32_t index) { return extent_seq(index) == 0; });
    return stored_extents_ + static_cast<uint32_t>(added) - static_cast<uint32_t>(plan.extents_dropped.size());
}

uint32_t StoredLayout::log_count_after(Plan const& plan) const {
    return static_cast<uint32_t>(log_.size() + plan.log_added.size() - plan.log_dropped.size());
}

}  // namespace leadkeep::store
