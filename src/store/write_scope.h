// One SQLite transaction on the store's writer, through the store's gate: refused while storage fails or another is
// open, rolled back unless committed. Commands use Transaction (transaction.h), which adds stamps, events and Undo;
// only what brings its own stamps (merging, migrations, drafts) uses this directly.
#pragma once

#include "base/result.h"
#include "store/store.h"

namespace leadkeep::store {

class WriteScope {
public:
    static Result<WriteScope> begin(Store& store, Durability durability = Durability::relaxed);
    WriteScope(WriteScope&&) noexcept;
    WriteScope& operator=(WriteScope&&) = delete;
    ~WriteScope();

    Connection& connection() { return store_->writer(); }
    Store& store() { return *store_; }
    // `busy` leaves it open: a screen's query was still running; commit again when it is done.
    Result<void> commit();

private:
    WriteScope(Store& store, Durability durability) : store_(&store), durability_(durability) {}
    void roll_back();
    Store* store_;
    Durability durability_;
};

}  // namespace leadkeep::store
