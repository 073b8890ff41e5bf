// One lead is the unit of work; the transaction stays open on the writer over all slices.
#include "app/convert_job.h"

#include <optional>

#include "app/conversion.h"
#include "base/i18n.h"
#include "platform/clock.h"

namespace leadkeep::app {

struct ConvertJob::Work {
    Work(store::Store& store, Lists own) : lists(std::move(own)), context{store, lists} {}
    Lists lists;
    CommandContext context;
    std::optional<store::Transaction> change;
    std::vector<LeadId> leads;
    size_t done = 0;
    State state = State::running;
    Error error;
    Outcome outcome;

    Result<void> begin() {
        change.emplace(LK_TRY(begin_switch(context, Mode::simple)));
        leads = LK_TRY(leads_to_convert(context.connection()));
        return {};
    }
    // False: all are done.
    Result<bool> convert_next() {
        if (done == leads.size()) return false;
        LK_CHECK(convert_lead(*change, context, {.lead = leads[done]}));
        context.touched = {};  // a switch reads all anew
        ++done;
        return true;
    }
    void fail_with(Error reason) {
        error = std::move(reason);
        state = State::failed;
        change.reset();
    }
};

ConvertJob::ConvertJob(store::Store& store, Lists lists) : work_(std::make_unique<Work>(store, std::move(lists))) {}
ConvertJob::~ConvertJob() = default;

void ConvertJob::step(double budget_ms) {
    if (work_->state != State::running) return;
    double const until_ms = platform::monotonic_ms() + budget_ms;
    if (!work_->change) {
        if (auto begun = work_->begin(); !begun) return work_->fail_with(std::move(begun).error());
    }
    do {
        auto more = work_->convert_next();
        if (!more) return work_->fail_with(std::move(more).error());
        if (*more) continue;
        auto outcome =
            finish_switch(*work_->change, work_->context, Mode::simple, static_cast<int64_t>(work_->leads.size()));
        if (!outcome) return work_->fail_with(std::move(outcome).error());
        work_->outcome = std::move(*outcome);
        work_->change.reset();
        work_->state = State::finished;
        return;
    } while (platform::monotonic_ms() < until_ms);
}

void ConvertJob::cancel() {
    if (work_->state != State::running) return;
    work_->change.reset();  // rolls back
    work_->state = State::cancelled;
}

Progress ConvertJob::progress() const {
    return {static_cast<int64_t>(work_->done), static_cast<int64_t>(work_->leads.size()), tr("Converting leads")};
}
Job::State ConvertJob::state() const { return work_->state; }
Error const& ConvertJob::error() const { return work_->error; }
Outcome const& ConvertJob::outcome() const { return work_->outcome; }

}  // namespace leadkeep::app
