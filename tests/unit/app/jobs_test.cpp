// Long work: commands wait for it, and it is whole or not at all.
#include <filesystem>
#include <optional>

#include "platform/random.h"
#include "unit/app/workspace_fixture.h"

namespace leadkeep::app {

TEST_SUITE("jobs") {
    namespace {

    // Writes one lead, then waits to be told how to end.
    class HeldJob : public Job {
    public:
        HeldJob(store::Store& store, State& wanted)
            : wanted_(wanted), change_(store::Transaction::begin(store, {"Held", {}, {}}).value()) {
            change_->insert(Entity::lead, {}, {{"title", {std::string("From the job")}}}).value();
        }
        void step(double) override {
            if (wanted_ == State::finished) CHECK(change_->commit());
            if (wanted_ != State::running) change_.reset();
            state_ = wanted_;
        }
        void cancel() override { wanted_ = State::cancelled; }
        Progress progress() const override { return {1, 2, "Held"}; }
        State state() const override { return state_; }
        Error const& error() const override { return error_; }

    private:
        State& wanted_;
        std::optional<store::Transaction> change_;
        State state_ = State::running;
        Error error_;
    };

    // On a file: a database in memory can't be read while it is written.
    struct FileFixture {
        std::string path =
            (std::filesystem::temp_directory_path() / ("leadkeep-" + platform::new_uuid().to_string() + ".db"))
                .string();
        std::optional<WorkspaceFixture> fixture{std::in_place, path};
        ~FileFixture() {
            fixture.reset();
            std::filesystem::remove(path);
        }
    };

    }  // namespace

    TEST_CASE("while a job runs the screen shows the state before it, and commands wait their turn") {
        FileFixture file;
        auto& f = *file.fixture;
        auto& workspace = f.workspace;
        auto const lead = f.add("Before");
        Job::State wanted = Job::State::running;
        REQUIRE(workspace->start(std::make_unique<HeldJob>(workspace->store(), wanted)));
        CHECK_FALSE(workspace->start(nullptr));
        workspace->step_job(1);
        CHECK(workspace->board(Board::leads).total == 1);
        CHECK(f.refusal(MoveCard{lead, f.lead_stage("processed"), {}, {}, std::nullopt, {}}).find("as soon as") !=
              std::string::npos);
        workspace->keep_draft(lead, "title", "While it runs");
        CHECK(workspace->queued() == 1);
        CHECK(f.titles(f.lead_stage("new")) == Texts{"Before"});

        std::vector<std::string> told;
        workspace->on_queued_outcome = [&](Result<Outcome> outcome) {
            told.push_back(outcome ? outcome->message : describe(outcome.error()));
        };
        bool ended = false;
        workspace->on_job_end = [&](Job& job) { ended = job.state() == Job::State::finished; };
        wanted = Job::State::finished;
        workspace->step_job(1);
        CHECK(ended);
        CHECK(workspace->job() == nullptr);
        CHECK(told == Texts{"Moved to Processed"});
        CHECK(workspace->board(Board::leads).total == 2);
        CHECK(f.titles(f.lead_stage("processed")) == Texts{"Before"});
        CHECK(workspace->draft(lead, "title") == "While it runs");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a cancelled job leaves nothing behind") {
        Job::State wanted = Job::State::running;
        REQUIRE(workspace->start(std::make_unique<HeldJob>(workspace->store(), wanted)));
        workspace->step_job(1);
        workspace->job()->cancel();
        workspace->step_job(1);
        CHECK(workspace->job() == nullptr);
        CHECK(workspace->board(Board::leads).total == 0);
        add("After");
        CHECK(workspace->board(Board::leads).total == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "many open leads are converted in slices, and one undo takes the switch back") {
        for (int i = 0; i < 60; ++i)
            add("Lead " + std::to_string(i), {{"email", "work", "a" + std::to_string(i) + "@example.com"}},
                {{"company_name", "Company " + std::to_string(i % 7)}});
        std::vector<std::string> told;
        workspace->on_queued_outcome = [&](Result<Outcome> outcome) {
            told.push_back(outcome ? outcome->message : describe(outcome.error()));
        };
        run(SwitchMode{Mode::simple, OpenLeads::convert});
        REQUIRE(workspace->job());
        workspace->step_job(0);
        CHECK(workspace->job()->progress().done == 1);
        CHECK(workspace->job()->progress().total == 60);
        CHECK(workspace->mode() == Mode::classic);
        while (workspace->job()) workspace->step_job(1000);
        CHECK(told == Texts{"60 leads converted; simple mode"});
        CHECK(workspace->mode() == Mode::simple);
        CHECK(workspace->board(Board::deals).total == 60);
        CHECK(workspace->count(Entity::company) == 7);
        run(Undo{});
        CHECK(workspace->mode() == Mode::classic);
        CHECK(workspace->board(Board::deals).total == 0);
        CHECK(workspace->count(Entity::lead) == 60);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a bulk conversion that is cancelled converts nothing") {
        for (int i = 0; i < 60; ++i) add("Lead " + std::to_string(i));
        run(SwitchMode{Mode::simple, OpenLeads::convert});
        workspace->step_job(0);
        workspace->job()->cancel();
        workspace->step_job(0);
        CHECK(workspace->mode() == Mode::classic);
        CHECK(workspace->count(Entity::lead) == 60);
        CHECK(workspace->board(Board::deals).total == 0);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture,
                      "search finds by any word, letter case and ё aside, by company, number and phone") {
        run(SetSetting{"country", "\"RU\""});
        auto const lead =
            add("Ремонт кровли", {{"phone", "mobile", "8 (912) 000-11-22"}, {"email", "work", "petr@example.com"}},
                {{"first_name", "Пётр"}, {"last_name", "Сёмин"}, {"company_name", "ООО «Вектор»"}});
        add("Roof");
        for (auto const* text :
             {"кровли", "РЕМОНТ", "петр семин", "вектор", "petr@example.com", "+7 912 000", "+7 (912) 000-11", "89120001122", "0001122"}) {
            auto const found = workspace->search(text, 10);
            REQUIRE_MESSAGE(found.size() == 1, text);
            CHECK(found[0].record == lead);
        }
        add("Order 4500012");
        CHECK(workspace->search("4500012", 10).size() == 1);
        CHECK(workspace->search("", 10).empty());
        CHECK(workspace->search("nothing like it", 10).empty());
        run(SetFieldText{lead, "title", "Забор"});
        CHECK(workspace->search("забор", 10).size() == 1);
        CHECK(workspace->search("кровли", 10).empty());
        run(Trash{{lead}});
        CHECK(workspace->search("забор", 10).empty());
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "what the search finds of a board keeps its columns and their order") {
        auto const roof = add("Roof of the barn"), terrace = add("Terrace"), school = add("Roof of the school");
        add("Fence");
        move(terrace, lead_stage("in_progress"));
        move(school, lead_stage("in_progress"));
        using Columns = std::vector<std::vector<Uuid>>;
        auto const found = [&](Board board, std::string const& text) {
            Columns columns;
            for (auto const& column : workspace->narrowed(board, {text, {}}).columns) columns.push_back(column.cards);
            return columns;
        };
        CHECK(found(Board::leads, "roof") == Columns{{roof.id}, {school.id}, {}, {}, {}});
        CHECK(found(Board::leads, "o") == Columns{{roof.id}, {school.id}, {}, {}, {}});
        CHECK(found(Board::leads, "r")[1] == std::vector{school.id, terrace.id});
        CHECK(found(Board::leads, "?!") == Columns(5));
        run(SetFieldText{terrace, "title", "Roof terrace"});
        CHECK(found(Board::leads, "roof")[1] == std::vector{school.id, terrace.id});
        move(school, lead_stage("in_progress"), terrace.id);
        CHECK(found(Board::leads, "roof")[1] == std::vector{terrace.id, school.id});
        CHECK(found(Board::deals, "roof") == Columns(8));
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a search between two portions of reading ahead misses nothing") {
        for (int i = 0; i < 500; ++i) add("Lead number " + std::to_string(i));
        REQUIRE(workspace->read_ahead(0));
        auto const renamed = workspace->search("lead number 0", 1).front().record;
        CHECK_FALSE(workspace->read_ahead(0));
        run(SetFieldText{renamed, "title", "Orangery"});
        CHECK(workspace->search("orangery", 10).size() == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "what changes while the search is read ahead is found as it is after") {
        RecordRef oldest = add("Oldest");
        for (int i = 0; i < 300; ++i) add("Lead number " + std::to_string(i));
        REQUIRE(workspace->read_ahead(0));
        run(SetFieldText{oldest, "title", "Orangery"});
        auto const newest = add("Newest");
        run(Trash{{add("Gone")}});
        while (workspace->read_ahead(0)) {}
        CHECK(workspace->search("orangery", 10).size() == 1);
        CHECK(workspace->search("oldest", 10).empty());
        CHECK(workspace->search("gone", 10).empty());
        CHECK(workspace->search("newest", 10).front().record == newest);
        CHECK(workspace->search("newest", 10).size() == 1);
    }

}  // TEST_SUITE

}  // namespace leadkeep::app
