#include "store/pages/page_loader.h"

#include <algorithm>
#include <memory>

#include "base/i18n.h"

namespace leadkeep::store {

namespace {

using platform::StorageAnswer;
using platform::StorageOutcome;

Error damaged() {
    return {ErrorKind::corrupt,
            tr_mark("The data saved in this browser is damaged. Nothing was changed."),
            {},
            {}};
}

Error newer_format() {
    return {ErrorKind::unsupported, tr_mark("The data in this browser was saved by a newer Leadkeep. Reload the page to get that version."), {}, {}};
}

Error unreachable(StorageAnswer const& answer) {
    return {ErrorKind::storage, tr_mark("The browser did not give the saved data ({0}). Reload the page to try again."), {answer.detail}, {}};
}

Result<> refuse(Error error) { return tl::unexpected<Error>(std::move(error)); }

// Log records that go on from a known commit, group by group, without a gap.
class LogChain {
public:
    LogChain() = default;
    explicit LogChain(uint64_t from_seq) : reached_(from_seq), group_(from_seq) {}

    enum class Link : uint8_t { new_group, same_group, broken };
    Link take(LogRecord const& record) {
        if (record.key.seq == group_) return record.parts == parts_ && record.key.part == parts_seen_++ ? Link::same_group : Link::broken;
        if (record.previous_seq != reached_ || !is_whole() || record.key.part != 0) return Link::broken;
        group_ = reached_ = record.key.seq;
        parts_ = record.parts;
        parts_seen_ = 1;
        return Link::new_group;
    }
    bool is_whole() const { return parts_seen_ == parts_; }
    uint64_t reached() const { return reached_; }

private:
    uint64_t reached_ = 0;
    uint64_t group_ = 0;
    uint32_t parts_ = 0;
    uint32_t parts_seen_ = 0;
};

// Takes the records as they arrive: the head first, then extents, the log from old to new, snapshots.
class Assembly {
public:
    explicit Assembly(std::optional<Uuid> likely_id) : likely_id_(std::move(likely_id)) {}

    void take(std::string_view key, std::span<uint8_t const> value) {
        if (key == head_key())
            note(take_head(value));
        else if (!loaded_.head && !assume_head())
            ++damage_.records_damaged;
        else if (key.starts_with("extent/"))
            note(take_extent(key, value));
        else if (key.starts_with("log/"))
            note(take_log(key, value));
        else if (auto snapshot = decode_snapshot(loaded_.head->database_id, value); snapshot && key == snapshot_key(snapshot->seq))
            loaded_.layout.note_snapshot(std::move(*snapshot));  // one that can't be read is one that is not offered
    }

    Loading finish() && {
        if (loaded_.head) judge();
        if (loaded_.head && chain_.reached() > loaded_.head->seq) {
            loaded_.head->seq = chain_.reached();
            loaded_.head->page_count = loaded_.image.page_count();
            loaded_.head->log_count = static_cast<uint32_t>(loaded_.layout.log_count());
        }
        return {std::move(fault_), StorageOutcome::done, std::move(loaded_), std::move(damage_)};
    }

private:
    // The first fault is the one that is told.
    void note(Result<> taken) {
        ++(taken ? damage_.records_read : damage_.records_damaged);
        if (!taken && fault_) fault_ = std::move(taken);
    }

    void judge() {
        Head const& head = *loaded_.head;
        for (uint32_t page = 0; page < covered_.size(); ++page)
            if (!covered_[page]) damage_.lost_pages.push_back(page);
        uint32_t const there = extents_ + logs_ + damage_.records_damaged, promised = head.extent_count + head.log_count;
        if (!is_assumed_ && there < promised) damage_.records_missing = promised - there;
        bool const all_there = extents_ == head.extent_count && logs_ == head.log_count && newest_seq_ == head.seq &&
                               damage_.lost_pages.empty() && chain_.is_whole();
        if (!all_there && fault_) fault_ = refuse(damaged());
    }

    Result<> take_head(std::span<uint8_t const> value) {
        loaded_.head_bytes.assign(value.begin(), value.end());
        std::optional<Head> const head = decode_head(value);
        if (!head) return refuse(is_newer_head(value) ? newer_format() : damaged());
        if (head->page_count == 0 || head->seq == 0) return refuse(damaged());
        // Every page has a record: a head that promises more than there is room for is a lie, not a reason to allocate.
        uint64_t const most = uint64_t(head->extent_count) * extent_pages + uint64_t(head->log_count) * log_record_pages;
        if (head->page_count > most) return refuse(damaged());
        return begin(*head);
    }

    Result<> begin(Head const& head) {
        loaded_.head = head;
        chain_ = LogChain(head.seq);
        if (!loaded_.image.begin_load(head.page_count, head.seq)) return fail_without_memory();
        covered_.assign(head.page_count, 0);
        extent_seq_.assign(loaded_.image.extent_count(), 0);
        return {};
    }

    // Without a head that can be read, records of the database that was last seen here are gathered for a rescue.
    bool assume_head() {
        if (fault_) fault_ = refuse(damaged());
        if (!likely_id_ || fault_.error().kind == ErrorKind::unsupported) return false;
        damage_.head_lost = is_assumed_ = true;
        constexpr uint64_t any_seq = UINT64_MAX / 2;
        return begin({*likely_id_, 0, any_seq, 0, 0, 0}).has_value();
    }

    Result<> fail_without_memory() {
        loaded_.head.reset();
        return fail(ErrorKind::storage, tr_mark("There is not enough memory to open the data. Close other tabs and reload the page."));
    }

    // The file's size changes, as a log record or (without a head) a page says.
    Result<> set_page_count(uint32_t count, uint64_t seq) {
        if (!loaded_.image.continue_load(count, seq)) return fail_without_memory();
        covered_.resize(count);
        extent_seq_.resize(loaded_.image.extent_count());
        return {};
    }

    Result<> take_extent(std::string_view key, std::span<uint8_t const> value) {
        std::optional<Extent> const extent = decode_extent(loaded_.head->database_id, value);
        if (!extent || key != extent_key(extent->index) || extent->seq == 0 || extent->seq > loaded_.head->seq) return refuse(damaged());
        auto const pages = static_cast<uint32_t>(extent->content.size() / page_bytes);
        if (is_assumed_ && extent->index < most_assumed_extents) LK_CHECK(set_page_count(extent->index * extent_pages + pages, 0));
        if (extent->index >= extent_seq_.size()) return refuse(damaged());
        ++extents_;
        newest_seq_ = std::max(newest_seq_, extent->seq);
        extent_seq_[extent->index] = extent->seq;
        for (uint32_t i = 0; i < pages; ++i)
            take_page(extent->index * extent_pages + i, extent->content.subspan(size_t(i) * page_bytes, page_bytes));
        loaded_.layout.note_extent(extent->index, extent->seq);
        return {};
    }

    Result<> take_log(std::string_view key, std::span<uint8_t const> value) {
        std::optional<LogRecord> record = decode_log(loaded_.head->database_id, value);
        if (!record || key != log_key(record->key) || record->key.seq == 0) return refuse(damaged());
        // Without a head, what is newer than all extents goes on from them.
        if (record->key.seq > (is_assumed_ ? newest_seq_ : loaded_.head->seq)) LK_CHECK(go_on_with(*record));
        else ++logs_;
        if (record->key.seq <= loaded_.head->seq) newest_seq_ = std::max(newest_seq_, record->key.seq);
        for (size_t i = 0; i < record->pages.size(); ++i) {
            uint32_t const page = record->pages[i];
            // A page behind the end was cut off later; one that an extent has newer was folded.
            if (page >= covered_.size() || record->key.seq <= extent_seq_[page / extent_pages]) continue;
            take_page(page, record->content.subspan(i * page_bytes, page_bytes));
        }
        std::erase_if(record->pages, [&](uint32_t page) { return page >= covered_.size(); });
        loaded_.layout.note_log(record->key, std::move(record->pages));
        return {};
    }

    // A commit that came after the head was written.
    Result<> go_on_with(LogRecord const& record) {
        LogChain::Link const link = is_assumed_ ? LogChain::Link::new_group : chain_.take(record);
        if (link == LogChain::Link::broken) return refuse(damaged());
        // A file grows by pages that are in the same group.
        if (record.page_count == 0 || record.page_count > covered_.size() + uint64_t(record.parts) * log_record_pages) return refuse(damaged());
        return set_page_count(record.page_count, record.key.seq);
    }

    void take_page(uint32_t page, std::span<uint8_t const> bytes) {
        if (page >= covered_.size()) return;
        loaded_.image.load_page(page, bytes);
        covered_[page] = 1;
    }

    static constexpr uint32_t most_assumed_extents = 1 << 17;  // 4 GB
    std::optional<Uuid> likely_id_;
    bool is_assumed_ = false;
    LoadedPages loaded_;
    Damage damage_;
    Result<> fault_;
    LogChain chain_;
    std::vector<uint64_t> extent_seq_;
    std::vector<uint8_t> covered_;
    uint32_t extents_ = 0;
    uint32_t logs_ = 0;
    uint64_t newest_seq_ = 0;
};

// The log records after a known commit, as long as they follow on one another.
class Catching {
public:
    explicit Catching(Head known) : known_(std::move(known)), chain_(known_.seq) { newer_.head = known_; }

    void take(std::string_view key, std::span<uint8_t const> value) {
        if (key == head_key()) {
            head_ = decode_head(value);
            return;
        }
        std::optional<LogRecord> const record = head_ ? decode_log(head_->database_id, value) : std::nullopt;
        if (!record || chain_.take(*record) == LogChain::Link::broken) {
            whole_ = false;
            return;
        }
        newer_.head.page_count = record->page_count;
        for (size_t i = 0; i < record->pages.size(); ++i) {
            auto const bytes = record->content.subspan(i * page_bytes, page_bytes);
            newer_.pages[record->pages[i]].assign(bytes.begin(), bytes.end());
        }
    }

    Result<NewerPages> finish() && {
        if (!head_) return tl::unexpected(damaged());
        bool const complete = whole_ && head_->database_id == known_.database_id && chain_.reached() >= head_->seq && chain_.is_whole();
        newer_.reach = complete ? NewerPages::Reach::complete : NewerPages::Reach::too_far;
        newer_.head.epoch = head_->epoch;
        newer_.head.seq = chain_.reached();
        return std::move(newer_);
    }

private:
    Head known_;
    std::optional<Head> head_;
    NewerPages newer_;
    LogChain chain_;
    bool whole_ = true;
};

}  // namespace

void load_pages(platform::BlockStorage& storage, std::optional<Uuid> likely_id, std::function<void(Loading)> on_loaded) {
    auto assembly = std::make_shared<Assembly>(std::move(likely_id));
    storage.load({head_range(), extent_range(), log_range(0), snapshot_range()},
                 [assembly](std::string_view key, std::span<uint8_t const> value) { assembly->take(key, value); },
                 [assembly, on_loaded = std::move(on_loaded)](StorageAnswer const& answer) {
                     Loading loading = std::move(*assembly).finish();
                     loading.outcome = answer.outcome;
                     if (answer.outcome == StorageOutcome::unreadable)
                         loading.whole = refuse(damaged());
                     else if (answer.outcome != StorageOutcome::done)
                         loading.whole = refuse(unreachable(answer));
                     on_loaded(std::move(loading));
                 });
}

void load_newer_pages(platform::BlockStorage& storage, Head const& known, std::function<void(Result<NewerPages>)> on_loaded) {
    auto catching = std::make_shared<Catching>(known);
    storage.load({head_range(), log_range(known.seq)},
                 [catching](std::string_view key, std::span<uint8_t const> value) { catching->take(key, value); },
                 [catching, on_loaded = std::move(on_loaded)](StorageAnswer const& answer) {
                     if (answer.outcome != StorageOutcome::done) return on_loaded(tl::unexpected(unreachable(answer)));
                     on_loaded(std::move(*catching).finish());
                 });
}

}  // namespace leadkeep::store
