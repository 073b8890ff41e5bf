// StoredLayout: which records the storage holds, and what a commit or a fold will change of them.
// The rule that makes it all right: a page's content is that of the newest record that has it. Limits: it plans, it
// does not write; a plan takes effect here only by apply(), once its transaction has landed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "store/page_record.h"

namespace leadkeep::store {

class StoredLayout {
public:
    // What one transaction puts and deletes, and what it means for the layout.
    struct Plan {
        std::vector<platform::Put> puts;
        std::vector<std::string> deletes;
        uint64_t seq = 0;
        std::map<LogKey, std::vector<uint32_t>> log_added;
        std::vector<LogKey> log_dropped;
        std::vector<uint32_t> extents_written;
        std::vector<uint32_t> extents_dropped;
        bool empty() const { return puts.empty() && deletes.empty(); }
    };

    void note_extent(uint32_t index, uint64_t seq);
    void note_log(LogKey key, std::vector<uint32_t> pages);

    // The image's dirty pages: few of them as log records, many of them in one place as extents at once.
    Plan plan_commit(Uuid const& database_id, PageImage const& image, uint64_t previous_seq) const;
    // Turns the oldest log records into extents, at most `most_extents` a step. The image must have no dirty page.
    Plan plan_fold(Uuid const& database_id, PageImage const& image, size_t most_extents) const;
    void apply(Plan const& plan);

    // The head's counts as they will be after the plan.
    uint32_t extent_count_after(Plan const& plan) const;
    uint32_t log_count_after(Plan const& plan) const;
    size_t log_count() const { return log_.size(); }
    size_t log_page_count() const { return log_pages_; }

private:
    uint64_t extent_seq(uint32_t index) const { return index < extent_seq_.size() ? extent_seq_[index] : 0; }
    uint64_t newest_log(uint32_t page) const { return page < newest_log_.size() ? newest_log_[page] : 0; }
    // The record's content of this page is the one that counts.
    bool is_live(LogKey key, uint32_t page, PageImage const& image) const;
    void drop_extents_behind(uint32_t extent_count, Plan& plan) const;

    std::vector<uint64_t> extent_seq_;  // by extent: 0 is not stored
    uint32_t stored_extents_ = 0;
    std::map<LogKey, std::vector<uint32_t>> log_;
    size_t log_pages_ = 0;
    std::vector<uint64_t> newest_log_;  // by page: seq of the newest log record that has it
};

}  // namespace leadkeep::store
