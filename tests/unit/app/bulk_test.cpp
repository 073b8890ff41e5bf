// One change to several records: order, one step of undo, what each then tells.
#include "unit/app/workspace_fixture.h"

namespace leadkeep::app {
namespace {

MoveCards moving(std::vector<RecordRef> cards, StageId to, Uuid above = {}, Uuid below = {}) {
    return {std::move(cards), to, above, below, std::nullopt, {}};
}

}  // namespace

TEST_SUITE("bulk") {
    TEST_CASE_FIXTURE(WorkspaceFixture, "several cards go between two others in the order given, and one Undo takes all back") {
        auto const d = add("D"), c = add("C"), b = add("B"), a = add("A"), y = add("Y"), x = add("X");
        auto const from = lead_stage("new"), to = lead_stage("in_progress");
        run(moving({x, y}, to));
        REQUIRE(titles(to) == Texts{"X", "Y"});
        auto const outcome = run(moving({a, c, d}, to, x.id, y.id));
        CHECK(outcome.message == "Moved 3 leads to In progress");
        CHECK(titles(to) == Texts{"X", "A", "C", "D", "Y"});
        CHECK(titles(from) == Texts{"B"});
        CHECK(history(c)[0] == "Not processed → In progress");
        run(Undo{});
        CHECK(titles(from) == Texts{"A", "B", "C", "D"});
        CHECK(titles(to) == Texts{"X", "Y"});
        run(Redo{});
        CHECK(titles(to) == Texts{"X", "A", "C", "D", "Y"});
        CHECK(titles(from) == Texts{"B"});
        (void)b;
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "cards of one column change places together, whatever stands between them") {
        auto const e = add("E"), d = add("D"), c = add("C"), b = add("B"), a = add("A");
        auto const stage = lead_stage("new");
        CHECK(run(moving({a, c}, stage, d.id, e.id)).message == "Place changed");
        CHECK(titles(stage) == Texts{"B", "D", "A", "C", "E"});
        run(moving({c, e}, stage));
        CHECK(titles(stage) == Texts{"C", "E", "B", "D", "A"});
        // A neighbour that moves along is no neighbour.
        run(moving({d, a}, stage, {}, d.id));
        CHECK(titles(stage) == Texts{"D", "A", "C", "E", "B"});
        (void)b;
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "cards of several columns meet in one") {
        auto const c = add("C"), b = add("B"), a = add("A");
        move(b, lead_stage("in_progress"));
        run(moving({a, b, c}, lead_stage("processed")));
        CHECK(titles(lead_stage("processed")) == Texts{"A", "B", "C"});
        run(Undo{});
        CHECK(titles(lead_stage("in_progress")) == Texts{"B"});
        CHECK(titles(lead_stage("new")) == Texts{"A", "C"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a failure stage takes one reason for all, and without one nothing moves") {
        auto const b = add("B"), a = add("A");
        auto command = moving({a, b}, lead_stage("junk"));
        CHECK(refusal(command).find("why it was lost") != std::string::npos);
        CHECK(titles(lead_stage("new")) == Texts{"A", "B"});
        command.loss_reason = loss_reason_id("price");
        run(command);
        CHECK(titles(lead_stage("junk")) == Texts{"A", "B"});
        for (auto const& card : {a, b}) CHECK(history(card)[0].find("Price") != std::string::npos);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a card that is gone keeps the others where they are") {
        auto const b = add("B"), a = add("A");
        run(Trash{{a}});
        CHECK(refusal(moving({b, a}, lead_stage("processed"))).find("trash") != std::string::npos);
        CHECK(titles(lead_stage("new")) == Texts{"B"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a thousand cards move in one step and keep their order") {
        std::vector<RecordRef> cards;
        for (int i = 0; i < 1000; ++i) cards.push_back(add("L" + std::to_string(999 - i)));
        std::reverse(cards.begin(), cards.end());
        auto const from = lead_stage("new"), to = lead_stage("in_progress");
        auto const before = titles(from);
        run(moving(cards, to));
        CHECK(titles(to) == before);
        CHECK(titles(from).empty());
        run(Undo{});
        CHECK(titles(from) == before);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a manager is assigned to several at once, and taken off by one Undo") {
        auto const b = add("B"), a = add("A");
        auto const anna = run(AddManager{"Anna"});
        auto const& managers = workspace->choices().managers;
        auto const found = std::find_if(managers.begin(), managers.end(), [](ChoiceView const& one) { return one.text == "Anna"; });
        REQUIRE(found != managers.end());
        std::string const before = workspace->card_face(a).manager_name;
        CHECK(run(AssignManager{{a, b}, ManagerId{found->id}}).message == "2 records assigned to Anna");
        for (auto const& card : {a, b}) CHECK(workspace->card_face(card).manager_name == "Anna");
        CHECK(run(AssignManager{{a, b}, ManagerId{found->id}}).message.empty());
        run(Undo{});
        for (auto const& card : {a, b}) CHECK(workspace->card_face(card).manager_name == before);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a tag comes beside the tags that are there, in one step") {
        auto const b = add("B"), a = add("A");
        run(SetTags{a, {"VIP"}});
        CHECK(run(AddTag{{a, b}, " Spring "}).message == "Tag “Spring” added: 2 records");
        CHECK(view(a).tags.size() == 2);
        CHECK(view(b).tags == Texts{"Spring"});
        CHECK(run(AddTag{{a, b}, "spring"}).can_undo == Outcome::CanUndo::no);
        run(Undo{});
        CHECK(view(a).tags == Texts{"VIP"});
        CHECK(view(b).tags.empty());
        CHECK(refusal(AddTag{{a}, "  "}).find("tag") != std::string::npos);
    }
}

}  // namespace leadkeep::app
