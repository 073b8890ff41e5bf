// Merges a whole sync file into the store: reads it frame by frame, merges each row, keeps the books of what has arrived.
// As a preview it only counts. As a merge it is one transaction: unless it comes to its end, nothing has happened.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/entity.h"
#include "store/store.h"
#include "store/write_scope.h"
#include "sync/checksum.h"
#include "sync/header.h"
#include "sync/row_merge.h"

namespace leadkeep::sync {

// The tables that a person thinks of as records; channels, events and lists come along with them.
bool is_record(Entity entity);

struct RowCounts {
    int64_t fresh = 0, changed = 0, deleted = 0, same = 0, conflicts = 0;
};

struct MergeReport {
    Header header;
    std::array<RowCounts, static_cast<size_t>(Entity::count_)> tables{};
    RowCounts unknown_tables;
    int64_t kept_aside = 0;              // values of a newer version in this file
    bool other_dataset = false;
    bool has_gap = false;                // changes before this file are missing: it wasn't counted as received
    bool own_device_ahead = false;       // the file has changes of this device that this device doesn't
    int64_t records_before = 0, records_after = 0;  // leads, contacts, companies, deals not in the trash
    std::string mode_before, mode_after;            // JSON texts of the setting "mode"

    bool loses_most() const { return records_before >= 20 && records_after * 2 < records_before; }
};

struct MergeOptions {
    enum class As : uint8_t { preview, merge } as = As::merge;
    enum class OtherDataset : uint8_t { join, refuse } other_dataset = OtherDataset::join;
    enum class LargeLoss : uint8_t { refuse, accept } large_loss = LargeLoss::refuse;
    int64_t now_ms = 0;
    Uuid spare_device;  // this device's new id, should it turn out to be a copy or restored from a backup
};

class DocumentMerge {
public:
    // `bytes` must outlive it.
    DocumentMerge(store::Store& store, std::string file_name, std::string_view bytes, MergeOptions options);

    // One frame of the file. False: it is done (and committed); after an error nothing has changed.
    Result<bool> step();
    MergeReport const& report() const { return report_; }
    size_t bytes_done() const { return framer_.offset(); }
    size_t bytes_total() const { return framer_.size(); }

private:
    enum class Phase : uint8_t { start, compare, merge };
    Result<> begin();
    Result<bool> merge_frame(Frame const& frame);
    Result<> start_over(Phase phase);
    Result<bool> compare_frame(Frame const& frame);
    Result<> compare_row(Frame const& frame);
    Result<> leave_identity();
    Result<> begin_rows(size_t offset);
    Result<> take_row(Frame const& frame);
    Result<> merge_known(IncomingRow const& incoming);
    Result<> keep_aside(IncomingRow const& incoming);
    Result<> journal(IncomingRow const& incoming, std::vector<LostValue> const& lost);
    Result<> take_checksum(Frame const& frame);
    Result<bool> finish();
    Result<> keep_books();
    Result<> join_dataset();
    void count(RowCounts& counts, RowMerge const& merge);
    bool merges() const { return options_.as == MergeOptions::As::merge; }

    store::Store* store_;
    store::Connection* connection_ = nullptr;
    MergeOptions options_;
    std::string file_name_;
    std::string_view bytes_;
    Framer framer_;
    Phase phase_ = Phase::start;
    store::Identity identity_;  // as this transaction sees it
    int commits_tried_ = 0;
    int64_t agreed_seq_ = 0;    // while comparing: our greatest seq that the file has as we have it
    std::optional<store::WriteScope> scope_;
    std::optional<store::SyncedRows> rows_;
    HeaderReader header_reader_;
    Knowledge knowledge_;
    SeqVector received_;
    Sha256 checksum_;
    std::string checksum_hex_;
    bool rows_seen_ = false;
    MergeReport report_;
};

}  // namespace leadkeep::sync
