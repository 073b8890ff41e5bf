// Stages as a person arranges them: named, coloured, limited, put in another order, added, deleted with somewhere for
// their cards; columns sorted.
#include <algorithm>
#include <filesystem>

#include "base/ranges.h"
#include "platform/random.h"
#include "unit/app/workspace_fixture.h"

namespace leadkeep::app {

TEST_SUITE("stages") {
    namespace {

    Texts stage_names(Workspace& workspace, Board board = Board::leads) {
        Texts names;
        for (auto const& column : workspace.board(board).columns) names.push_back(column.stage.name);
        return names;
    }
    LossReasonId reason(char const* key) { return loss_reason_id(key); }

    // On a file, since a database in memory can't be read while a job writes it; or to be opened again.
    struct OnFile {
        std::string path = (std::filesystem::temp_directory_path() / ("leadkeep-" + platform::new_uuid().to_string() + ".db")).string();
        std::optional<WorkspaceFixture> fixture{std::in_place, path};
        void reopen() {
            fixture.reset();
            fixture.emplace(path);
        }
        ~OnFile() {
            fixture.reset();
            std::filesystem::remove(path);
        }
    };

    }  // namespace

    TEST_CASE_FIXTURE(WorkspaceFixture, "a stage gets another name, and Undo and Redo take it back and forth") {
        auto const stage = lead_stage("in_progress");
        CHECK(run(RenameStage{stage, "  Calling  "}).message == "Stage renamed");
        CHECK(column(stage).stage.name == "Calling");
        run(Undo{});
        CHECK(column(stage).stage.name == "In progress");
        run(Redo{});
        CHECK(column(stage).stage.name == "Calling");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "called as it shipped again, a stage speaks the language of the device") {
        auto const stage = lead_stage("in_progress");
        run(RenameStage{stage, "Calling"});
        run(RenameStage{stage, "In progress"});
        set_language(Language::russian);
        CHECK(column(stage).stage.name == "В работе");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a name that is empty, too long or another stage's is refused with a sentence") {
        auto const stage = lead_stage("in_progress");
        CHECK(refusal(RenameStage{stage, "   "}) == "Type the stage's name first.");
        CHECK(refusal(RenameStage{stage, "processed"}) == "There is a stage “Processed” on this board already. Choose another name.");
        CHECK(refusal(RenameStage{stage, std::string(200, 'x')}) == "“Name” is too long. Shorten it.");
        CHECK(refusal(AddStage{Board::leads, stage, "", 0}) == "Type the stage's name first.");
        CHECK(run(RenameStage{stage, "IN PROGRESS"}).message == "Stage renamed");  // its own in capitals
        CHECK(run(RenameStage{deal_stage("new"), "Processed"}).message == "Stage renamed");  // the other board's
        CHECK(refusal(RenameStage{{}, "Nothing"}) == "This stage is not there any more. Choose another.");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a new stage stands right after the one it was added to, empty and in its colour") {
        auto const outcome = run(AddStage{Board::leads, lead_stage("new"), "Called", 0xE667C0});
        CHECK(stage_names(*workspace) == Texts{"Not processed", "Called", "In progress", "Processed", "Quality lead", "Junk lead"});
        REQUIRE(outcome.made);
        auto const& made = column({outcome.made->id});
        CHECK(made.stage.colour_rgb == 0xE667C0);
        CHECK(made.stage.meaning == StageMeaning::progress);
        move(add("Roof"), made.stage.id);
        CHECK(titles(made.stage.id) == Texts{"Roof"});
        run(Undo{});
        run(Undo{});
        run(Undo{});
        CHECK(stage_names(*workspace).size() == 5);
        run(Redo{});
        CHECK(stage_names(*workspace)[1] == "Called");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a stage without a known neighbour is added behind the last") {
        run(AddStage{Board::deals, {}, "Archive", 0x8A94A6});
        CHECK(stage_names(*workspace, Board::deals).back() == "Archive");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "columns change places one by one and stay within the board") {
        auto const stage = lead_stage("in_progress");
        run(MoveStage{stage, Towards::right});
        CHECK(stage_names(*workspace) == Texts{"Not processed", "Processed", "In progress", "Quality lead", "Junk lead"});
        run(MoveStage{stage, Towards::left});
        run(MoveStage{stage, Towards::left});
        CHECK(stage_names(*workspace) == Texts{"In progress", "Not processed", "Processed", "Quality lead", "Junk lead"});
        CHECK(run(MoveStage{stage, Towards::left}).message.empty());
        CHECK(run(MoveStage{lead_stage("junk"), Towards::right}).message.empty());
        run(Undo{});
        CHECK(stage_names(*workspace)[1] == "In progress");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a card that stands longer than its stage's limit says so, and the limit can be changed") {
        auto const lead = add("Roof", {{"phone", "mobile", "+7 912 000-11-22"}});
        later(5 * test_day_ms);
        auto const stalls = [&] { return ranges::count(pills(lead), std::string("5 days in stage")) > 0; };
        CHECK(stalls());
        run(SetStallLimit{lead_stage("new"), 5});
        CHECK_FALSE(stalls());
        run(SetStallLimit{lead_stage("new"), 4});
        CHECK(stalls());
        run(SetStallLimit{lead_stage("new"), 0});
        CHECK_FALSE(stalls());
        run(Undo{});
        CHECK(stalls());
        CHECK(refusal(SetStallLimit{lead_stage("new"), -1}) == "A stall limit is a number of days up to 10 000, or none.");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a stage takes another colour") {
        run(SetStageColour{lead_stage("new"), 0x2DB84D});
        CHECK(column(lead_stage("new")).stage.colour_rgb == 0x2DB84D);
        CHECK(run(SetStageColour{lead_stage("new"), 0x2DB84D}).message.empty());
        run(Undo{});
        CHECK(column(lead_stage("new")).stage.colour_rgb == 0x00C4FB);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a deleted stage's cards go to the end of another, in order and with their history; Undo is one step") {
        auto const from = lead_stage("in_progress"), to = lead_stage("processed");
        auto const there = add("There"), b = add("B"), a = add("A");
        move(there, to);
        move(b, from);
        move(a, from);
        CHECK(run(DeleteStage{from, to, {}, {}}).message == "Stage “In progress” deleted");
        CHECK(stage_names(*workspace) == Texts{"Not processed", "Processed", "Quality lead", "Junk lead"});
        CHECK(titles(to) == Texts{"There", "A", "B"});
        CHECK(history(a)[0] == "In progress → Processed");
        run(Undo{});
        CHECK(stage_names(*workspace).size() == 5);
        CHECK(titles(from) == Texts{"A", "B"});
        CHECK(titles(to) == Texts{"There"});
        run(Redo{});
        CHECK(titles(to) == Texts{"There", "A", "B"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a stage that holds cards is deleted only with somewhere for them to go") {
        auto const from = lead_stage("in_progress");
        CHECK(run(DeleteStage{lead_stage("processed"), {}, {}, {}}).message == "Stage “Processed” deleted");
        move(add("A"), from);
        CHECK(workspace->count_in_stage(from) == 1);
        std::string const sentence = "Choose the stage to which the cards of “In progress” go.";
        CHECK(refusal(DeleteStage{from, {}, {}, {}}) == sentence);
        CHECK(refusal(DeleteStage{from, from, {}, {}}) == sentence);
        CHECK(refusal(DeleteStage{from, deal_stage("new"), {}, {}}) == sentence);
        CHECK(titles(from) == Texts{"A"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "cards that go to a failure stage are lost for a reason; those lost before keep theirs") {
        auto const junk = lead_stage("junk");
        auto const lost = add("Lost"), open = add("Open");
        run(MoveCard{lost, junk, {}, {}, reason("price"), {}});
        move(open, lead_stage("in_progress"));
        CHECK(refusal(DeleteStage{lead_stage("in_progress"), junk, {}, {}}) == "Choose why it was lost before moving the card to “Junk lead”.");
        run(DeleteStage{lead_stage("in_progress"), junk, reason("no_budget"), {}});
        CHECK(field(open, "loss_reason_id").text == "No budget");
        CHECK(field(lost, "loss_reason_id").text == "Price");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "the only stage of its meaning stays, and a sentence says why") {
        CHECK(refusal(DeleteStage{lead_stage("quality"), lead_stage("new"), {}, {}}) ==
              "“Quality lead” can't be deleted: what succeeds goes there, and the board has no other such stage.");
        CHECK(refusal(DeleteStage{lead_stage("junk"), lead_stage("new"), {}, {}}) ==
              "“Junk lead” can't be deleted: what is lost goes there, and the board has no other such stage.");
        run(DeleteStage{lead_stage("in_progress"), {}, {}, {}});
        run(DeleteStage{lead_stage("processed"), {}, {}, {}});
        CHECK(describe(workspace->check_stage_may_go(lead_stage("new")).error()) ==
              "“Not processed” is the only stage of work on this board: new cards come there. Add another one first.");
        CHECK(workspace->check_stage_may_go(deal_stage("lost")));  // there is the analysis of failures beside it
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a column is sorted by any of its fields, as one step for Undo") {
        auto const stage = lead_stage("new");
        auto const b = add("beta", {}, {{"amount", "100 RUB"}});
        later(1000);
        auto const c = add("Gamma", {{"phone", "mobile", "+7 912 000-11-22"}}, {{"amount", "900 RUB"}});
        later(1000);
        auto const a = add("Alpha", {}, {{"amount", "5 USD"}});
        later(1000);
        auto const d = add("delta");
        move(b, stage);
        auto const by_hand = titles(stage);
        REQUIRE(by_hand == Texts{"beta", "delta", "Alpha", "Gamma"});
        run(SortColumn{stage, SortBy::name});
        CHECK(titles(stage) == Texts{"Alpha", "beta", "delta", "Gamma"});
        run(Undo{});
        CHECK(titles(stage) == by_hand);
        run(Redo{});
        CHECK(titles(stage) == Texts{"Alpha", "beta", "delta", "Gamma"});
        run(SortColumn{stage, SortBy::created});
        CHECK(titles(stage) == Texts{"delta", "Alpha", "Gamma", "beta"});
        run(SortColumn{stage, SortBy::amount});
        CHECK(titles(stage) == Texts{"Gamma", "beta", "Alpha", "delta"});  // the commonest currency, another, none
        run(SortColumn{stage, SortBy::score});
        CHECK(titles(stage).front() == "Gamma");
        later(1000);
        run(AddNote{d, "Called"});
        run(SortColumn{stage, SortBy::changed});
        CHECK(titles(stage).front() == "delta");
        move(a, stage);  // by hand again
        CHECK(titles(stage).front() == "Alpha");
        CHECK(c.id != d.id);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "sorting what is sorted changes nothing") {
        auto const stage = lead_stage("new");
        for (auto const* title : {"C", "B", "A"}) add(title);
        run(SortColumn{stage, SortBy::name});
        CHECK(workspace->undo_state().undo_label != "Column sorted");
    }

    TEST_CASE("a full column is sorted and deleted in slices, whole or not at all") {
        OnFile file;
        auto& f = *file.fixture;
        auto const from = f.lead_stage("in_progress"), to = f.lead_stage("processed");
        for (int i = 0; i < 120; ++i) f.move(f.add("Lead " + std::to_string(1000 + i * 37 % 120)), from);
        std::vector<std::string> said;
        f.workspace->on_queued_outcome = [&](Result<Outcome> outcome) { said.push_back(outcome ? outcome->message : describe(outcome.error())); };
        auto const finish = [&] {
            while (f.workspace->job()) f.workspace->step_job(0);
        };
        CHECK(f.run(SortColumn{from, SortBy::name}).message.empty());
        REQUIRE(f.workspace->job());
        f.workspace->step_job(0);
        CHECK(f.workspace->job()->progress().total == 240);
        finish();
        auto const sorted = f.titles(from);
        CHECK(std::is_sorted(sorted.begin(), sorted.end()));

        f.run(DeleteStage{from, to, {}, {}});
        for (int i = 0; i < 20; ++i) f.workspace->step_job(0);
        f.workspace->job()->cancel();
        finish();
        CHECK(f.titles(from) == sorted);

        f.run(DeleteStage{from, to, {}, {}});
        finish();
        CHECK(f.titles(to) == sorted);
        CHECK(said == Texts{"Column sorted", "Stage “In progress” deleted"});
        f.run(Undo{});
        CHECK(f.titles(from) == sorted);
    }

    TEST_CASE("what was arranged is there when the database is opened again, and can still be undone") {
        OnFile file;
        auto const stage = file.fixture->lead_stage("in_progress");
        file.fixture->run(RenameStage{stage, "Calling"});
        file.fixture->run(MoveStage{stage, Towards::left});
        file.fixture->run(DeleteStage{file.fixture->lead_stage("processed"), {}, {}, {}});
        file.reopen();
        CHECK(stage_names(*file.fixture->workspace) == Texts{"Calling", "Not processed", "Quality lead", "Junk lead"});
        for (int i = 0; i < 3; ++i) file.fixture->run(Undo{});
        CHECK(stage_names(*file.fixture->workspace) == Texts{"Not processed", "In progress", "Processed", "Quality lead", "Junk lead"});
    }
}

}  // namespace leadkeep::app
