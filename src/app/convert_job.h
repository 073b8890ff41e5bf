// The switch to simple mode where many leads are open: converts them in slices, with progress, and switches at the end.
// Whole or not at all; one step for Undo.
#pragma once

#include <memory>

#include "app/commands.h"
#include "app/job.h"
#include "app/lists.h"
#include "store/store.h"

namespace leadkeep::app {

class ConvertJob : public Job {
public:
    // `lists` is copied: screens read theirs anew while this runs.
    ConvertJob(store::Store& store, Lists lists);
    ~ConvertJob() override;
    void step(double budget_ms) override;
    void cancel() override;
    Progress progress() const override;
    State state() const override;
    Error const& error() const override;
    Outcome const& outcome() const;  // once finished

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

}  // namespace leadkeep::app
