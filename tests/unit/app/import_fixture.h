// Imports into a store in memory, whole, as a person would: plan, start, wait.
#pragma once

#include <fstream>
#include <sstream>

#include "app/export_csv.h"
#include "app/import_job.h"
#include "platform/clock.h"
#include "unit/store/store_fixture.h"

namespace leadkeep::app {

using store::MemoryStore;

inline std::string data_file(std::string const& name) {
    std::ifstream in(std::string(LEADKEEP_SOURCE_DIR) + "/tests/unit/data/" + name, std::ios::binary);
    REQUIRE(in.good());
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

inline std::shared_ptr<ImportResult const> run_import(store::Store& store, ImportPlan plan, double budget_ms = 1000) {
    auto const job = make_import_job(store, std::move(plan));
    while (job->state() == Job::State::running) job->step(budget_ms);
    if (job->state() == Job::State::failed) FAIL(describe(job->error()));
    return job->result();
}

inline std::shared_ptr<ImportResult const> import_text(store::Store& store, std::string text, Duplicates duplicates = Duplicates::allow,
                                                       std::optional<ImportAs> as = std::nullopt) {
    auto plan = must(plan_import(store, "test.csv", std::move(text)));
    auto choices = plan.choices;
    choices.duplicates = duplicates;
    if (as) choices.as = *as;
    return run_import(store, must(replan(store, plan, choices)));
}

inline std::shared_ptr<ImportResult const> import_file(store::Store& store, std::string const& name) {
    return run_import(store, must(plan_import(store, name, data_file(name))));
}

}  // namespace leadkeep::app
