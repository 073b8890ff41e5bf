// What a board is filtered by, and the orders of lists.
#include "workspace_fixture.h"

#include "app/shown.h"

namespace leadkeep::app {
namespace {

struct Filtered : WorkspaceFixture {
    Uuid source(size_t index) { return workspace->choices().sources[index].id; }
    RecordRef lead(std::string const& title, std::string const& amount, Uuid const& source = {}) {
        std::vector<FieldText> texts;
        if (!amount.empty()) texts.push_back({"amount", amount + " RUB"});
        auto const made = add(title, {}, std::move(texts));
        if (!source.is_nil()) run(SetField{made, {"source_id", {source}}});
        return made;
    }
    std::vector<std::string> titles(std::vector<Uuid> const& cards) {
        std::vector<std::string> all;
        for (auto const& id : cards) all.push_back(workspace->card_face({Entity::lead, id}).title);
        return all;
    }
    std::vector<std::string> in_order(ListBy by, SortOrder direction) {
        return titles(workspace->in_order(workspace->board(Board::leads), {by, direction}));
    }
};

using Titles = std::vector<std::string>;

}  // namespace

TEST_SUITE("lists") {
    TEST_CASE_FIXTURE(Filtered, "a filter by source leaves its cards, their count and what they are worth") {
        auto const roof = lead("Roof", "48000", source(0)), fence = lead("Fence", "1500", source(1));
        lead("Barn", "700");
        BoardQuery query;
        query.filter.sources = {source(0)};
        auto board = workspace->narrowed(Board::leads, query);
        CHECK(board.total == 1);
        CHECK(board.columns[0].cards == std::vector{roof.id});
        CHECK(shown_sums(board.sums) == shown_money({48'000'00, "RUB"}));
        query.filter.sources.push_back(source(1));
        CHECK(workspace->narrowed(Board::leads, query).total == 2);
        query.filter.sources = {Uuid{}};
        board = workspace->narrowed(Board::leads, query);
        CHECK(board.total == 1);
        CHECK(titles(board.columns[0].cards) == Titles{"Barn"});
        query.filter = {{}, {source(1)}, Stalling::any};
        query.text = "roof";
        CHECK(workspace->narrowed(Board::leads, query).total == 0);
        run(SetFieldText{fence, "title", "Roof of a fence"});
        CHECK(workspace->narrowed(Board::leads, query).total == 1);
    }

    TEST_CASE_FIXTURE(Filtered, "a filter by manager finds what is one's own and what is nobody's") {
        auto const mine = lead("Roof", "");
        auto const theirs = lead("Fence", "");
        run(SetField{theirs, {"manager_id", {Uuid{}}}});
        BoardQuery query;
        query.filter.managers = {workspace->me().uuid};
        CHECK(workspace->narrowed(Board::leads, query).columns[0].cards == std::vector{mine.id});
        query.filter.managers = {Uuid{}};
        CHECK(workspace->narrowed(Board::leads, query).columns[0].cards == std::vector{theirs.id});
    }

    TEST_CASE_FIXTURE(Filtered, "a card is stalled past the limit of its stage, and no more once it moves on") {
        auto const roof = lead("Roof", "");
        lead("Fence", "");
        for (auto const& column : workspace->board(Board::leads).columns) run(SetStallLimit{column.stage.id, 0});
        run(SetStallLimit{lead_stage("in_progress"), 5});
        move(roof, lead_stage("in_progress"));
        auto const stalled = [&] {
            while (workspace->read_ahead(1000)) {}
            return workspace->stalled(Board::leads);
        };
        CHECK(stalled() == 0);
        later(5 * test_day_ms);
        CHECK(stalled() == 0);
        later(test_day_ms);
        CHECK(stalled() == 1);
        BoardQuery query;
        query.filter.stalling = Stalling::stalled;
        CHECK(workspace->narrowed(Board::leads, query).columns[1].cards == std::vector{roof.id});
        move(roof, lead_stage("processed"));
        CHECK(stalled() == 0);
        CHECK(workspace->narrowed(Board::leads, query).total == 0);
    }

    TEST_CASE_FIXTURE(Filtered, "a list is ordered by any column, and what has no value comes last both ways") {
        auto const roof = lead("Roof", "100"), barn = lead("Barn", "");
        lead("attic", "2000");
        move(barn, lead_stage("in_progress"));
        CHECK(in_order(ListBy::stage, SortOrder::ascending).back() == "Barn");
        CHECK(in_order(ListBy::stage, SortOrder::descending).front() == "Barn");
        CHECK(in_order(ListBy::name, SortOrder::ascending) == Titles{"attic", "Barn", "Roof"});
        CHECK(in_order(ListBy::name, SortOrder::descending) == Titles{"Roof", "Barn", "attic"});
        CHECK(in_order(ListBy::amount, SortOrder::ascending) == Titles{"Roof", "attic", "Barn"});
        CHECK(in_order(ListBy::amount, SortOrder::descending) == Titles{"attic", "Roof", "Barn"});
        CHECK(in_order(ListBy::created, SortOrder::ascending) == Titles{"Roof", "Barn", "attic"});
        later(3 * test_day_ms);
        move(roof, lead_stage("processed"));
        CHECK(in_order(ListBy::days_in_stage, SortOrder::ascending).front() == "Roof");
    }

    TEST_CASE_FIXTURE(Filtered, "clients are found by a text however many leads have it too") {
        auto const lead_of_anna = add("Anna Orlova", {{"phone", "work", "+7 900 000-12-34"}}, {{"first_name", "Anna"}, {"last_name", "Orlova"}});
        for (int i = 0; i < 1200; ++i) add("Anna " + std::to_string(i));
        run(ConvertLead{{lead_of_anna.id}});
        auto const found = workspace->clients(Entity::contact, "anna");
        REQUIRE(found.size() == 1);
        auto const& face = workspace->client_face({Entity::contact, found[0]});
        CHECK(face.name == "Anna Orlova");
        CHECK(face.phone == "+7 900 000-12-34");
        CHECK(face.way_to_reach == face.phone);
    }
}

}  // namespace leadkeep::app
