// PageWriter: brings an image's commits into the storage, in order, with at most one transaction in flight; commits that
// wait are joined into the next. What it does after each kind of failure is in PAGES.md.
// Limits: it owns neither the image nor the storage; it never blocks and never reads.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "platform/block_storage.h"
#include "platform/timer.h"
#include "store/pages/page_layout.h"
#include "store/pages/save_state.h"

namespace leadkeep::store {

// What a tab says that another one took the right to write from.
Error lost_to_another_tab();

class PageWriter {
public:
    // log_room_pages: a log that holds as many is folded along with the commits.
    PageWriter(PageImage& image, platform::BlockStorage& storage, platform::Timers& timers, size_t log_room_pages);

    std::function<void()> state_changed = [] {};
    std::function<void()> stored = [] {};      // head() has just come into the storage
    std::function<void()> lost_right = [] {};  // it holds another's head; the writer has stopped, read-only

    // Nothing is stored: the first commit creates everything.
    void begin_empty(Uuid const& database_id);
    // What is stored is given up, unless it has changed by then: the first commit replaces it all.
    void begin_over(Uuid const& database_id, std::optional<Bytes> found_head);
    // The image was loaded from this head. The right to write is claimed in the storage at once (the epoch grows).
    void begin_from(Head const& head, Bytes head_bytes, StoredLayout layout);
    // From now on nothing is written; what is not saved yet stays in memory. An answer still under way is ignored.
    void stop(SaveStatus status, Error reason);
    // This tab's epoch is in the storage: no other tab can write any more without taking over.
    bool has_claimed() const { return claimed_; }
    bool is_writing() const { return mode_ == Mode::writing; }

    void committed();  // the image has a new commit
    void next_commit_is_strict() { next_is_strict_ = true; }
    void flush();
    void when_saved(std::function<void(Result<>)> on_saved);
    // The file as the next transaction leaves it becomes a snapshot (its seq and page count are filled in).
    void take_snapshot(SnapshotRecord snapshot, size_t most, std::function<void(Result<SnapshotRecord>)> on_taken);
    void retry_now();
    // Asks the storage whether it still holds what this tab last wrote: another tab may have taken the right unheard.
    void verify_right();

    SaveState const& state() const { return state_; }
    // What is stored, the log records behind the head record's seq taken in.
    Head const& head() const { return head_; }
    std::vector<SnapshotRecord> const& snapshots() const { return layout_.snapshots(); }

private:
    enum class Mode : uint8_t { stopped, writing };
    // A transaction as it was sent; kept while it is not known whether it landed.
    struct Attempt {
        Head head;                        // what is stored when it has landed
        std::optional<Bytes> head_bytes;  // nothing: it only adds to the log, and the head record stays
        StoredLayout::Plan plan;
        platform::Durability durability = platform::Durability::relaxed;
    };
    struct Waiter {
        uint64_t seq;
        std::function<void(Result<>)> on_saved;
    };
    struct WantedSnapshot {
        SnapshotRecord record;
        size_t most;
        std::function<void(Result<SnapshotRecord>)> on_taken;
    };

    void pump();
    bool commit_is_due() const;
    void send_commit();
    void send_fold();
    void send(StoredLayout::Plan plan);
    void watch_for_answer();
    void answered(platform::StorageAnswer const& answer);
    void landed(Attempt const& attempt);
    void found_other_head(std::optional<Bytes> const& found);
    void failed(platform::StorageAnswer const& answer);
    void plan_idle_fold();
    void refresh_state();
    void call_waiters();
    void refuse_waiters(Error const& error);
    std::function<void()> snapshot_landed(StoredLayout::Plan const& plan);

    PageImage& image_;
    platform::BlockStorage& storage_;
    platform::Timers& timers_;
    std::shared_ptr<int> alive_ = std::make_shared<int>();  // callbacks that outlive the writer see it gone

    Mode mode_ = Mode::stopped;
    Head head_;                         // its epoch is the one found until `claimed_`
    std::optional<Bytes> stored_head_;  // the head record as a transaction expects to find it
    uint64_t epoch_ = 0;                // the one this tab writes under
    bool claimed_ = false;
    bool right_is_doubtful_ = false;
    bool gives_up_stored_ = false;  // everything stored goes with the next transaction
    size_t const log_room_pages_;
    StoredLayout layout_;

    std::optional<Attempt> in_flight_;
    std::vector<Attempt> uncertain_;  // sent, the answer lost; one of them may have landed
    int failures_ = 0;                // in a row
    bool retry_waits_ = false;
    bool fold_waits_ = false;
    bool folding_ = false;              // the log was long enough: fold until it is empty
    uint64_t folded_at_activity_ = UINT64_MAX;
    uint64_t activity_ = 0;  // grows with every commit, to find quiet moments
    uint64_t generation_ = 0;  // grows with begin_… and stop: answers of earlier lives are ignored

    bool next_is_strict_ = false;
    uint64_t strict_up_to_ = 0;   // wanted
    uint64_t strict_saved_ = 0;   // reached
    bool failing_ = false;
    uint64_t sent_ = 0;     // transactions
    bool watches_ = false;  // a timer looks whether the answer comes
    bool late_ = false;     // it has not come for long, and changes wait for it
    SaveState state_;
    std::vector<Waiter> waiters_;
    std::vector<WantedSnapshot> wanted_snapshots_;
};

}  // namespace leadkeep::store
