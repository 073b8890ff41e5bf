#include "app/check_job.h"

#include "base/i18n.h"
#include "platform/clock.h"
#include "store/check.h"

namespace leadkeep::app {

struct CheckJob::Work {
    store::DatabaseCheck check;
    State state = State::running;
    Error error{};
};

CheckJob::CheckJob(store::Store& store) : work_(new Work{store::DatabaseCheck(store, store::DatabaseCheck::Portions::by_tables)}) {}
CheckJob::~CheckJob() = default;

void CheckJob::step(double budget_ms) {
    double const end_ms = platform::monotonic_ms() + budget_ms;
    while (work_->state == State::running) {
        auto const more = work_->check.step();
        if (!more) {
            work_->error = more.error();
            work_->state = State::failed;
        } else if (!*more) {
            work_->state = State::finished;
        }
        if (platform::monotonic_ms() >= end_ms) return;
    }
}

void CheckJob::cancel() {
    if (work_->state == State::running) work_->state = State::cancelled;
}

Progress CheckJob::progress() const {
    return {static_cast<int64_t>(work_->check.done()), static_cast<int64_t>(work_->check.total()), tr("Checking the data")};
}

Job::State CheckJob::state() const { return work_->state; }
Error const& CheckJob::error() const { return work_->error; }

std::vector<CheckFinding> CheckJob::findings() const {
    std::vector<CheckFinding> told;
    for (auto const& finding : work_->check.findings())
        told.push_back({finding.severity == store::Severity::damage ? CheckFinding::Kind::damage : CheckFinding::Kind::remark, describe(finding)});
    return told;
}

}  // namespace leadkeep::app
