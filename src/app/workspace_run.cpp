// Carrying commands out, now or after the job that runs; drafts.
#include <utility>
#include <variant>

#include "app/sliced_command.h"
#include "app/workspace_state.h"
#include "platform/clock.h"
#include "store/queries/drafts.h"

namespace leadkeep::app {
Result<Outcome> Workspace::State::carry_out_now(Command const& command) {
    catch_up();
    if (auto large = sliced_if_large(command, *store, lists)) {
        auto running = std::make_unique<SlicedJob>(*store, lists, std::move(large));
        sliced = running.get();
        job = std::move(running);
        return Outcome{};
    }
    CommandContext context{*store, lists, {}};
    auto outcome = std::visit([&](auto const& one) { return carry_out(context, one); }, command);
    // A refused command has changed nothing; what it touched before was rolled back.
    if (outcome && store->revision() != seen_store_revision) forget(context.touched);
    return outcome;
}

Result<Outcome> Workspace::run(Command command) {
    if (!state_->job) return state_->carry_out_now(command);
    state_->queue.push_back(std::move(command));
    return fail(ErrorKind::busy, tr_mark("This will be done as soon as the running work is finished."));
}

int Workspace::queued() const { return static_cast<int>(state_->queue.size()); }

Result<void> Workspace::start(std::unique_ptr<Job> job) {
    if (state_->job)
        return fail(ErrorKind::busy,
                    tr_mark("Something else is still running. Wait until it is finished, or cancel it."));
    state_->job = std::move(job);
    return {};
}

Job* Workspace::job() { return state_->job.get(); }

void Workspace::step_job(double budget_ms) {
    if (!state_->job) return;
    if (state_->job->state() == Job::State::running) state_->job->step(budget_ms);
    if (state_->job->state() == Job::State::running) return;
    // Out of the way first: the one who is told may start the next.
    auto ended = std::move(state_->job);
    if (auto const* done = std::exchange(state_->sliced, nullptr);
        done && on_queued_outcome && ended->state() != Job::State::cancelled)
        on_queued_outcome(ended->state() == Job::State::finished ? Result<Outcome>(done->outcome())
                                                                 : tl::unexpected(ended->error()));
    if (on_job_end) on_job_end(*ended);
    ended.reset();  // it may hold the writer
    if (state_->job) return;
    state_->write_drafts();
    while (!state_->queue.empty() && !state_->job) {
        Command const command = std::move(state_->queue.front());
        state_->queue.pop_front();
        auto outcome = state_->carry_out_now(command);
        if (on_queued_outcome) on_queued_outcome(std::move(outcome));
    }
}

void Workspace::State::write_drafts() {
    if (unwritten_drafts.empty()) return;
    catch_up();
    for (auto const& [key, erase] : unwritten_drafts) {
        auto const& [record, field] = key;
        if (erase) (void)store::erase_draft(*store, record, field);
        else if (auto const draft = drafts.find(key); draft != drafts.end())
            (void)store::write_draft(*store, {record, field, draft->second}, platform::now_ms());
    }
    unwritten_drafts.clear();
    // No screen shows anything else because of a draft.
    seen_store_revision = store->revision();
}

void Workspace::keep_draft(RecordRef record, std::string const& field, std::string const& text) {
    std::pair const key(record.id, field);
    if (auto const known = state_->drafts.find(key); known != state_->drafts.end() && known->second == text) return;
    state_->drafts[key] = text;
    state_->unwritten_drafts[key] = false;
    if (!state_->job) state_->write_drafts();
}

void Workspace::drop_draft(RecordRef record, std::string const& field) {
    std::pair const key(record.id, field);
    if (state_->drafts.erase(key) == 0) return;
    state_->unwritten_drafts[key] = true;
    if (!state_->job) state_->write_drafts();
}

std::string Workspace::draft(RecordRef record, std::string const& field) {
    auto const found = state_->drafts.find({record.id, field});
    return found == state_->drafts.end() ? std::string() : found->second;
}

}  // namespace leadkeep::app
