#include "app/export_sync.h"

#include <cstdio>

#include "app/iso_time.h"
#include "base/i18n.h"
#include "platform/clock.h"
#include "sync/document_writer.h"

namespace leadkeep::app {

struct SyncExportJob::Work {
    store::Store& store;
    SyncExportOptions options;
    std::optional<sync::DocumentWriter> writer;
    std::string text;
    State state = State::running;
    Error error;

    Result<> portion() {
        if (!writer) {
            std::optional<sync::SeqVector> since;
            if (!options.since.empty()) since = LK_TRY(sync::read_vector(options.since));
            writer.emplace(store, std::move(since), iso_time(platform::now_ms()));
        }
        if (!LK_TRY(writer->append(text))) state = State::finished;
        return {};
    }
};

SyncExportJob::SyncExportJob(store::Store& store, SyncExportOptions options) : work_(new Work{store, std::move(options), {}, {}, State::running, {}}) {}
SyncExportJob::~SyncExportJob() = default;

void SyncExportJob::step(double budget_ms) {
    double const end_ms = platform::monotonic_ms() + budget_ms;
    do {
        if (work_->state != State::running) return;
        if (auto done = work_->portion(); !done) {
            work_->error = std::move(done).error();
            work_->state = State::failed;
        }
    } while (platform::monotonic_ms() < end_ms);
}

void SyncExportJob::cancel() {
    if (work_->state == State::running) work_->state = State::cancelled;
}

Progress SyncExportJob::progress() const {
    Progress progress{0, 1, tr("Writing the sync file")};
    if (work_->writer) {
        progress.done = static_cast<int64_t>(work_->writer->tables_done());
        progress.total = static_cast<int64_t>(work_->writer->tables_total()) + 1;
    }
    return progress;
}

Job::State SyncExportJob::state() const { return work_->state; }
Error const& SyncExportJob::error() const { return work_->error; }
std::string const& SyncExportJob::text() const { return work_->text; }
int64_t SyncExportJob::rows() const { return work_->writer ? work_->writer->rows_written() : 0; }

Result<std::string> export_sync_file(store::Store& store, SyncExportOptions const& options) {
    SyncExportJob job(store, options);
    while (job.state() == Job::State::running) job.step(1000);
    if (job.state() == Job::State::failed) return tl::unexpected(job.error());
    return job.text();
}

Result<std::string> knowledge_vector(store::Store& store) {
    auto known = LK_TRY(sync::load_received(store.reader()));
    known[store.identity().device] = store.identity().last_seq;
    return sync::vector_text(known);
}

std::string sync_file_name() {
    int64_t const now_ms = platform::now_ms();
    auto const at = utc_time(now_ms + platform::zone_offset_min(now_ms) * int64_t{60'000});
    char text[60];
    std::snprintf(text, sizeof text, "leadkeep-%04d-%02u-%02u-%02d%02d.json", at.year, at.month, at.day, at.hour, at.minute);
    return text;
}

}  // namespace leadkeep::app
