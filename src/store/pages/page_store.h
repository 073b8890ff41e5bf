// PageStore: the database file in the browser — an image in memory that SQLite reads and writes through a VFS of ours,
// and whose commits reach IndexedDB by themselves, in order, with at most one transaction in flight (PAGES.md).
// Limits: one thread; the file fits in memory; the native tool uses plain files and SQLite's own VFS instead.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/uuid.h"
#include "platform/block_storage.h"
#include "platform/sentinel.h"
#include "platform/tabs.h"
#include "platform/timer.h"
#include "store/pages/damage.h"
#include "store/pages/save_state.h"

namespace leadkeep::store {

// How the file was found when it was opened.
enum class Beginning : uint8_t {
    first_run,  // nothing was there, and nothing is known to have been: make the schema
    existing,   // opened as it was last saved
    data_gone,  // nothing is there, but something was (sentinel): show the recovery screen, then start_afresh()
};

struct PageStoreInfo {
    Beginning beginning = Beginning::first_run;
    platform::TabRole role = platform::TabRole::writer;
    SaveState save_state;
    Uuid database_id;           // of this file in this browser profile (not the replica id of sync)
    uint64_t lost_commits = 0;  // the browser went back by so many saved commits (a power cut); 0 as a rule
    int64_t last_saved_ms = 0;  // by the sentinel: when data was last seen saved here; 0 unknown
};

// Why a snapshot was taken; the number is stored.
enum class SnapshotReason : uint8_t { migration = 1, import = 2, merge = 3, restore = 4 };

// The whole file as it was after one commit, kept in the storage. Only what changes afterwards takes room.
struct Snapshot {
    uint64_t seq = 0;  // the commit; names the snapshot
    int64_t taken_at_ms = 0;
    SnapshotReason reason = SnapshotReason::import;
    uint64_t file_bytes = 0;
    std::string note;  // what it was taken before, in the person's words: a file's name; at most 200 bytes
};
constexpr size_t most_snapshots = 3;  // the oldest goes when a fourth is taken

// What a PageStore stands on; the browser's or a simulator's. All must outlive the store.
struct PageStoreEnvironment {
    platform::BlockStorage& storage;
    platform::Tabs& tabs;
    platform::Sentinel& sentinel;
    platform::Timers& timers;
    size_t log_room_pages = 4096;  // 16 MB; tests give less
};

class PageStore {
public:
    // `name` names the database in IndexedDB and the file for SQLite ("leadkeep").
    PageStore(std::string name, PageStoreEnvironment environment);
    ~PageStore();
    PageStore(PageStore const&) = delete;
    PageStore& operator=(PageStore const&) = delete;

    // Reads everything, then calls back once (never from inside this call). An Error{corrupt} means: the data there is
    // damaged, nothing was changed, and nothing will be. A browser without storage is no error (memory_only), unless data
    // was saved in it before.
    void open(std::function<void(Result<PageStoreInfo>)> on_ready);

    // For sqlite3_open_v2(file_name(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs_name()), once opened.
    // Every connection sets required_pragmas() first. Any number of connections may be open.
    static char const* vfs_name();
    std::string const& file_name() const;
    static char const* required_pragmas();

    // Asked before BEGIN of every writing transaction: an Error with the sentence to show while saving fails, while this
    // tab is read-only, or before start_afresh() when the data is gone.
    Result<> before_write() const;

    // What is shown as Saved after the next commit survives even a power cut (imports, migrations, mode switches, before
    // an export). The others are relaxed: they survive the end of the browser.
    void next_commit_is_strict();
    // Writes what is pending now, strictly; for visibilitychange to hidden, pagehide, and before an export.
    void flush();
    // Calls back when everything committed up to now is saved strictly, or with the reason why it can't be.
    void when_saved(std::function<void(Result<>)> on_saved);

    SaveState const& save_state() const;
    void on_state_changed(std::function<void(SaveState const&)> callback);

    // The committed file, as any SQLite opens it, and how large it is. After an opening that failed as corrupt: what could
    // be read of it, zeros elsewhere, for a rescue by hand.
    std::vector<uint8_t> export_image() const;
    uint64_t image_bytes() const;

    platform::TabRole role() const;
    // This tab becomes the writer; the other one becomes read-only at once. Calls back when the newest data is loaded.
    void request_take_over(std::function<void(Result<>)> on_done);
    void on_role_changed(std::function<void(platform::TabRole)> callback);
    // The file changed under the open connections (another tab's commits arrived, a take-over): query again.
    void on_content_changed(std::function<void()> callback);
    // So many commits of this tab, none of them shown as saved, are gone: another tab has worked on from the state before
    // them. Told right before the content changes.
    void on_changes_dropped(std::function<void(uint64_t commits)> callback);

    // After Beginning::data_gone or a corrupt opening: the person chose to begin with an empty database (or with a backup).
    // What is stored stays until the first commit, which replaces it all in one transaction.
    void start_afresh();
    // What a corrupt opening found; empty in all other cases.
    Damage const& damage() const;

    // Newest first. A tab that follows knows those that were there when it opened or last became the writer.
    std::vector<Snapshot> const& snapshots() const;
    // Keeps the file as it is now (or as the commits waiting to be saved leave it); calls back when that is saved.
    void take_snapshot(SnapshotReason reason, std::string note, std::function<void(Result<Snapshot>)> on_taken);
    // The file as it was at a snapshot, verified; Error{corrupt} when it can't be read whole. Changes nothing.
    void read_snapshot(uint64_t seq, std::function<void(Result<std::vector<uint8_t>>)> on_read);
    // The file becomes `bytes` (an ordinary SQLite file with pages of 4096 bytes) in one strict commit; history goes on from
    // there. Refused as before_write() is, and while a statement is running. Connections see the new content at once; what
    // their owner keeps of the old one (caches, ids) is the owner's matter. The bytes are not judged: look at them first.
    Result<> replace_file(std::span<uint8_t const> bytes);
    // While failing: new writes are let through although they are not saved. The banner stays, a file export is offered;
    // saving is tried on, and what was done meanwhile is saved when the storage takes it again.
    void continue_unsaved();
    // Tries again now instead of at the next retry.
    void retry_now();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace leadkeep::store
