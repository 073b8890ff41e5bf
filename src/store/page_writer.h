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
#include "store/page_layout.h"
#include "store/save_state.h"

namespace leadkeep::store {

// What a tab says that another one took the right to write from.
Error lost_to_another_tab();

class PageWriter {
public:
    PageWriter(PageImage& image, platform::BlockStorage& storage, platform::Timers& timers);

    std::function<void()> state_changed = [] {};
    std::function<void()> stored = [] {};      // head() has just come into the storage
    std::function<void()> lost_right = [] {};  // it holds another's head; the writer has stopped, read-only

    // Nothing is stored: the first commit creates everything.
    void begin_empty(Uuid const& database_id);
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
    void retry_now();

    SaveState const& state() const { return state_; }
    Head const& head() const { return head_; }

private:
    enum class Mode : uint8_t { stopped, writing };
    enum class Kind : uint8_t { commit, fold };
    // A transaction as it was sent; kept while it is not known whether it landed.
    struct Attempt {
        Kind kind = Kind::commit;
        Head head;
        Bytes head_bytes;
        StoredLayout::Plan plan;
        platform::Durability durability = platform::Durability::relaxed;
    };
    struct Waiter {
        uint64_t seq;
        std::function<void(Result<>)> on_saved;
    };

    void pump();
    bool commit_is_due() const;
    void send(Kind kind, StoredLayout::Plan plan);
    void answered(platform::StorageAnswer const& answer);
    void landed(Attempt const& attempt);
    void found_other_head(std::optional<Bytes> const& found);
    void failed(platform::StorageAnswer const& answer);
    void plan_idle_fold();
    void refresh_state();
    void call_waiters();
    void refuse_waiters(Error const& error);

    PageImage& image_;
    platform::BlockStorage& storage_;
    platform::Timers& timers_;
    std::shared_ptr<int> alive_ = std::make_shared<int>();  // callbacks that outlive the writer see it gone

    Mode mode_ = Mode::stopped;
    Head head_;                         // as stored; its epoch is the one found until `claimed_`
    std::optional<Bytes> stored_head_;  // what a transaction expects to find
    uint64_t epoch_ = 0;                // the one this tab writes under
    bool claimed_ = false;
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
    SaveState state_;
    std::vector<Waiter> waiters_;
};

}  // namespace leadkeep::store
