// BEGIN, COMMIT and ROLLBACK with the store's gate around them.
#include "store/write_scope.h"

#include <sqlite3.h>

#include <utility>

#include "base/i18n.h"

namespace leadkeep::store {

Result<WriteScope> WriteScope::begin(Store& store, Durability durability) {
    if (store.writability_ != Writability::writable)
        return fail(ErrorKind::unsupported, tr_mark("This database was written by a newer version. It can be read but not changed."));
    if (store.transaction_open_)
        return fail(ErrorKind::busy, tr_mark("Another change is still being written. Wait until it is finished."));
    LK_CHECK(store.options_.before_write());
    LK_CHECK(LK_TRY(store.writer_->prepare("BEGIN IMMEDIATE")).run());
    store.transaction_open_ = true;
    return WriteScope(store, durability);
}

WriteScope::WriteScope(WriteScope&& other) noexcept
    : store_(std::exchange(other.store_, nullptr)), durability_(other.durability_) {}

WriteScope::~WriteScope() {
    if (store_) roll_back();
}

void WriteScope::roll_back() {
    // After a full disk or an I/O error SQLite has rolled back by itself.
    if (sqlite3_get_autocommit(store_->writer_->handle()) == 0) (void)store_->writer_->execute("ROLLBACK");
    store_->transaction_open_ = false;
}

Result<void> WriteScope::commit() {
    if (durability_ == Durability::strict) store_->options_.next_commit_is_strict();
    LK_CHECK(LK_TRY(store_->writer_->prepare("COMMIT")).run());
    ++store_->revision_;
    store_->transaction_open_ = false;
    store_ = nullptr;
    return {};
}

}  // namespace leadkeep::store
