#include "store/page_layout.h"

#include <algorithm>
#include <set>
#include <span>

namespace leadkeep::store {

namespace {

// From this many dirty pages on, extents that are at least half dirty are written whole: no later fold, fewer records.
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

bool StoredLayout::is_live(LogKey key, uint32_t page, PageImage const& image) const {
    return page < image.page_count() && key.seq == newest_log(page) && key.seq > extent_seq(page / extent_pages);
}

void StoredLayout::drop_extents_behind(uint32_t extent_count, Plan& plan) const {
    for (uint32_t index = extent_count; index < extent_seq_.size(); ++index) {
        if (extent_seq_[index] == 0) continue;
        plan.extents_dropped.push_back(index);
        plan.deletes.push_back(extent_key(index));
    }
}

StoredLayout::Plan StoredLayout::plan_commit(Uuid const& database_id, PageImage const& image, uint64_t previous_seq) const {
    Plan plan;
    plan.seq = image.last_commit();
    std::vector<uint32_t> dirty = image.dirty_pages();
    std::sort(dirty.begin(), dirty.end());
    // A commit that only cut the file still leaves a record with its number.
    if (dirty.empty() && plan.seq > previous_seq) dirty.push_back(0);
    std::vector<uint32_t> logged;
    bool const many = dirty.size() >= direct_extents_from_pages;
    for (size_t first = 0; first < dirty.size();) {
        uint32_t const index = dirty[first] / extent_pages;
        size_t last = first;
        while (last < dirty.size() && dirty[last] / extent_pages == index) ++last;
        if (many && (last - first) * 2 >= image.extent(index).size() / page_bytes) {
            plan.puts.push_back({extent_key(index), encode_extent(database_id, image, index, plan.seq)});
            plan.extents_written.push_back(index);
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
        LogKey const key{plan.seq, part};
        plan.puts.push_back({log_key(key), encode_log(database_id, image, key, parts, previous_seq, pages)});
        plan.log_added[key] = {pages.begin(), pages.end()};
    }
    drop_extents_behind(image.extent_count(), plan);
    return plan;
}

StoredLayout::Plan StoredLayout::plan_fold(Uuid const& database_id, PageImage const& image, size_t most_extents) const {
    Plan plan;
    plan.seq = image.last_commit();
    std::set<uint32_t> folded;
    for (auto const& [key, pages] : log_) {
        bool room = true;
        for (uint32_t page : pages) {
            if (!is_live(key, page, image) || folded.contains(page / extent_pages)) continue;
            room = folded.size() < most_extents;
            if (!room) break;
            folded.insert(page / extent_pages);
        }
        if (!room) break;
        plan.log_dropped.push_back(key);
        plan.deletes.push_back(log_key(key));
    }
    for (uint32_t index : folded) {
        plan.puts.push_back({extent_key(index), encode_extent(database_id, image, index, plan.seq)});
        plan.extents_written.push_back(index);
    }
    drop_extents_behind(image.extent_count(), plan);
    return plan;
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
