// A person with the whole application on a device of their own, who gives and takes sync files.
#pragma once

#include "app/workspace.h"
#include "sync/device.h"

namespace leadkeep::test {

class Person {
public:
    explicit Person(int64_t clock_ms) : clock_ms_(clock_ms) {
        platform::headless::set_fixed_clock(clock_ms_);
        workspace = got(app::Workspace::open({.path = ":memory:"}));
    }
    app::Outcome run(app::Command command) {
        platform::headless::set_fixed_clock(clock_ms_ += 1000);
        return got(workspace->run(std::move(command)));
    }
    RecordRef add(std::string const& title, std::string const& phone) {
        app::AddEnquiry enquiry;
        enquiry.fields.push_back({"title", {title}});
        enquiry.channels.push_back({"phone", "work", phone});
        return *run(enquiry).made;
    }
    std::string file() { return got(app::export_sync_file(workspace->store())); }
    app::MergeSummary take(std::string const& bytes) {
        auto shared = std::make_shared<std::string const>(bytes);
        auto owned = std::make_unique<app::MergeJob>(workspace->store(), "file.json", shared, app::MergeConsent{});
        auto* const job = owned.get();
        done(workspace->start(std::move(owned)));
        app::MergeSummary summary;
        while (workspace->job()) {
            if (job->state() == app::Job::State::finished) break;
            REQUIRE(job->state() == app::Job::State::running);
            workspace->step_job(1);
            if (workspace->job() == job && job->state() == app::Job::State::finished) summary = job->summary();
        }
        return summary;
    }
    std::vector<std::string> titles(app::Board board) {
        std::vector<std::string> all;
        for (auto const& column : workspace->board(board).columns)
            for (auto const& card : column.cards)
                all.push_back(column.stage.name + "/" + workspace->card_face({board == app::Board::leads ? Entity::lead : Entity::deal, card}).title);
        return all;
    }

    std::unique_ptr<app::Workspace> workspace;

private:
    int64_t clock_ms_;
};

}  // namespace leadkeep::test
