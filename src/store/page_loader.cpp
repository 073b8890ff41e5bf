#include "store/page_loader.h"

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

// Takes the records as they arrive: the head first, then extents, then the log from old to new.
class Assembly {
public:
    void take(std::string_view key, std::span<uint8_t const> value) {
        if (key == head_key())
            note(take_head(value));
        else if (!loaded_.head)
            note(refuse(damaged()));
        else if (key.starts_with("extent/"))
            note(take_extent(key, value));
        else if (key.starts_with("log/"))
            note(take_log(key, value));
    }

    Loading finish() && {
        if (loaded_.head) {
            Head const& head = *loaded_.head;
            bool const all_there = extents_ == head.extent_count && logs_ == head.log_count && newest_seq_ == head.seq &&
                                   covered_count_ == head.page_count;
            if (!all_there) note(refuse(damaged()));
        }
        return {std::move(fault_), StorageOutcome::done, std::move(loaded_)};
    }

private:
    // The first fault is the one that is told.
    void note(Result<> taken) {
        if (!taken && fault_) fault_ = std::move(taken);
    }

    Result<> take_head(std::span<uint8_t const> value) {
        std::optional<Head> const head = decode_head(value);
        if (!head) return refuse(is_newer_head(value) ? newer_format() : damaged());
        if (head->page_count == 0 || head->seq == 0) return refuse(damaged());
        // Every page has a record: a head that promises more than there is room for is a lie, not a reason to allocate.
        uint64_t const most = uint64_t(head->extent_count) * extent_pages + uint64_t(head->log_count) * log_record_pages;
        if (head->page_count > most) return refuse(damaged());
        loaded_.head = head;
        loaded_.head_bytes.assign(value.begin(), value.end());
        if (!loaded_.image.begin_load(loaded_.head->page_count, loaded_.head->seq))
            return fail_without_memory();
        covered_.assign(loaded_.head->page_count, 0);
        extent_seq_.assign(loaded_.image.extent_count(), 0);
        return {};
    }

    Result<> fail_without_memory() {
        loaded_.head.reset();
        return fail(ErrorKind::storage, tr_mark("There is not enough memory to open the data. Close other tabs and reload the page."));
    }

    Result<> take_extent(std::string_view key, std::span<uint8_t const> value) {
        std::optional<Extent> const extent = decode_extent(loaded_.head->database_id, value);
        if (!extent || key != extent_key(extent->index) || extent->seq == 0 || extent->seq > loaded_.head->seq) return refuse(damaged());
        if (extent->index >= extent_seq_.size()) return refuse(damaged());
        ++extents_;
        newest_seq_ = std::max(newest_seq_, extent->seq);
        extent_seq_[extent->index] = extent->seq;
        for (uint32_t i = 0; i < extent->content.size() / page_bytes; ++i)
            take_page(extent->index * extent_pages + i, extent->content.subspan(size_t(i) * page_bytes, page_bytes));
        loaded_.layout.note_extent(extent->index, extent->seq);
        return {};
    }

    Result<> take_log(std::string_view key, std::span<uint8_t const> value) {
        std::optional<LogRecord> record = decode_log(loaded_.head->database_id, value);
        if (!record || key != log_key(record->key) || record->key.seq == 0 || record->key.seq > loaded_.head->seq) return refuse(damaged());
        ++logs_;
        newest_seq_ = std::max(newest_seq_, record->key.seq);
        for (size_t i = 0; i < record->pages.size(); ++i) {
            uint32_t const page = record->pages[i];
            // A page behind the end was cut off later; one that an extent has newer was folded.
            if (page >= loaded_.head->page_count || record->key.seq <= extent_seq_[page / extent_pages]) continue;
            take_page(page, record->content.subspan(i * page_bytes, page_bytes));
        }
        std::erase_if(record->pages, [&](uint32_t page) { return page >= loaded_.head->page_count; });
        loaded_.layout.note_log(record->key, std::move(record->pages));
        return {};
    }

    void take_page(uint32_t page, std::span<uint8_t const> bytes) {
        if (page >= loaded_.head->page_count) return;
        loaded_.image.load_page(page, bytes);
        covered_count_ += covered_[page] == 0;
        covered_[page] = 1;
    }

    LoadedPages loaded_;
    Result<> fault_;
    std::vector<uint64_t> extent_seq_;
    std::vector<uint8_t> covered_;
    uint32_t covered_count_ = 0;
    uint32_t extents_ = 0;
    uint32_t logs_ = 0;
    uint64_t newest_seq_ = 0;
};

// The log records after a known commit, as long as they follow on one another.
class Catching {
public:
    explicit Catching(Head known) : known_(std::move(known)), reached_(known_.seq) {}

    void take(std::string_view key, std::span<uint8_t const> value) {
        if (key == head_key()) {
            head_ = decode_head(value);
            newer_.head_bytes.assign(value.begin(), value.end());
            return;
        }
        std::optional<LogRecord> const record = head_ ? decode_log(head_->database_id, value) : std::nullopt;
        if (!record) return broken();
        if (record->key.seq == group_) {
            if (record->parts != parts_) return broken();
        } else {
            if (record->previous_seq != reached_ || parts_seen_ != parts_) return broken();
            group_ = reached_ = record->key.seq;
            parts_ = record->parts;
            parts_seen_ = 0;
        }
        ++parts_seen_;
        for (size_t i = 0; i < record->pages.size(); ++i) {
            auto const bytes = record->content.subspan(i * page_bytes, page_bytes);
            newer_.pages[record->pages[i]].assign(bytes.begin(), bytes.end());
        }
    }

    Result<NewerPages> finish() && {
        if (!head_) return tl::unexpected(damaged());
        newer_.head = *head_;
        bool const complete = whole_ && head_->database_id == known_.database_id && reached_ == head_->seq && parts_seen_ == parts_;
        newer_.reach = complete ? NewerPages::Reach::complete : NewerPages::Reach::too_far;
        return std::move(newer_);
    }

private:
    void broken() { whole_ = false; }

    Head known_;
    std::optional<Head> head_;
    NewerPages newer_;
    uint64_t reached_;
    uint64_t group_ = 0;
    uint32_t parts_ = 0;
    uint32_t parts_seen_ = 0;
    bool whole_ = true;
};

}  // namespace

void load_pages(platform::BlockStorage& storage, std::function<void(Loading)> on_loaded) {
    auto assembly = std::make_shared<Assembly>();
    storage.load({head_range(), extent_range(), log_range(0)},
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
