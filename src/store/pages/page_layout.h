// StoredLayout: which records the storage holds, and what a commit or a fold will change of them.
// The rule that makes it all right: a page's content is that of the newest record that has it. A record that a snapshot
// needs is copied before it is replaced. Limits: it plans, it does not write; a plan takes effect here only by apply(), once
// its transaction has landed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/pages/page_record.h"

namespace leadkeep::store {

class StoredLayout {
public:
    // What one transaction puts and deletes, and what it means for the layout.
    struct Plan {
        std::vector<platform::Copy> copies;
        std::vector<platform::KeyRange> deleted_ranges;
        std::vector<platform::Put> puts;
        std::vector<std::string> deletes;
        uint64_t seq = 0;
        std::map<LogKey, std::vector<uint32_t>> log_added;
        std::vector<LogKey> log_dropped;
        std::vector<uint32_t> extents_written;
        std::vector<uint32_t> extents_dropped;
        std::optional<SnapshotRecord> snapshot_added;
        std::vector<uint64_t> snapshots_dropped;
        // It only adds log records: the head may stay as it is.
        bool only_appends() const { return !log_added.empty() && deletes.empty() && extents_written.empty() && !snapshot_added; }
    };

    void note_extent(uint32_t index, uint64_t seq);
    void note_log(LogKey key, std::vector<uint32_t> pages);
    void note_snapshot(SnapshotRecord snapshot);  // from old to new

    // The image's dirty pages: as log records while the log has room, else many of them in one place as extents at once.
    Plan plan_commit(Uuid const& database_id, PageImage const& image, uint64_t previous_seq, size_t log_room_pages) const;
    // Not right behind a snapshot: an extent written now would bear its number, and seem to be one that it saw.
    bool may_fold(PageImage const& image) const {
        return !log_.empty() && (snapshots_.empty() || snapshots_.back().seq < image.last_commit());
    }
    // Adds to a plan, when that may be, that the oldest log records become extents, at most `most_extents` of them. The plan
    // must bring all dirty pages, else the image must have none.
    void plan_fold(Uuid const& database_id, PageImage const& image, size_t most_extents, Plan& plan) const;
    // Adds to a plan that the file as it will be stays as a snapshot; the oldest goes when there are more than `most`.
    void plan_snapshot(Uuid const& database_id, SnapshotRecord snapshot, size_t most, Plan& plan) const;
    void apply(Plan const& plan);

    // The head's counts as they will be after the plan.
    uint32_t extent_count_after(Plan const& plan) const;
    uint32_t log_count_after(Plan const& plan) const;
    size_t log_count() const { return log_.size(); }
    size_t log_page_count() const { return log_pages_; }
    std::vector<SnapshotRecord> const& snapshots() const { return snapshots_; }  // from old to new

private:
    uint64_t extent_seq(uint32_t index) const { return index < extent_seq_.size() ? extent_seq_[index] : 0; }
    uint64_t newest_log(uint32_t page) const { return page < newest_log_.size() ? newest_log_[page] : 0; }
    // The record's content of this page is the one that counts.
    bool is_live(LogKey key, uint32_t page, PageImage const& image) const;
    void write_extent(Uuid const& database_id, PageImage const& image, uint32_t index, Plan& plan) const;
    void drop_extents_behind(uint32_t extent_count, Plan& plan) const;
    void keep_for_snapshots(std::string const& key, uint64_t seq, Plan& plan) const;

    std::vector<uint64_t> extent_seq_;  // by extent: 0 is not stored
    uint32_t stored_extents_ = 0;
    std::map<LogKey, std::vector<uint32_t>> log_;
    size_t log_pages_ = 0;
    std::vector<uint64_t> newest_log_;  // by page: seq of the newest log record that has it
    std::vector<SnapshotRecord> snapshots_;
};

}  // namespace leadkeep::store
