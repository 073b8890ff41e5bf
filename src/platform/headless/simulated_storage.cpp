// The clock, the disk and the faults of the simulated machine; its tabs are in simulated_tabs.cpp.
#include "platform/headless/simulated_storage.h"

#include <algorithm>

namespace leadkeep::platform::headless {

void SimulatedTime::at(int64_t time_ms, std::function<void()> call) {
    calls_[{std::max(time_ms, now_ms_), ++order_}] = std::move(call);
}

SimulatedTime::Ran SimulatedTime::run_one() {
    if (calls_.empty()) return Ran::nothing;
    auto entry = calls_.extract(calls_.begin());
    now_ms_ = entry.key().first;
    entry.mapped()();
    return Ran::one;
}

void SimulatedTime::run_until(int64_t time_ms) {
    while (!calls_.empty() && calls_.begin()->first.first <= time_ms) run_one();
    now_ms_ = std::max(now_ms_, time_ms);
}

namespace {

bool holds_any(SimulatedDisk const& disk, std::optional<KeyRange> const& range) {
    if (!range) return false;
    auto const found = disk.records.lower_bound(range->first);
    return found != disk.records.end() && found->first < range->last;
}

void apply(StorageTransaction const& transaction, SimulatedDisk& disk) {
    auto& records = disk.records;
    for (Copy const& copy : transaction.copies)
        if (auto const found = records.find(copy.from); found != records.end()) records[copy.to] = found->second;
    for (KeyRange const& range : transaction.deleted_ranges)
        records.erase(records.lower_bound(range.first), records.lower_bound(range.last));
    for (Put const& put : transaction.puts) records[put.key] = put.value;
    for (std::string const& key : transaction.deletes) records.erase(key);
}

}  // namespace

SimulatedStorage::SimulatedStorage(SimulatedDisk& disk, SimulatedTime& time, Faults faults, uint64_t seed)
    : disk_(disk), time_(time), faults_(faults), random_(seed) {}

SimulatedStorage::~SimulatedStorage() = default;

bool SimulatedStorage::happens(int percent) { return static_cast<int>(random_() % 100) < percent; }

int64_t SimulatedStorage::next_slot() {
    int64_t const slot = std::max(time_.now_ms(), disk_.busy_until_ms) + static_cast<int64_t>(random_() % 5);
    disk_.busy_until_ms = slot;
    return slot;
}

StorageOutcome SimulatedStorage::draw_fault() {
    if (faults_.unavailable) return StorageOutcome::unavailable;
    if (happens(faults_.full_begins)) {
        disk_.full = true;
        time_.call_after(200 + static_cast<int>(random_() % 5000), [&disk = disk_] { disk.full = false; });
    }
    if (disk_.full) return StorageOutcome::full;
    if (happens(faults_.abort)) return StorageOutcome::aborted;
    if (happens(faults_.connection_before) || happens(faults_.connection_after)) return StorageOutcome::connection;
    if (happens(faults_.timeout)) return StorageOutcome::timeout;
    return StorageOutcome::done;
}

void SimulatedStorage::answer_at(int64_t time_ms, std::function<void(StorageAnswer)> on_answer, StorageAnswer answer) {
    time_.at(time_ms, [this, alive = std::weak_ptr(alive_), on_answer = std::move(on_answer), answer = std::move(answer)] {
        if (alive.expired()) return;
        --in_flight_;
        on_answer(answer);
    });
}

void SimulatedStorage::run(StorageTransaction transaction, std::function<void(StorageAnswer)> on_answer) {
    ++transactions_;
    most_in_flight_ = std::max(most_in_flight_, ++in_flight_);
    StorageOutcome const fault = draw_fault();
    int64_t const slot = next_slot();
    bool const unsure = fault == StorageOutcome::connection || fault == StorageOutcome::timeout;
    bool const lands = fault == StorageOutcome::done || (unsure && happens(50));
    // An answer that says nothing may come before the transaction lands, or after.
    if (unsure) answer_at(slot + static_cast<int64_t>(random_() % 6) - 3, on_answer, {fault, "simulated", std::nullopt});
    if (!lands) {
        if (!unsure) answer_at(slot, on_answer, {fault, "simulated", std::nullopt});
        return;
    }
    // What was sent lands even if the sender dies: it owns what it needs.
    time_.at(slot, [&disk = disk_, this, alive = std::weak_ptr(alive_), unsure, transaction = std::move(transaction), on_answer] {
        auto const found = disk.records.find(transaction.expected.key);
        std::optional<Bytes> there;
        if (found != disk.records.end()) there = found->second;
        bool const matches = there == transaction.expected.value && !holds_any(disk, transaction.expected.absent);
        if (matches) apply(transaction, disk);
        if (alive.expired() || unsure) return;
        answer_at(time_.now_ms(), on_answer, {matches ? StorageOutcome::done : StorageOutcome::mismatch, "", matches ? std::nullopt : there});
    });
}

void SimulatedStorage::load(std::vector<KeyRange> ranges, std::function<void(std::string_view, std::span<uint8_t const>)> on_record,
                            std::function<void(StorageAnswer)> on_answer) {
    bool const fails = faults_.unavailable || happens(faults_.load_fails);
    StorageOutcome const outcome = faults_.unavailable ? StorageOutcome::unavailable : fails ? StorageOutcome::connection : StorageOutcome::done;
    time_.at(next_slot(), [this, alive = std::weak_ptr(alive_), ranges = std::move(ranges), on_record = std::move(on_record),
                           on_answer = std::move(on_answer), outcome] {
        if (alive.expired()) return;
        if (outcome == StorageOutcome::done)
            for (KeyRange const& range : ranges)
                for (auto at = disk_.records.lower_bound(range.first); at != disk_.records.end() && at->first < range.last; ++at)
                    on_record(at->first, at->second);
        on_answer({outcome, "simulated", std::nullopt});
    });
}

}  // namespace leadkeep::platform::headless
