// What a person reads of values that two devices changed at once, and what becomes of their choice.
#include "domain/defaults.h"
#include "sync/person.h"

using namespace leadkeep;
using namespace leadkeep::test;

namespace {

// Anna's clock goes ahead of Boris's: of what both change hers is the later.
struct Two {
    Person anna{noon_ms}, boris{noon_ms - 5'000'000};
    RecordRef lead;
    Two() {
        set_language(Language::english);
        lead = anna.add("Bakery", "+7 900 000-00-01");
        boris.take(anna.file());
    }
    void amounts(int64_t hers, int64_t his) {
        anna.run(app::SetField{lead, {"amount", {hers, std::string("EUR")}}});
        boris.run(app::SetField{lead, {"amount", {his, std::string("EUR")}}});
    }
    std::string amount_of(Person& person) {
        auto const face = person.workspace->card_face(lead);
        return face.amount ? std::to_string(face.amount->minor) : std::string();
    }
};

}  // namespace

TEST_CASE("a value changed on both sides is told with both values, who set them and where") {
    Two two;
    two.amounts(50'000, 70'000);
    CHECK(two.anna.workspace->open_conflicts() == 0);
    two.anna.take(two.boris.file());
    REQUIRE(two.anna.workspace->open_conflicts() == 1);
    auto const& conflict = two.anna.workspace->conflicts().front();
    CHECK(conflict.record == two.lead);
    CHECK(conflict.can_open);
    CHECK(conflict.title == "Bakery");
    CHECK(conflict.field == "Amount");
    CHECK(conflict.stands.value.find("500") != std::string::npos);
    CHECK(conflict.stands.who == "this device");
    CHECK(conflict.lost.value.find("700") != std::string::npos);
    CHECK(conflict.lost.who != "this device");
    CHECK_FALSE(conflict.lost.when.empty());
}

TEST_CASE("the value that lost is taken instead, as a change that goes to the others and can be undone") {
    Two two;
    two.amounts(50'000, 70'000);
    two.anna.take(two.boris.file());
    auto const number = two.anna.workspace->conflicts().front().number;
    two.anna.run(app::SettleConflict{number, app::SettleConflict::Keep::loser});
    CHECK(two.amount_of(two.anna) == "70000");
    CHECK(two.anna.workspace->open_conflicts() == 0);
    CHECK(two.anna.workspace->conflicts().empty());
    CHECK_FALSE(two.anna.workspace->run(app::SettleConflict{number, app::SettleConflict::Keep::loser}));

    two.boris.take(two.anna.file());
    CHECK(two.amount_of(two.boris) == "70000");
    CHECK(rows_of(two.anna.file()) == rows_of(two.boris.file()));

    two.anna.run(app::Undo{});
    CHECK(two.amount_of(two.anna) == "50000");
}

TEST_CASE("a winner that is left as it is stays, and is not told again when the file comes twice") {
    Two two;
    two.amounts(50'000, 70'000);
    auto const file = two.boris.file();
    two.anna.take(file);
    two.anna.run(app::SettleConflict{two.anna.workspace->conflicts().front().number});
    CHECK(two.anna.workspace->open_conflicts() == 0);
    two.anna.take(file);
    CHECK(two.anna.workspace->open_conflicts() == 0);
    CHECK(two.amount_of(two.anna) == "50000");
}

TEST_CASE("stages, the trash and ways to reach are told in words; all are left at once") {
    Two two;
    two.anna.run(app::MoveCard{two.lead, stage_id(Board::leads, "in_progress"), {}, {}, std::nullopt, {}});
    two.boris.run(app::MoveCard{two.lead, stage_id(Board::leads, "processed"), {}, {}, std::nullopt, {}});
    auto const channel = two.anna.workspace->record(two.lead)->channels.front();
    two.anna.run(app::SetChannel{two.lead, channel.id, {"phone", "work", "+7 900 000-00-07"}});
    two.boris.run(app::SetChannel{two.lead, channel.id, {"phone", "work", "+7 900 000-00-08"}});
    two.anna.take(two.boris.file());
    REQUIRE(two.anna.workspace->open_conflicts() == 2);
    std::string told;
    for (auto const& one : two.anna.workspace->conflicts()) told += one.title + "|" + one.field + "|" + one.stands.value + "|" + one.lost.value + "\n";
    CHECK(told.find("Bakery|Stage|In progress|Processed\n") != std::string::npos);
    CHECK(told.find("Bakery|Phone|+7 900 000-00-07|+7 900 000-00-08\n") != std::string::npos);
    two.anna.run(app::SettleAllConflicts{});
    CHECK(two.anna.workspace->open_conflicts() == 0);
}
