#include "app/merge_job.h"

#include "app/iso_time.h"
#include "base/i18n.h"
#include "base/json.h"
#include "domain/catalog.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "sync/document_merge.h"

namespace leadkeep::app {
namespace {

constexpr int64_t day_ms = 24 * 60 * 60 * 1000;
constexpr int frames_between_clocks = 16;  // asking for the time costs as much as a small row

void add(MergeCounts& to, sync::RowCounts const& counts) {
    to.fresh += counts.fresh;
    to.changed += counts.changed;
    to.deleted += counts.deleted;
    to.same += counts.same;
    to.conflicts += counts.conflicts;
}

std::optional<Mode> mode_by_text(std::string const& json) {
    if (json == "\"simple\"") return Mode::simple;
    if (json == "\"classic\"") return Mode::classic;
    return std::nullopt;
}

// Both are ISO 8601 in UTC, which sorts as text.
bool is_from_tomorrow(std::string const& created) { return created > iso_time(platform::now_ms() + day_ms); }

std::vector<std::string> warnings_of(MergeSummary const& summary) {
    std::vector<std::string> texts;
    if (summary.dataset == MergeSummary::Dataset::joins_another)
        texts.emplace_back(tr("The file comes from another workspace: importing joins the two into one."));
    if (summary.coverage == MergeSummary::Coverage::gap)
        texts.emplace_back(tr("Changes made before this file are missing here. Ask for a full file as well."));
    if (summary.loss == MergeSummary::Loss::more_than_half)
        texts.emplace_back(tr("After this import fewer than half of your records would be left."));
    if (summary.own_device == MergeSummary::OwnDevice::restored_or_copied)
        texts.emplace_back(tr("This device was restored from a backup or copied: from now on it counts as a new device."));
    if (summary.mode_brought)
        texts.emplace_back(*summary.mode_brought == Mode::simple ? tr("The file switches this workspace to Simple mode.")
                                                                 : tr("The file switches this workspace to Classic mode."));
    if (is_from_tomorrow(summary.created))
        texts.emplace_back(tr("The other device's clock or this one's is more than a day off. Nothing is lost by that, but times may look odd."));
    if (summary.kept_aside > 0)
        texts.push_back(trn("{0} value comes from a newer version: it is kept and passed on, but not shown.",
                            "{0} values come from a newer version: they are kept and passed on, but not shown.", summary.kept_aside));
    return texts;
}

MergeSummary summary_of(sync::MergeReport const& report) {
    MergeSummary summary;
    summary.device_name = report.header.device_name;
    summary.device = report.header.device;
    summary.created = report.header.created;
    add(summary.all, report.unknown_tables);
    for (size_t i = 0; i < report.tables.size(); ++i) {
        auto const& counts = report.tables[i];
        auto const entity = static_cast<Entity>(i);
        add(summary.all, counts);
        if (sync::is_record(entity)) add(summary.records, counts);
        if (counts.fresh + counts.changed + counts.deleted == 0) continue;
        summary.tables.push_back({entity, {}});
        add(summary.tables.back().counts, counts);
    }
    summary.kept_aside = report.kept_aside;
    if (report.other_dataset) summary.dataset = MergeSummary::Dataset::joins_another;
    if (report.has_gap) summary.coverage = MergeSummary::Coverage::gap;
    if (report.loses_most()) summary.loss = MergeSummary::Loss::more_than_half;
    if (report.own_device_ahead) summary.own_device = MergeSummary::OwnDevice::restored_or_copied;
    if (report.mode_after != report.mode_before) summary.mode_brought = mode_by_text(report.mode_after);
    summary.warnings = warnings_of(summary);
    return summary;
}

// Both jobs: they differ in the options and in what they say they do.
struct MergeRun {
    SharedBytes bytes;
    std::string text;
    std::optional<sync::DocumentMerge> merge;
    Job::State state = Job::State::running;
    Error error;
    MergeSummary summary;

    MergeRun(store::Store& store, std::string file_name, SharedBytes shared, sync::MergeOptions options, char const* doing)
        : bytes(std::move(shared)), text(trf(doing, {file_name})) {
        options.now_ms = platform::now_ms();
        options.spare_device = platform::new_uuid();
        merge.emplace(store, std::move(file_name), *bytes, options);
    }

    void step(double budget_ms) {
        double const end_ms = platform::monotonic_ms() + budget_ms;
        while (state == Job::State::running) {
            for (int i = 0; i < frames_between_clocks && state == Job::State::running; ++i) one_frame();
            if (platform::monotonic_ms() >= end_ms) return;
        }
    }

    void one_frame() {
        auto more = merge->step();
        if (more && *more) return;
        if (more) {
            summary = summary_of(merge->report());
            state = Job::State::finished;
        } else {
            error = std::move(more).error();
            state = Job::State::failed;
        }
        merge.reset();  // what is not committed is rolled back
    }

    void cancel() {
        if (state != Job::State::running) return;
        state = Job::State::cancelled;
        merge.reset();
    }

    Progress progress() const {
        auto const total = static_cast<int64_t>(bytes->size());
        return {merge ? static_cast<int64_t>(merge->bytes_done()) : total, total, text};
    }

    Result<MergeSummary> run_to_end() {
        while (state == Job::State::running) step(1000);
        if (state == Job::State::failed) return tl::unexpected(error);
        return summary;
    }
};

sync::MergeOptions preview_options() {
    sync::MergeOptions options;
    options.as = sync::MergeOptions::As::preview;
    return options;
}

sync::MergeOptions merge_options(MergeConsent const& consent) {
    sync::MergeOptions options;
    if (consent.other_dataset == MergeConsent::OtherDataset::refuse) options.other_dataset = sync::MergeOptions::OtherDataset::refuse;
    if (consent.large_loss == MergeConsent::LargeLoss::accept) options.large_loss = sync::MergeOptions::LargeLoss::accept;
    return options;
}

// The merge reads the bytes where they are; nobody else may free them meanwhile.
SharedBytes borrowed(std::string const& bytes) { return {SharedBytes(), &bytes}; }

Json counts_json(MergeCounts const& counts) {
    return {{"new", counts.fresh}, {"changed", counts.changed}, {"deleted", counts.deleted}, {"same", counts.same}, {"conflicts", counts.conflicts}};
}

}  // namespace

struct SyncFileJob::Work : MergeRun {
    using MergeRun::MergeRun;
};

SyncFileJob::SyncFileJob(std::unique_ptr<Work> work) : work_(std::move(work)) {}
SyncFileJob::~SyncFileJob() = default;
void SyncFileJob::step(double budget_ms) { work_->step(budget_ms); }
void SyncFileJob::cancel() { work_->cancel(); }
Progress SyncFileJob::progress() const { return work_->progress(); }
Job::State SyncFileJob::state() const { return work_->state; }
Error const& SyncFileJob::error() const { return work_->error; }
MergeSummary const& SyncFileJob::summary() const { return work_->summary; }

MergePreviewJob::MergePreviewJob(store::Store& store, std::string file_name, SharedBytes bytes)
    : SyncFileJob(std::make_unique<Work>(store, std::move(file_name), std::move(bytes), preview_options(), tr_mark("Reading {0}"))) {}

MergeJob::MergeJob(store::Store& store, std::string file_name, SharedBytes bytes, MergeConsent consent)
    : SyncFileJob(std::make_unique<Work>(store, std::move(file_name), std::move(bytes), merge_options(consent), tr_mark("Importing {0}"))) {}

Result<MergeSummary> preview_sync_file(store::Store& store, std::string const& file_name, std::string const& bytes) {
    return MergeRun(store, file_name, borrowed(bytes), preview_options(), tr_mark("Reading {0}")).run_to_end();
}

Result<MergeSummary> merge_sync_file(store::Store& store, std::string const& file_name, std::string const& bytes, MergeConsent consent) {
    return MergeRun(store, file_name, borrowed(bytes), merge_options(consent), tr_mark("Importing {0}")).run_to_end();
}

std::string summary_json(MergeSummary const& summary) {
    Json json = counts_json(summary.all);
    json["device"] = summary.device.to_string();
    json["gap"] = summary.coverage == MergeSummary::Coverage::gap;
    json["joined"] = summary.dataset == MergeSummary::Dataset::joins_another;
    json["keptAside"] = summary.kept_aside;
    json["records"] = counts_json(summary.records);
    json["newDevice"] = summary.own_device == MergeSummary::OwnDevice::restored_or_copied;
    if (summary.mode_brought) json["mode"] = *summary.mode_brought == Mode::simple ? "simple" : "classic";
    json["tables"] = Json::object();
    for (auto const& table : summary.tables) json["tables"][std::string(info(table.entity).table)] = counts_json(table.counts);
    json["warnings"] = summary.warnings;
    return dump_json(json);
}

bool looks_like_sync_file(std::string_view bytes) {
    return bytes.substr(0, 4096).find("\"leadkeep-sync\"") != std::string_view::npos;
}

}  // namespace leadkeep::app
