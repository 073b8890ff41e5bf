#include "store/pages/page_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "base/i18n.h"
#include "platform/random.h"

namespace leadkeep::store {

namespace {

using platform::Durability;
using platform::StorageAnswer;
using platform::StorageOutcome;

// The log may grow to about 1 MB before it is folded in a quiet moment.
constexpr size_t fold_from_log_pages = 256;
constexpr size_t fold_from_log_records = 128;
constexpr size_t fold_step_extents = 16;
constexpr int quiet_before_fold_ms = 400;
constexpr int between_folds_ms = 40;
constexpr int fold_retry_ms = 30000;

constexpr std::array retry_after_ms = {10, 100, 400, 1000, 2000, 5000};
// No answer for so long is told, long before the browser is given up on (web/storage_answer.js) and the next try begins.
constexpr int late_after_ms = 5000;
// One aborted transaction is no reason to alarm anybody; the second in a row is.
constexpr int failing_from_failures = 2;

Error reason_of(StorageAnswer const& answer) {
    switch (answer.outcome) {
        case StorageOutcome::full:
            return {ErrorKind::storage,
                    tr_mark("The disk or the browser's storage is full: changes can't be saved. Free some space, or save your "
                            "data to a file."),
                    {},
                    {}};
        case StorageOutcome::unavailable:
            return {ErrorKind::storage, tr_mark("The browser does not let this page save data. Save your data to a file."), {}, {}};
        default:
            return {ErrorKind::storage,
                    tr_mark("Changes can't be saved at the moment ({0}). Leadkeep keeps trying; save your data to a file to be safe."),
                    {answer.detail},
                    {}};
    }
}

uint32_t random_number() {
    std::array<uint8_t, sizeof(uint32_t)> bytes{};
    platform::random_bytes(bytes);
    uint32_t number = 0;
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
}

Error no_answer_yet() {
    return {ErrorKind::storage,
            tr_mark("Saving takes unusually long: the browser has not answered for some seconds. Leadkeep waits and tries again."),
            {},
            {}};
}

Error storage_damaged() {
    return {ErrorKind::corrupt, tr_mark("The data saved in this browser was damaged while it was open. Save your data to a file."), {}, {}};
}

}  // namespace

Error lost_to_another_tab() {
    return {ErrorKind::busy, tr_mark("Leadkeep is open in another tab. This tab shows the data and can't change it."), {}, {}};
}

PageWriter::PageWriter(PageImage& image, platform::BlockStorage& storage, platform::Timers& timers, size_t log_room_pages)
    : image_(image), storage_(storage), timers_(timers), log_room_pages_(log_room_pages) {}

void PageWriter::begin_empty(Uuid const& database_id) {
    ++generation_;
    mode_ = Mode::writing;
    head_ = Head{.database_id = database_id};
    stored_head_.reset();
    epoch_ = 1;
    right_is_doubtful_ = false;
    claimed_ = true;  // there is nothing yet to claim: the first commit expects to find no head
    gives_up_stored_ = false;
    layout_ = {};
    uncertain_.clear();
    in_flight_.reset();
    failures_ = 0;
    failing_ = late_ = retry_waits_ = fold_waits_ = false;
    strict_saved_ = strict_up_to_ = image_.last_commit();
    refresh_state();
    pump();
}

void PageWriter::begin_over(Uuid const& database_id, std::optional<Bytes> found_head) {
    begin_empty(database_id);
    std::optional<Head> const found = found_head ? decode_head(*found_head) : std::nullopt;
    epoch_ = found ? found->epoch + 1 : 1;
    stored_head_ = std::move(found_head);
    gives_up_stored_ = true;
}

void PageWriter::begin_from(Head const& head, Bytes head_bytes, StoredLayout layout) {
    begin_empty(head.database_id);
    head_ = head;
    stored_head_ = std::move(head_bytes);
    epoch_ = head.epoch + 1;
    claimed_ = false;
    layout_ = std::move(layout);
    refresh_state();
    pump();
}

void PageWriter::stop(SaveStatus status, Error reason) {
    ++generation_;
    mode_ = Mode::stopped;
    in_flight_.reset();
    uncertain_.clear();
    failing_ = late_ = retry_waits_ = false;
    refuse_waiters(reason);
    state_.status = status;
    state_.reason = std::move(reason);
    state_.last_committed = image_.last_commit();
    state_.last_durable = std::min(head_.seq, state_.last_committed);
    state_changed();
}

void PageWriter::committed() {
    ++activity_;
    if (next_is_strict_) strict_up_to_ = image_.last_commit();
    next_is_strict_ = false;
    refresh_state();
    pump();
}

void PageWriter::flush() {
    strict_up_to_ = image_.last_commit();
    pump();
}

void PageWriter::when_saved(std::function<void(Result<>)> on_saved) {
    waiters_.push_back({image_.last_commit(), std::move(on_saved)});
    if (mode_ == Mode::writing && !failing_) flush();
    // Never from inside this call, whatever the answer is.
    timers_.call_after(0, [this, alive = std::weak_ptr(alive_)] {
        if (alive.expired()) return;
        if (mode_ == Mode::stopped || failing_)
            refuse_waiters(state_.reason);
        else
            call_waiters();
    });
}

void PageWriter::take_snapshot(SnapshotRecord snapshot, size_t most, std::function<void(Result<SnapshotRecord>)> on_taken) {
    wanted_snapshots_.push_back({std::move(snapshot), most, std::move(on_taken)});
    // Never answered from inside this call.
    timers_.call_after(0, [this, alive = std::weak_ptr(alive_)] {
        if (alive.expired()) return;
        if (mode_ == Mode::stopped || failing_)
            refuse_waiters(state_.reason);
        else
            pump();
    });
}

void PageWriter::verify_right() {
    right_is_doubtful_ = stored_head_.has_value();
    pump();
}

void PageWriter::retry_now() {
    retry_waits_ = false;
    pump();
}

bool PageWriter::commit_is_due() const {
    bool const stored_at_all = stored_head_.has_value() || image_.last_commit() > 0;
    return image_.anything_dirty() || !claimed_ || (stored_at_all && strict_up_to_ > strict_saved_) ||
           right_is_doubtful_ || !wanted_snapshots_.empty();
}

void PageWriter::pump() {
    if (mode_ == Mode::stopped || in_flight_ || retry_waits_) return;
    bool const log_is_too_long = layout_.log_page_count() >= log_room_pages_ && layout_.may_fold(image_);
    if (commit_is_due())
        send_commit();
    else if (log_is_too_long && !fold_waits_)
        send_fold();
    else
        plan_idle_fold();
}

void PageWriter::send_commit() {
    StoredLayout::Plan plan = layout_.plan_commit(head_.database_id, image_, head_.seq, log_room_pages_);
    // Under a load that never pauses the log is folded along with the commits.
    if (layout_.log_page_count() >= log_room_pages_) layout_.plan_fold(head_.database_id, image_, fold_step_extents, plan);
    if (!wanted_snapshots_.empty()) {
        SnapshotRecord wanted = wanted_snapshots_.front().record;
        wanted.page_count = image_.page_count();
        wanted.extent_count = layout_.extent_count_after(plan);
        wanted.log_count = layout_.log_count_after(plan);
        layout_.plan_snapshot(head_.database_id, std::move(wanted), wanted_snapshots_.front().most, plan);
    }
    send(std::move(plan));
}

void PageWriter::send_fold() {
    StoredLayout::Plan plan;
    layout_.plan_fold(head_.database_id, image_, fold_step_extents, plan);
    send(std::move(plan));
}

void PageWriter::send(StoredLayout::Plan plan) {
    Attempt attempt;
    attempt.head = Head{head_.database_id,
                        epoch_,
                        plan.seq,
                        image_.page_count(),
                        layout_.extent_count_after(plan),
                        layout_.log_count_after(plan),
                        random_number()};
    if (strict_up_to_ > strict_saved_ || plan.snapshot_added) attempt.durability = Durability::strict;

    platform::StorageTransaction transaction;
    transaction.expected = {head_key(), stored_head_, std::nullopt};
    // The head record tells nothing of log records that the last writer added behind it while this tab was reading.
    if (!claimed_) transaction.expected.absent = log_range(head_.seq);
    transaction.copies = std::move(plan.copies);
    transaction.deleted_ranges = std::move(plan.deleted_ranges);
    transaction.puts = std::move(plan.puts);
    transaction.deletes = plan.deletes;
    // What may have landed without an answer is in this transaction anew.
    for (Attempt const& earlier : uncertain_)
        for (auto const& [key, pages] : earlier.plan.log_added)
            if (!plan.log_added.contains(key)) transaction.deletes.push_back(log_key(key));
    if (gives_up_stored_) transaction.deleted_ranges = all_other_ranges();
    bool const appends = claimed_ && stored_head_ && !gives_up_stored_ && plan.only_appends();
    if (!appends) {
        attempt.head_bytes = encode_head(attempt.head);
        transaction.puts.push_back({head_key(), *attempt.head_bytes});
    }
    transaction.durability = attempt.durability;
    plan.copies.clear();
    plan.deleted_ranges.clear();
    plan.puts.clear();
    attempt.plan = std::move(plan);
    in_flight_ = std::move(attempt);
    ++sent_;
    watch_for_answer();
    storage_.run(std::move(transaction), [this, alive = std::weak_ptr(alive_), generation = generation_](StorageAnswer const& answer) {
        if (!alive.expired() && generation == generation_) answered(answer);
    });
}

void PageWriter::watch_for_answer() {
    if (std::exchange(watches_, true)) return;
    timers_.call_after(late_after_ms, [this, alive = std::weak_ptr(alive_), sent = sent_] {
        if (alive.expired()) return;
        watches_ = false;
        if (!in_flight_) return;
        if (sent != sent_ || !commit_is_due()) return watch_for_answer();  // another one by now: it gets as long
        late_ = true;
        refresh_state();
    });
}

void PageWriter::answered(StorageAnswer const& answer) {
    assert(in_flight_);
    switch (answer.outcome) {
        case StorageOutcome::done: {
            Attempt const attempt = std::move(*in_flight_);
            in_flight_.reset();
            landed(attempt);
            break;
        }
        case StorageOutcome::mismatch:
            in_flight_.reset();
            found_other_head(answer.found);
            break;
        case StorageOutcome::connection:
        case StorageOutcome::timeout:
        case StorageOutcome::unreadable:
            uncertain_.push_back(std::move(*in_flight_));
            in_flight_.reset();
            failed(answer);
            break;
        case StorageOutcome::aborted:
        case StorageOutcome::full:
        case StorageOutcome::unavailable:
            in_flight_.reset();
            failed(answer);
            break;
    }
}

void PageWriter::landed(Attempt const& attempt) {
    head_ = attempt.head;
    if (attempt.head_bytes) stored_head_ = attempt.head_bytes;
    claimed_ = true;
    gives_up_stored_ = right_is_doubtful_ = false;
    layout_.apply(attempt.plan);
    image_.saved_up_to(attempt.plan.seq);
    if (attempt.durability == Durability::strict) strict_saved_ = std::max(strict_saved_, attempt.plan.seq);
    uncertain_.clear();  // they came before this one, and their log records went with it
    failures_ = 0;
    failing_ = late_ = false;
    auto const generation = generation_;
    auto const tell_snapshot = snapshot_landed(attempt.plan);
    refresh_state();
    stored();
    call_waiters();
    tell_snapshot();
    if (generation == generation_) pump();
}

void PageWriter::found_other_head(std::optional<Bytes> const& found) {
    auto const ours = std::find_if(uncertain_.begin(), uncertain_.end(),
                                   [&](Attempt const& attempt) { return found && attempt.head_bytes == found; });
    if (ours != uncertain_.end()) {
        Attempt const attempt = std::move(*ours);
        return landed(attempt);
    }
    if (!found && stored_head_) {
        // Everything was deleted under us (the person cleared the site's data): what is in memory is saved anew.
        stored_head_.reset();
        gives_up_stored_ = true;
        layout_ = {};
        uncertain_.clear();
        ++epoch_;
        image_.mark_all_dirty();
        refresh_state();
        return pump();
    }
    if (found && !decode_head(*found) && !is_newer_head(*found)) return stop(SaveStatus::read_only, storage_damaged());
    stop(SaveStatus::read_only, lost_to_another_tab());
    lost_right();
}

void PageWriter::failed(StorageAnswer const& answer) {
    bool const only_a_fold = !commit_is_due();
    ++failures_;
    int wait_ms = retry_after_ms[std::min<size_t>(static_cast<size_t>(failures_), retry_after_ms.size()) - 1];
    if (only_a_fold) {
        wait_ms = fold_retry_ms;
        fold_waits_ = true;
    } else {
        bool const no_use_to_hope = answer.outcome == StorageOutcome::full || answer.outcome == StorageOutcome::unavailable ||
                                    answer.outcome == StorageOutcome::timeout;
        if (no_use_to_hope || failures_ >= failing_from_failures) {
            failing_ = true;
            state_.reason = reason_of(answer);
        }
        retry_waits_ = true;
    }
    timers_.call_after(wait_ms, [this, alive = std::weak_ptr(alive_), generation = generation_, only_a_fold] {
        if (alive.expired() || generation != generation_) return;
        (only_a_fold ? fold_waits_ : retry_waits_) = false;
        pump();
    });
    refresh_state();
    if (failing_) refuse_waiters(state_.reason);
}

void PageWriter::plan_idle_fold() {
    if (fold_waits_ || image_.anything_dirty()) return;
    bool const long_enough = layout_.log_page_count() >= fold_from_log_pages || layout_.log_count() >= fold_from_log_records;
    folding_ = layout_.log_count() > 0 && (folding_ || long_enough);
    if (!folding_ || !layout_.may_fold(image_)) return;
    int const quiet_ms = folded_at_activity_ == activity_ ? between_folds_ms : quiet_before_fold_ms;
    fold_waits_ = true;
    timers_.call_after(quiet_ms, [this, alive = std::weak_ptr(alive_), generation = generation_, activity = activity_] {
        if (alive.expired() || generation != generation_) return;
        fold_waits_ = false;
        if (mode_ == Mode::stopped || in_flight_ || retry_waits_) return;
        if (activity != activity_ || commit_is_due()) return pump();
        folded_at_activity_ = activity_;
        send_fold();
    });
}

void PageWriter::refresh_state() {
    SaveState const before = state_;
    state_.last_committed = image_.last_commit();
    state_.last_durable = image_.anything_dirty() ? std::min(head_.seq, image_.last_commit()) : image_.last_commit();
    if (mode_ == Mode::writing) {
        state_.status = failing_ ? SaveStatus::failing : image_.anything_dirty() ? SaveStatus::saving : SaveStatus::saved;
        if (!failing_) state_.reason = late_ && state_.status == SaveStatus::saving ? no_answer_yet() : Error{};
    }
    bool const changed = before.status != state_.status || before.last_committed != state_.last_committed ||
                         before.last_durable != state_.last_durable || before.reason.text != state_.reason.text;
    if (changed) state_changed();
}

void PageWriter::call_waiters() {
    std::vector<Waiter> ready;
    auto const is_ready = [&](Waiter const& waiter) { return waiter.seq <= state_.last_durable && waiter.seq <= strict_saved_; };
    std::copy_if(waiters_.begin(), waiters_.end(), std::back_inserter(ready), is_ready);
    std::erase_if(waiters_, is_ready);
    for (Waiter const& waiter : ready) waiter.on_saved({});
}

void PageWriter::refuse_waiters(Error const& error) {
    std::vector<Waiter> refused;
    refused.swap(waiters_);
    std::vector<WantedSnapshot> refused_snapshots;
    refused_snapshots.swap(wanted_snapshots_);
    for (Waiter const& waiter : refused) waiter.on_saved(tl::unexpected(error));
    for (WantedSnapshot const& wanted : refused_snapshots) wanted.on_taken(tl::unexpected(error));
}

// It is wanted no longer; the call tells who wanted it.
std::function<void()> PageWriter::snapshot_landed(StoredLayout::Plan const& plan) {
    if (!plan.snapshot_added || wanted_snapshots_.empty()) return [] {};
    auto on_taken = std::move(wanted_snapshots_.front().on_taken);
    wanted_snapshots_.erase(wanted_snapshots_.begin());
    return [on_taken = std::move(on_taken), taken = *plan.snapshot_added] { on_taken(taken); };
}

}  // namespace leadkeep::store
