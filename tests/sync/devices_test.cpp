// Which devices work on the data, how far each has confirmed, and the file with what it lacks.
#include "sync/person.h"

using namespace leadkeep;
using namespace leadkeep::test;

namespace {

app::DeviceView const& only_other(Person& person) {
    auto const& others = person.workspace->devices().others;
    REQUIRE(others.size() == 1);
    return others.front();
}

}  // namespace

TEST_CASE("a device is known by its name and its person once its file has come; what waits for it is counted") {
    set_language(Language::english);
    Person anna(noon_ms), boris(noon_ms - 5'000'000);
    CHECK(anna.workspace->devices().others.empty());
    boris.run(app::NameDevice{" Phone "});
    CHECK(boris.workspace->devices().own.name == "Phone");
    auto const lead = anna.add("Bakery", "+7 900 000-00-01");
    anna.take(boris.file());
    CHECK(only_other(anna).name == "Phone");
    CHECK_FALSE(only_other(anna).person.empty());
    CHECK(only_other(anna).has_confirmed);
    CHECK(only_other(anna).waiting > 0);

    boris.take(anna.file());
    anna.take(boris.file());
    CHECK(only_other(anna).waiting == 0);
    anna.run(app::SetFieldText{lead, "title", "Bakery on the corner"});
    CHECK(only_other(anna).waiting == 2);  // the title, and the event that tells of it
}

TEST_CASE("the changes saved for a device are all that it lacks, and no more") {
    set_language(Language::english);
    Person anna(noon_ms), boris(noon_ms - 5'000'000);
    for (int i = 0; i < 20; ++i) anna.add("Lead " + std::to_string(i), "+7 900 000-00-" + std::to_string(10 + i));
    boris.take(anna.file());
    anna.take(boris.file());
    anna.add("Butcher", "+7 900 000-00-99");
    std::string const changes = got(app::export_sync_file(anna.workspace->store(), {only_other(anna).since}));
    CHECK(row_lines(changes).size() < row_lines(anna.file()).size() / 4);
    boris.take(changes);
    CHECK(boris.workspace->count(Entity::lead) == 21);
    CHECK(rows_of(anna.file()) == rows_of(boris.file()));
}

TEST_CASE("a device without a name of its own goes by its person's, and a cleared name is none") {
    set_language(Language::english);
    Person anna(noon_ms), boris(noon_ms - 5'000'000);
    boris.run(app::NameDevice{"Phone"});
    boris.run(app::NameDevice{""});
    anna.take(boris.file());
    CHECK(only_other(anna).name.empty());
    CHECK(only_other(anna).person == "Colleague");
}
