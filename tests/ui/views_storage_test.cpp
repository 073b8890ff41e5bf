// Settings, Storage: backups, kept states, the check; and that nothing large is begun before the state is kept.
#include "app/database_file.h"
#include "screen_session.h"
#include "store/salvage/memory_image.h"

namespace leadkeep::tests {
namespace {

void open_storage(ScreenSession& screen) {
    screen.click(Role::link, "Settings");
    screen.click(Role::tab, "Storage");
}

// A database with one lead, as a file.
std::string backup_of(std::string const& lead) {
    auto const image = store::MemoryImage::make();
    REQUIRE(image);
    auto const workspace = app::Workspace::open({.path = image->path()});
    REQUIRE(workspace);
    app::AddEnquiry enquiry;
    enquiry.texts = {{"title", lead}};
    REQUIRE((*workspace)->run(enquiry));
    return app::text_of(*image->bytes());
}

views::FileBytes const two_leads{"leads.csv", "Title,First name,Phone\nRoof repair,Ivan,+7 900 000-12-34\nTerrace,Anna,+7 900 000-45-67\n"};

}  // namespace

TEST_CASE("the storage page says when the last backup was, and saving one sets the day") {
    ScreenSession screen;
    open_storage(screen);
    CHECK(screen.route == "settings/storage");
    CHECK(screen.sees(Role::text, "Last backup: Never"));
    screen.click(Role::button, "Save a backup");
    REQUIRE(screen.downloads.size() == 1);
    CHECK(screen.downloads[0].name.starts_with("leadkeep-20"));
    CHECK(screen.downloads[0].name.ends_with(".sqlite"));
    CHECK_FALSE(screen.sees(Role::text, "Last backup: Never"));
}

TEST_CASE("a backup is shown before it takes the place of what is here") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    open_storage(screen);
    screen.next_file = {"old.sqlite", backup_of("Bakery")};
    screen.click(Role::button, "Restore a backup…");
    REQUIRE(screen.sees(Role::dialog, "Restore this backup?"));
    CHECK(screen.sees(Role::text, "old.sqlite"));
    CHECK(screen.sees(Role::listitem, "Leads: 1 now, 1 after"));
    CHECK(screen.restored.empty());
    screen.click(Role::button, "Cancel");
    CHECK(screen.restored.empty());
    screen.click(Role::button, "Restore a backup…");
    screen.click(Role::button, "Restore");
    REQUIRE(screen.restored.size() == 1);
    CHECK(app::read_database_file(screen.restored[0])->preview.leads == 1);
}

TEST_CASE("a file that is no backup is refused with a sentence and changes nothing") {
    ScreenSession screen;
    open_storage(screen);
    screen.next_file = {"table.sqlite", "Title,Phone\n"};
    screen.click(Role::button, "Restore a backup…");
    CHECK_FALSE(screen.sees(Role::dialog, "Restore this backup?"));
    CHECK(screen.last_note() == "This file is not a Leadkeep database.");
    screen.next_file = {"laptop.json", R"({"format":"leadkeep-sync","rows":[]})"};
    screen.click(Role::button, "Restore a backup…");
    CHECK(screen.last_note().find("laptop.json is a sync file") == 0);
    CHECK(screen.restored.empty());
}

TEST_CASE("before an import the state is kept, can be saved and returned to") {
    ScreenSession screen;
    screen.next_file = two_leads;
    screen.click(Role::button, "Import a file");
    screen.click(Role::button, "Import 2 rows");
    REQUIRE(screen.sees(Role::dialog, "Import finished"));
    CHECK(screen.find_part(Role::text, "The state before is kept"));
    screen.click(Role::button, "Done");
    REQUIRE(screen.kept.size() == 1);
    CHECK(screen.kept[0].before == views::SnapshotBefore::import);
    screen.kept_bytes[1] = backup_of("Bakery");
    open_storage(screen);
    CHECK(screen.sees(Role::listitem, "Before the import of leads.csv"));
    screen.click(Role::button, "Save as a file");
    CHECK(screen.downloads.back().bytes == screen.kept_bytes[1]);
    screen.click(Role::button, "Restore");
    REQUIRE(screen.sees(Role::dialog, "Return to this state?"));
    screen.click(Role::button, "Cancel");
    CHECK(screen.restored.empty());
}

TEST_CASE("an import is refused while the state before it can't be kept") {
    ScreenSession screen;
    screen.refuse_to_keep = "The browser's storage is full.";
    screen.next_file = two_leads;
    screen.click(Role::button, "Import a file");
    screen.click(Role::button, "Import 2 rows");
    CHECK_FALSE(screen.sees(Role::dialog, "Import finished"));
    CHECK(screen.last_note() == "The browser's storage is full.");
    CHECK(screen.workspace().count(Entity::lead) == 0);
}

TEST_CASE("before a sync file is brought in the state is kept as well") {
    std::string file;
    {
        ScreenSession first;
        first.add_lead("Bakery");
        first.click(Role::link, "Settings");
        first.click(Role::tab, "Data");
        first.click(Role::button, "Export sync file");
        file = first.downloads.front().bytes;
        CHECK(first.storage.last_backup_ms > 0);
    }
    ScreenSession screen;
    screen.shell().file_dropped(views::FileBytes{"laptop.json", file});
    screen.settle();
    CHECK(screen.kept.empty());
    screen.click(Role::button, "Bring in");
    REQUIRE(screen.sees(Role::dialog, "The changes are here"));
    REQUIRE(screen.kept.size() == 1);
    CHECK(screen.kept[0].note == "laptop.json");
    CHECK(screen.find_part(Role::text, "The state before is kept"));
}

TEST_CASE("the check tells that everything is in order, or what is not") {
    ScreenSession screen;
    screen.add_lead("Roof repair");
    open_storage(screen);
    screen.click(Role::button, "Check the data");
    CHECK(screen.sees(Role::text, "Everything is in order"));
    REQUIRE(screen.workspace().store().writer().execute("UPDATE lead SET stamps = x'00'"));
    screen.click(Role::button, "Check the data");
    CHECK(screen.sees(Role::text, "Some of it is damaged"));
    CHECK(screen.find_part(Role::text, "stamps that cannot be read"));
}

TEST_CASE("a database of a newer version is shown, says so, and is not changed") {
    auto const image = store::MemoryImage::make(app::bytes_of(backup_of("Bakery")));
    {
        auto const older = store::Connection::open(image->path(), "", store::Connection::Access::read_write);
        REQUIRE((*older)->execute("PRAGMA user_version = 99; ALTER TABLE lead ADD COLUMN favourite_colour TEXT"));
    }
    ScreenSession screen(1440, 900, image->path());
    CHECK(screen.sees(Role::listitem, "Bakery"));
    CHECK(screen.find_part(Role::alert, "The data was written by a newer Leadkeep."));
    CHECK(screen.sees(Role::status, "Read only"));
    auto const before = app::text_of(*image->bytes());
    screen.add_lead("Roof repair");
    CHECK_FALSE(screen.sees(Role::listitem, "Roof repair"));
    CHECK(screen.last_note().find("newer version") != std::string::npos);
    CHECK(app::text_of(*image->bytes()) == before);
}

}  // namespace leadkeep::tests
