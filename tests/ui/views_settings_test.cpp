// Settings, the two modes, files in and out, and what stands above the screens when something is wrong.
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

void choose_simple(ScreenSession& screen) {
    screen.click(Role::link, "Settings");
    screen.click(Role::radio, "Simple");
}

}  // namespace

TEST_CASE("switching to Simple with open leads names them and offers three ways") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    choose_simple(screen);
    REQUIRE(screen.sees(Role::dialog, "Switch to Simple mode?"));
    CHECK(screen.sees(Role::listitem, "Roof repair"));
    CHECK(screen.sees(Role::button, "Convert them now"));
    CHECK(screen.sees(Role::button, "Keep them"));
    screen.click(Role::button, "Cancel");
    CHECK(screen.workspace().mode() == app::Mode::classic);
}

TEST_CASE("leads kept by the switch are back as they were in Classic") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    choose_simple(screen);
    screen.click(Role::button, "Keep them");
    CHECK(screen.workspace().mode() == app::Mode::simple);
    CHECK_FALSE(screen.sees(Role::link, "Leads"));
    screen.click(Role::radio, "Classic");
    screen.click(Role::link, "Leads");
    CHECK(screen.sees(Role::listitem, "Roof repair"));
}

TEST_CASE("leads converted by the switch stand on the board of deals") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    choose_simple(screen);
    screen.click(Role::button, "Convert them now");
    screen.click(Role::link, "Deals");
    CHECK(screen.sees(Role::listitem, "Roof repair"));
}

TEST_CASE("in Simple a new enquiry becomes a contact and a deal") {
    ScreenSession screen;
    choose_simple(screen);
    screen.click(Role::link, "Deals");
    screen.click(Role::button, "New enquiry");
    screen.type("Title", "Summer terrace");
    screen.type("First name", "Anna");
    screen.click(Role::button, "Add enquiry");
    CHECK(screen.sees(Role::listitem, "Summer terrace"));
    CHECK(screen.workspace().clients(Entity::contact).size() == 1);
}

TEST_CASE("the language changes at once, everywhere") {
    ScreenSession screen;
    screen.click(Role::link, "Settings");
    screen.click(Role::radio, "Русский");
    CHECK(screen.sees(Role::link, "Лиды"));
    CHECK(screen.preferences["language"] == "ru");
    screen.click(Role::link, "Лиды");
    CHECK(screen.find_part(Role::list, "Не обработан"));
    set_language(Language::english);
}

TEST_CASE("a CSV file is previewed, imported, and undone as one step") {
    ScreenSession screen;
    screen.next_file = {"leads.csv", "Title,First name,Phone\nRoof repair,Ivan,+7 900 000-12-34\nTerrace,Anna,+7 900 000-45-67\n"};
    screen.click(Role::button, "Import a file");
    REQUIRE(screen.sees(Role::dialog, "Import"));
    screen.click(Role::button, "Import 2 rows");
    REQUIRE(screen.sees(Role::dialog, "Import finished"));
    screen.click(Role::button, "Done");
    CHECK(screen.sees(Role::listitem, "Roof repair"));
    CHECK(screen.sees(Role::listitem, "Terrace"));
    screen.press("z", "Ctrl");
    CHECK_FALSE(screen.sees(Role::listitem, "Roof repair"));
}

TEST_CASE("a dropped sync file is known by its content and previewed") {
    ScreenSession first;
    first.add_lead("Roof repair");
    first.click(Role::link, "Settings");
    first.click(Role::tab, "Data");
    first.click(Role::button, "Export sync file");
    REQUIRE(first.downloads.size() == 1);
    auto const file = first.downloads.front();
    first.shell().file_dropped(views::FileBytes{"from-laptop.txt", file.bytes});
    first.settle();
    CHECK(first.sees(Role::dialog, "Bring in the changes?"));
}

TEST_CASE("a file that is no table is refused with a sentence and changes nothing") {
    ScreenSession screen;
    screen.shell().file_dropped(views::FileBytes{"empty.csv", ""});
    screen.settle();
    CHECK_FALSE(screen.sees(Role::dialog, "Import"));
    CHECK_FALSE(screen.last_note().empty());
}

TEST_CASE("a second tab says so and can take over") {
    ScreenSession screen;
    screen.saving = {views::SaveState::read_only, views::ReadOnlyReason::other_tab, "", views::Network::online};
    screen.settle();
    CHECK(screen.sees(Role::status, "Read only"));
    screen.click(Role::button, "Work here");
    CHECK(screen.take_overs == 1);
}

TEST_CASE("when saving fails, the file can be saved by hand") {
    ScreenSession screen;
    screen.saving = {views::SaveState::failing, views::ReadOnlyReason::none, "The disk is full.", views::Network::online};
    screen.settle();
    CHECK(screen.sees(Role::status, "Not saved"));
    screen.click(Role::button, "Save a file");
    CHECK(screen.downloads.size() == 1);
}

}  // namespace leadkeep::tests
