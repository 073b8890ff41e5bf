// Writes a sync file from the store in portions: everything, or what a receiver with a given vector has not seen.
// Limits: nothing may change between two portions; what is committed is what is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"
#include "store/synced_row.h"
#include "sync/checksum.h"
#include "sync/header.h"
#include "sync/row.h"

namespace leadkeep::sync {

class DocumentWriter {
public:
    // `since`: what the receiver has; nullopt: everything. `created`: ISO 8601 of now.
    DocumentWriter(store::Store& store, std::optional<SeqVector> since, std::string created);

    // Appends the next portion; false: that was the last.
    Result<bool> append(std::string& out);
    int64_t rows_written() const { return rows_written_; }
    // Roughly: tables done of all tables.
    size_t tables_done() const { return table_; }
    size_t tables_total() const { return tables_.size(); }

private:
    struct AsideRow {
        Uuid id;
        TextCells cells;
    };
    Result<> begin(std::string& out);
    Result<Header> header();
    Result<> append_some_rows(std::string& out);
    Result<std::vector<AsideRow>> next_aside(std::string const& table);
    void append_one(std::string& out, std::string const& table, Uuid const& id, TextCells cells, Stamp made);
    bool is_wanted(Stamp const& stamp) const;

    store::Store* store_;
    store::SyncedRows rows_;
    std::optional<SeqVector> since_;
    std::string created_;
    std::vector<std::string> tables_;  // sorted: ours and those kept aside
    size_t table_ = 0;
    Uuid last_id_;
    bool begun_ = false;
    int64_t rows_written_ = 0;
    Sha256 checksum_;
};

}  // namespace leadkeep::sync
