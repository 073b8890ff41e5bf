// The check of the whole database as a job, with its findings in sentences. Reads only.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/job.h"
#include "base/result.h"
#include "store/store.h"

namespace leadkeep::app {

struct CheckFinding {
    enum class Kind : uint8_t { remark, damage } kind;
    std::string text;
};

class CheckJob : public Job {
public:
    explicit CheckJob(store::Store& store);
    ~CheckJob() override;
    void step(double budget_ms) override;
    void cancel() override;
    Progress progress() const override;
    State state() const override;
    Error const& error() const override;
    std::vector<CheckFinding> findings() const;

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

}  // namespace leadkeep::app
