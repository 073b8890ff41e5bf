#include "store/pages/page_snapshot.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "base/i18n.h"

namespace leadkeep::store {

namespace {

Error unreadable() {
    return {ErrorKind::corrupt, tr_mark("This state can't be restored: what was kept of it is damaged. Nothing was changed."), {}, {}};
}

// Takes the kept records, from the snapshot's own to those of newer snapshots, then the current ones. The first record that
// comes for an extent is the one that the snapshot saw: had it been replaced before, the one before it had been kept.
class SnapshotAssembly {
public:
    SnapshotAssembly(Uuid const& database_id, uint64_t seq) : database_id_(database_id), seq_(seq) {}

    void take(std::string_view key, std::span<uint8_t const> value) {
        if (key == snapshot_key(seq_)) return take_snapshot(value);
        if (key.starts_with("snapshot/") || !snapshot_) return;
        if (key.starts_with("kept/")) key.remove_prefix(kept_key(0, "").size());
        if (key.starts_with("extent/")) take_extent(value);
        else if (key.starts_with("log/")) take_log(value);
    }

    Result<std::vector<uint8_t>> finish() && {
        if (out_of_memory_) return fail(ErrorKind::storage, tr_mark("There is no memory left for this."));
        if (!snapshot_) return tl::unexpected(unreadable());
        is_damaged_ |= extents_ != snapshot_->extent_count || log_.size() != snapshot_->log_count;
        for (auto const& [key, bytes] : log_) {
            std::optional<LogRecord> const record = decode_log(database_id_, bytes);
            for (size_t i = 0; i < record->pages.size(); ++i) {
                uint32_t const page = record->pages[i];
                if (page < snapshot_->page_count && key.seq > extent_seq_[page / extent_pages])
                    take_page(page, record->content.subspan(i * page_bytes, page_bytes));
            }
        }
        bool const whole = std::all_of(covered_.begin(), covered_.end(), [](uint8_t covered) { return covered != 0; });
        if (is_damaged_ || !whole) return tl::unexpected(unreadable());
        std::vector<uint8_t> file(image_.size_bytes());
        image_.read(0, file);
        return file;
    }

private:
    void take_snapshot(std::span<uint8_t const> value) {
        snapshot_ = decode_snapshot(database_id_, value);
        if (!snapshot_) return;
        covered_.assign(snapshot_->page_count, 0);
        extent_seq_.assign((snapshot_->page_count + extent_pages - 1) / extent_pages, 0);
        extent_seen_.assign(extent_seq_.size(), 0);
        out_of_memory_ = !image_.begin_load(snapshot_->page_count, seq_);
        if (out_of_memory_) snapshot_.reset();
    }

    void take_extent(std::span<uint8_t const> value) {
        std::optional<Extent> const extent = decode_extent(database_id_, value);
        if (!extent) return;  // missed by the count, if it is one of ours
        if (extent->index >= extent_seq_.size() || extent_seen_[extent->index]++ || extent->seq > seq_) return;
        ++extents_;
        extent_seq_[extent->index] = extent->seq;
        for (uint32_t i = 0; i < extent->content.size() / page_bytes; ++i)
            take_page(extent->index * extent_pages + i, extent->content.subspan(size_t(i) * page_bytes, page_bytes));
    }

    void take_log(std::span<uint8_t const> value) {
        std::optional<LogRecord> const record = decode_log(database_id_, value);
        if (record && record->key.seq <= seq_) log_[record->key].assign(value.begin(), value.end());
    }

    void take_page(uint32_t page, std::span<uint8_t const> bytes) {
        if (page >= covered_.size()) return;
        image_.load_page(page, bytes);
        covered_[page] = 1;
    }

    Uuid database_id_;
    uint64_t seq_;
    std::optional<SnapshotRecord> snapshot_;
    PageImage image_;
    uint32_t extents_ = 0;
    std::vector<uint64_t> extent_seq_;
    std::vector<uint8_t> extent_seen_;
    std::vector<uint8_t> covered_;
    std::map<LogKey, Bytes> log_;
    bool is_damaged_ = false;
    bool out_of_memory_ = false;
};

}  // namespace

void load_snapshot(platform::BlockStorage& storage, Uuid const& database_id, uint64_t seq,
                   std::function<void(Result<std::vector<uint8_t>>)> on_loaded) {
    auto assembly = std::make_shared<SnapshotAssembly>(database_id, seq);
    storage.load({snapshot_range(), kept_range(seq), extent_range(), log_range(0)},
                 [assembly](std::string_view key, std::span<uint8_t const> value) { assembly->take(key, value); },
                 [assembly, on_loaded = std::move(on_loaded)](platform::StorageAnswer const& answer) {
                     if (answer.outcome == platform::StorageOutcome::done) return on_loaded(std::move(*assembly).finish());
                     on_loaded(fail(ErrorKind::storage, tr_mark("The browser did not give the saved data ({0}). Reload the page to try again."),
                                    {answer.detail}));
                 });
}

}  // namespace leadkeep::store
