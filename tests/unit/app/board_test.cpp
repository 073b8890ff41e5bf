// The board as a person works on it: adding, moving, sums, trash, undo.
#include <algorithm>
#include <random>

#include "store/queries/rows.h"
#include "unit/app/workspace_fixture.h"

namespace leadkeep::app {

TEST_SUITE("board") {
    TEST_CASE_FIXTURE(WorkspaceFixture,
                      "a new workspace shows the five stages of leads and eight of deals, all empty") {
        auto const& leads = workspace->board(Board::leads);
        REQUIRE(leads.columns.size() == 5);
        CHECK(leads.columns[0].stage.name == "Not processed");
        CHECK(leads.columns[0].stage.colour_rgb == 0x00C4FB);
        CHECK(leads.columns[3].stage.meaning == StageMeaning::success);
        CHECK(leads.columns[4].stage.meaning == StageMeaning::failure);
        CHECK(leads.total == 0);
        CHECK(workspace->board(Board::deals).columns.size() == 8);
        CHECK(workspace->mode() == Mode::classic);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a new lead comes to the top of the first column") {
        add("Roof");
        add("Terrace");
        CHECK(titles(lead_stage("new")) == Texts{"Terrace", "Roof"});
        CHECK(workspace->count(Entity::lead) == 2);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a lead without a title is called by its number") {
        auto const lead = add("", {{"phone", "mobile", "+7 912 000-11-22"}});
        auto const number = view(lead).number;
        CHECK(number.ends_with("-1"));
        CHECK(view(lead).title == "Lead " + number);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a column counts its cards and sums their amounts by currency") {
        add("A", {}, {{"amount", "48 000 RUB"}});
        add("B", {}, {{"amount", "1 000,50 RUB"}});
        add("C", {}, {{"amount", "$5"}});
        auto const& sums = column(lead_stage("new")).sums;
        REQUIRE(sums.size() == 2);
        CHECK(sums[0].currency == "RUB");
        CHECK(sums[0].minor == 4'900'050);
        CHECK(sums[1].currency == "USD");
        CHECK(sums[1].minor == 500);
        CHECK(workspace->board(Board::leads).sums.size() == 2);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a card moves to another column between two others") {
        auto const c = add("C"), b = add("B"), a = add("A"), x = add("X");
        for (auto const& card : {c, b, a}) move(card, lead_stage("in_progress"));
        REQUIRE(titles(lead_stage("in_progress")) == Texts{"A", "B", "C"});
        auto const outcome = move(x, lead_stage("in_progress"), a.id, b.id);
        CHECK(outcome.message == "Moved to In progress");
        CHECK(titles(lead_stage("in_progress")) == Texts{"A", "X", "B", "C"});
        CHECK(titles(lead_stage("new")).empty());
        CHECK(history(x)[0] == "Not processed → In progress");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "cards change places within a column in every way") {
        auto const c = add("C"), b = add("B"), a = add("A");
        auto const stage = lead_stage("new");
        move(a, stage, c.id, {});
        CHECK(titles(stage) == Texts{"B", "C", "A"});
        move(a, stage, {}, b.id);
        CHECK(titles(stage) == Texts{"A", "B", "C"});
        move(c, stage, a.id, b.id);
        CHECK(titles(stage) == Texts{"A", "C", "B"});
        move(b, stage);
        CHECK(titles(stage) == Texts{"B", "A", "C"});
        // Its own neighbours: it stays.
        move(a, stage, b.id, c.id);
        CHECK(titles(stage) == Texts{"B", "A", "C"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "cards that came without a place keep their order when one is put among them") {
        std::vector<RecordRef> cards;
        for (auto const* title : {"One", "Two", "Three"}) cards.push_back(add(title));
        {  // As a merge leaves them: the stage from one device, the place from another.
            auto change = store::Transaction::begin(workspace->store(), {"test", {}, {}});
            REQUIRE(change);
            for (auto const& card : cards)
                REQUIRE(
                    change->set(Entity::lead, card.id, {{"position", {lead_stage("junk").uuid, std::string("a0V")}}}));
            REQUIRE(change->commit());
        }
        auto const stage = lead_stage("new");
        CHECK(titles(stage) == Texts{"One", "Two", "Three"});
        auto const four = add("Four");
        CHECK(titles(stage) == Texts{"Four", "One", "Two", "Three"});
        move(four, stage, cards[0].id, cards[1].id);
        CHECK(titles(stage) == Texts{"One", "Four", "Two", "Three"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a card whose stage is gone stands in the first column") {
        auto const lead = add("Lost stage");
        auto change = store::Transaction::begin(workspace->store(), {"test", {}, {}});
        REQUIRE(change);
        REQUIRE(change->set(Entity::lead, lead.id, {{"stage", {uuid_v5(leadkeep_space, "gone"), int64_t{0}}}}));
        REQUIRE(change->commit());
        CHECK(titles(lead_stage("new")) == Texts{"Lost stage"});
        CHECK(view(lead).stage == lead_stage("new"));
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a failure stage asks for its reason, and some reasons for a note") {
        auto const lead = add("Too dear");
        CHECK(workspace->needs_loss_reason(lead_stage("junk")));
        CHECK_FALSE(workspace->needs_loss_reason(lead_stage("quality")));
        CHECK(refusal(MoveCard{lead, lead_stage("junk"), {}, {}, std::nullopt, {}}).find("why it was lost") !=
              std::string::npos);
        CHECK(refusal(MoveCard{lead, lead_stage("junk"), {}, {}, loss_reason_id("other"), " "}).find("note") !=
              std::string::npos);
        CHECK(titles(lead_stage("new")) == Texts{"Too dear"});
        run(MoveCard{lead, lead_stage("junk"), {}, {}, loss_reason_id("price"), "Half of it elsewhere"});
        CHECK(titles(lead_stage("junk")) == Texts{"Too dear"});
        CHECK(history(lead)[0] == "Not processed → Junk lead: Price: Half of it elsewhere");
        CHECK(field(lead, "loss_reason_id").text == "Price");
        move(lead, lead_stage("in_progress"));
        CHECK(field(lead, "loss_reason_id").text == "");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a move can be undone and done again") {
        auto const a = add("A");
        add("B");
        move(a, lead_stage("processed"));
        CHECK(workspace->undo_state().can_undo);
        auto const undone = run(Undo{});
        CHECK(undone.message == "Undone: Lead moved");
        CHECK(titles(lead_stage("new")) == Texts{"B", "A"});
        run(Redo{});
        CHECK(titles(lead_stage("processed")) == Texts{"A"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture,
                      "a lead in the trash leaves the board, is listed there and comes back to its place") {
        auto const a = add("A", {}, {{"amount", "10 EUR"}});
        add("B");
        auto const outcome = run(Trash{{a}});
        CHECK(outcome.message == "“A” moved to the trash");
        CHECK(titles(lead_stage("new")) == Texts{"B"});
        CHECK(column(lead_stage("new")).sums.empty());
        REQUIRE(workspace->trash().size() == 1);
        CHECK(workspace->trash()[0].title == "A");
        CHECK(view(a).state == RecordView::State::trashed);
        CHECK(refusal(SetFieldText{a, "title", "C"}).find("trash") != std::string::npos);
        run(RestoreFromTrash{{a}});
        CHECK(titles(lead_stage("new")) == Texts{"B", "A"});
        CHECK(workspace->trash().empty());
        run(Trash{{a}});
        run(Undo{});
        CHECK(titles(lead_stage("new")) == Texts{"B", "A"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "undo takes a new lead back off the board") {
        add("Mistake");
        run(Undo{});
        CHECK(workspace->board(Board::leads).total == 0);
        CHECK(workspace->count(Entity::lead) == 0);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a postponed lead is away until its day") {
        auto const lead = add("In April", {}, {{"amount", "5 EUR"}});
        run(SetFieldText{lead, "postponed_until", "2026-03-17"});
        CHECK(titles(lead_stage("new")).empty());
        CHECK(column(lead_stage("new")).sums.empty());
        later(2 * test_day_ms);
        CHECK(titles(lead_stage("new")) == Texts{"In April"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a screen's revision grows with a change and with nothing else") {
        auto const lead = add("A");
        auto const before = workspace->revision();
        workspace->board(Board::leads);
        workspace->record(lead);
        workspace->keep_draft(lead, "title", "A b");
        CHECK(workspace->revision() == before);
        move(lead, lead_stage("processed"));
        CHECK(workspace->revision() > before);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "deals have a board of their own") {
        AddDeal deal;
        deal.texts = {{"title", "Kitchen"}, {"amount", "1 200 EUR"}};
        auto const made = run(deal).made;
        REQUIRE(made);
        CHECK(titles(deal_stage("new"), Board::deals) == Texts{"Kitchen"});
        move(*made, deal_stage("won"));
        CHECK(titles(deal_stage("won"), Board::deals) == Texts{"Kitchen"});
        CHECK(workspace->count(Entity::deal) == 0);
        CHECK(refusal(MoveCard{*made, lead_stage("new"), {}, {}, std::nullopt, {}}).find("stage") != std::string::npos);
    }

    // The board is brought up to date card by card: it must be what a program that has just been started reads.
    TEST_CASE("after any deeds the board is as one that is opened anew") {
        WorkspaceFixture fixture(":memory:/board_kept_up");
        std::mt19937 random(7);
        std::vector<RecordRef> leads;
        auto const any = [&](size_t count) { return size_t(random()) % count; };
        std::vector<StageId> stages;
        for (auto const* key : {"new", "in_progress", "processed"}) stages.push_back(fixture.lead_stage(key));
        for (int deed = 0; deed < 300; ++deed) {
            if (leads.size() < 5 || any(6) == 0) {
                leads.push_back(fixture.add("Lead " + std::to_string(deed)));
                continue;
            }
            auto const lead = leads[any(leads.size())];
            bool const trashed = fixture.view(lead).state == RecordView::State::trashed;
            if (trashed) {
                fixture.run(RestoreFromTrash{{lead}});
                continue;
            }
            auto const& target = fixture.column(stages[any(stages.size())]);
            std::vector<Uuid> others = target.cards;
            std::erase(others, lead.id);
            size_t const at = any(others.size() + 1);
            switch (any(5)) {
                case 0: fixture.run(Trash{{lead}}); break;
                case 1: fixture.run(SetFieldText{lead, "amount", std::to_string(deed) + (deed % 2 ? " RUB" : " USD")}); break;
                case 2: fixture.run(Undo{}); break;
                default:
                    fixture.move(lead, target.stage.id, at > 0 ? others[at - 1] : Uuid{}, at < others.size() ? others[at] : Uuid{});
            }
            if (deed % 5) continue;
            auto anew = Workspace::open({.path = ":memory:/board_kept_up"});
            REQUIRE(anew);
            auto const& kept = fixture.workspace->board(Board::leads);
            auto const& read = (*anew)->board(Board::leads);
            CHECK(kept.total == read.total);
            for (size_t i = 0; i < read.columns.size(); ++i) {
                CHECK(kept.columns[i].cards == read.columns[i].cards);
                for (auto const& sum : read.columns[i].sums) {
                    auto const& sums = kept.columns[i].sums;
                    auto const same = std::find_if(sums.begin(), sums.end(), [&](Money const& one) { return one.currency == sum.currency; });
                    REQUIRE(same != sums.end());
                    CHECK(same->minor == sum.minor);
                }
                CHECK(kept.columns[i].sums.size() == read.columns[i].sums.size());
            }
        }
    }

}  // TEST_SUITE

}  // namespace leadkeep::app
