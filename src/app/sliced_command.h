// A command that may touch more rows than a frame has time for (a bulk conversion, a full column removed or sorted), as
// small units of work inside one transaction. Few units run at once; many run as a job, in slices with progress.
// Whole or not at all, and one step for Undo, either way.
#pragma once

#include <memory>

#include "app/command_context.h"
#include "app/job.h"

namespace leadkeep::app {

class SlicedCommand {
public:
    virtual ~SlicedCommand() = default;
    // Opens the transaction and finds what there is to do.
    virtual Result<void> begin(CommandContext& context) = 0;
    // One unit; false when none is left.
    virtual Result<bool> work(CommandContext& context) = 0;
    // Commits. Dropped without it, the command leaves nothing behind.
    virtual Result<Outcome> finish(CommandContext& context) = 0;
    virtual Progress progress() const = 0;
};

Result<Outcome> run_at_once(SlicedCommand& command, CommandContext& context);

class SlicedJob : public Job {
public:
    // `lists` is copied: screens read theirs anew while this runs.
    SlicedJob(store::Store& store, Lists lists, std::unique_ptr<SlicedCommand> command);
    void step(double budget_ms) override;
    void cancel() override;
    Progress progress() const override { return progress_; }
    State state() const override { return state_; }
    Error const& error() const override { return error_; }
    Outcome const& outcome() const { return outcome_; }  // once finished

private:
    Result<bool> one_unit();

    Lists lists_;
    CommandContext context_;
    std::unique_ptr<SlicedCommand> command_;  // holds the transaction while it runs
    bool begun_ = false;
    Progress progress_;
    State state_ = State::running;
    Error error_;
    Outcome outcome_;
};

// The sliced form of a command that is large now; nullptr: it runs at once.
std::unique_ptr<SlicedCommand> sliced_if_large(Command const& command, store::Store& store, Lists const& lists);

// The sliced commands there are.
std::unique_ptr<SlicedCommand> sliced(SwitchMode const& command);  // to simple mode, converting open leads
std::unique_ptr<SlicedCommand> sliced(DeleteStage const& command);
std::unique_ptr<SlicedCommand> sliced(SortColumn const& command);

}  // namespace leadkeep::app
