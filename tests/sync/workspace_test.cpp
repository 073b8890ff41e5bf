// Two people work with the whole application, each on a device of their own, and meet by file.
#include "app/workspace.h"
#include "domain/defaults.h"
#include "sync/device.h"

using namespace leadkeep;
using namespace leadkeep::test;

namespace {

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

}  // namespace

TEST_CASE("two people who work apart and exchange files see the same boards") {
    set_language(Language::english);
    Person anna(noon_ms), boris(noon_ms - 5'000'000);
    auto const bakery = anna.add("Bakery", "+7 900 000-00-01");
    auto const florist = boris.add("Florist", "+7 900 000-00-02");
    boris.take(anna.file());
    anna.take(boris.file());

    anna.run(app::MoveCard{florist, stage_id(Board::leads, "in_progress"), {}, {}, std::nullopt, {}});
    anna.run(app::AddNote{bakery, "Wants an offer"});
    boris.run(app::SetField{bakery, {"amount", {int64_t{50'000}, std::string("EUR")}}});
    boris.run(app::ConvertLead{.lead = {bakery.id}});
    anna.add("Butcher", "+7 900 000-00-03");
    anna.run(app::Undo{});
    boris.take(anna.file());
    anna.take(boris.file());

    CHECK(rows_of(anna.file()) == rows_of(boris.file()));
    CHECK(anna.titles(app::Board::leads) == boris.titles(app::Board::leads));
    CHECK(anna.titles(app::Board::deals) == boris.titles(app::Board::deals));
    CHECK(anna.titles(app::Board::deals).size() == 1);
    CHECK(anna.workspace->count(Entity::contact) == 1);

    boris.run(app::SwitchMode{app::Mode::simple, app::OpenLeads::keep});
    anna.take(boris.file());
    CHECK(anna.workspace->mode() == app::Mode::simple);
    anna.run(app::Trash{{florist}});
    boris.take(anna.file());
    CHECK(boris.workspace->trash().size() == anna.workspace->trash().size());
    CHECK(rows_of(anna.file()) == rows_of(boris.file()));
}
