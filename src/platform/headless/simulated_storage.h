// A machine for tests: virtual time, a disk of records, and a BlockStorage that fails on it as browsers do, repeatable
// by seed. Limits: for tests and the headless platform only; one thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>

#include "platform/block_storage.h"
#include "platform/sentinel.h"
#include "platform/tabs.h"
#include "platform/timer.h"

namespace leadkeep::platform::headless {

class SimulatedTime : public Timers {
public:
    void call_after(int delay_ms, std::function<void()> call) override { at(now_ms_ + delay_ms, std::move(call)); }
    void at(int64_t time_ms, std::function<void()> call);
    int64_t now_ms() const { return now_ms_; }
    enum class Ran : uint8_t { nothing, one };
    Ran run_one();
    void run_until(int64_t time_ms);
    void run_all() { while (run_one() == Ran::one) {} }

private:
    int64_t now_ms_ = 0;
    uint64_t order_ = 0;
    std::map<std::pair<int64_t, uint64_t>, std::function<void()>> calls_;
};

// What outlives a process. Transactions of all connections take place one after another, in the order they were sent.
struct SimulatedDisk {
    std::map<std::string, Bytes> records;
    int64_t busy_until_ms = 0;
    bool full = false;
};

// Chances of each fault for one transaction, in percent.
struct Faults {
    int abort = 0;
    int connection_before = 0;  // "connection lost", and it did not land
    int connection_after = 0;   // "connection lost", and it did
    int timeout = 0;            // no answer; lands or not
    int full_begins = 0;        // the disk is full for a while
    int load_fails = 0;
    bool unavailable = false;
};

class SimulatedStorage : public BlockStorage {
public:
    SimulatedStorage(SimulatedDisk& disk, SimulatedTime& time, Faults faults, uint64_t seed);
    ~SimulatedStorage() override;  // the process dies: nobody is called any more, what was sent may still land

    void run(StorageTransaction transaction, std::function<void(StorageAnswer)> on_answer) override;
    void load(std::vector<KeyRange> ranges, std::function<void(std::string_view, std::span<uint8_t const>)> on_record,
              std::function<void(StorageAnswer)> on_answer) override;

    void set_faults(Faults faults) { faults_ = faults; }
    int transactions_in_flight() const { return in_flight_; }
    int most_in_flight() const { return most_in_flight_; }
    uint64_t transactions() const { return transactions_; }

private:
    bool happens(int percent);
    int64_t next_slot();
    StorageOutcome draw_fault();
    void answer_at(int64_t time_ms, std::function<void(StorageAnswer)> on_answer, StorageAnswer answer);

    SimulatedDisk& disk_;
    SimulatedTime& time_;
    Faults faults_;
    std::mt19937_64 random_;
    int in_flight_ = 0;
    int most_in_flight_ = 0;
    uint64_t transactions_ = 0;
    std::shared_ptr<int> alive_ = std::make_shared<int>();
};

struct MemorySentinel : Sentinel {
    std::optional<SentinelNote> note;
    std::optional<SentinelNote> read() override { return note; }
    void write(SentinelNote const& written) override { note = written; }
};

// The tabs of one browser: one lock, one channel.
struct SimulatedLock {
    class SimulatedTab* holder = nullptr;
    std::vector<class SimulatedTab*> tabs;
};

class SimulatedTab : public Tabs {
public:
    SimulatedTab(SimulatedLock& lock, SimulatedTime& time);
    ~SimulatedTab() override;  // the tab is closed; the next one that waits is granted the lock

    void claim(std::function<void(TabRole)> on_role) override;
    void take_over(std::function<void(TabRole)> on_role) override;
    void on_release_wanted(std::function<void()> callback) override { release_wanted_ = std::move(callback); }
    void release() override;
    void on_lost(std::function<void()> callback) override { lost_ = std::move(callback); }
    void on_granted(std::function<void()> callback) override { granted_ = std::move(callback); }
    void on_hidden(std::function<void()> callback) override { hidden_ = std::move(callback); }
    void announce(uint64_t seq) override;
    void on_announced(std::function<void(uint64_t)> callback) override { announced_ = std::move(callback); }

    // Asleep, a tab hears nothing; that its lock was taken and what was saved last it hears when it wakes.
    enum class Attention : uint8_t { awake, asleep };
    void set_attention(Attention attention);
    void hide() { if (hidden_) hidden_(); }

private:
    void later(int delay_ms, std::function<void()> call);
    bool hears() const { return attention_ == Attention::awake; }

    SimulatedLock& lock_;
    SimulatedTime& time_;
    Attention attention_ = Attention::awake;
    bool waits_ = false;
    bool missed_loss_ = false;
    std::optional<uint64_t> missed_announcement_;
    std::function<void()> release_wanted_, lost_, granted_, hidden_;
    std::function<void(uint64_t)> announced_;
    std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace leadkeep::platform::headless
