// Import of a sync file from another device: a preview that changes nothing, then the merge itself. Both are jobs that
// work in slices; the merge is one transaction, whole or not at all. It isn't undone by Undo.
//
//     auto bytes = std::make_shared<std::string const>(std::move(file.bytes));
//     workspace.start(std::make_unique<MergePreviewJob>(workspace.store(), file.name, bytes));   … show preview->summary()
//     workspace.start(std::make_unique<MergeJob>(workspace.store(), file.name, bytes, MergeConsent{}));
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"
#include "app/job.h"
#include "domain/entity.h"
#include "store/store.h"

namespace leadkeep::app {

// Rows of the file, each counted once: fresh + changed + deleted + same = rows that were read.
struct MergeCounts {
    int64_t fresh = 0;      // not here yet
    int64_t changed = 0;    // here with an older value somewhere
    int64_t deleted = 0;    // goes to the trash by this merge
    int64_t same = 0;       // nothing new
    int64_t conflicts = 0;  // values that were changed on both sides without knowing of each other; the later one wins
};

struct MergeTableCounts {
    Entity entity = Entity::lead;
    MergeCounts counts;
};

struct MergeSummary {
    // From which device and when.
    std::string device_name;
    Uuid device;
    std::string created;  // ISO 8601, UTC

    MergeCounts all;                       // every table, timeline events and small parts included
    MergeCounts records;                   // leads, contacts, companies, deals
    std::vector<MergeTableCounts> tables;  // where something is new, changed or deleted; in the catalogue's order
    int64_t kept_aside = 0;                // values of a newer version: kept and exported again, not shown

    enum class Dataset : uint8_t { same, joins_another } dataset = Dataset::same;
    enum class Coverage : uint8_t { complete, gap } coverage = Coverage::complete;  // gap: changes before this file are missing
    enum class Loss : uint8_t { ordinary, more_than_half } loss = Loss::ordinary;   // of the records that are not in the trash
    enum class OwnDevice : uint8_t { ordinary, restored_or_copied } own_device = OwnDevice::ordinary;
    std::optional<Mode> mode_brought;  // the merge switches to this mode: show the three choices of SwitchMode

    // All of the above that a person should know before (or after) merging, in the current language.
    std::vector<std::string> warnings;
};

// What the person agreed to after seeing the preview; without it a merge of such a file is refused.
struct MergeConsent {
    enum class OtherDataset : uint8_t { join, refuse } other_dataset = OtherDataset::join;
    enum class LargeLoss : uint8_t { refuse, accept } large_loss = LargeLoss::refuse;
};

using SharedBytes = std::shared_ptr<std::string const>;

// What both jobs are: they read the file row by row, and differ in what becomes of the changes.
class SyncFileJob : public Job {
public:
    ~SyncFileJob() override;
    void step(double budget_ms) override;
    void cancel() override;
    Progress progress() const override;
    State state() const override;
    Error const& error() const override;
    MergeSummary const& summary() const;  // once finished

protected:
    struct Work;
    explicit SyncFileJob(std::unique_ptr<Work> work);

private:
    std::unique_ptr<Work> work_;
};

class MergePreviewJob final : public SyncFileJob {
public:
    MergePreviewJob(store::Store& store, std::string file_name, SharedBytes bytes);
};

class MergeJob final : public SyncFileJob {
public:
    MergeJob(store::Store& store, std::string file_name, SharedBytes bytes, MergeConsent consent);
};

// In one go, for the native tool and tests.
Result<MergeSummary> preview_sync_file(store::Store& store, std::string const& file_name, std::string const& bytes);
Result<MergeSummary> merge_sync_file(store::Store& store, std::string const& file_name, std::string const& bytes, MergeConsent consent = {});

// {"new":1,"changed":2,…} in one line, as the native tool prints it.
std::string summary_json(MergeSummary const& summary);

// True if the bytes look like a sync file (so that a dropped .json can be told from other JSON).
bool looks_like_sync_file(std::string_view bytes);

}  // namespace leadkeep::app
