// Two people work with the whole application, each on a device of their own, and meet by file.
#include "domain/defaults.h"
#include "sync/person.h"

using namespace leadkeep;
using namespace leadkeep::test;

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
