// Which files may take the place of the database, and what is said of the others.
#include "app/database_file.h"

#include <doctest/doctest.h>

#include "app/salvaged.h"
#include "base/i18n.h"
#include "store/salvage/memory_image.h"
#include "unit/app/workspace_fixture.h"

namespace leadkeep::app {
namespace {

// A workspace on a file in memory.
class Backup {
public:
    Backup() : image_(std::move(*store::MemoryImage::make())), fixture_(image_.path()) {}
    WorkspaceFixture& work() { return fixture_; }
    void sql(char const* text) { REQUIRE(fixture_.workspace->store().writer().execute(text)); }
    std::string file() { return text_of(*image_.bytes()); }

private:
    store::MemoryImage image_;
    WorkspaceFixture fixture_;
};

std::string refusal(std::string_view bytes) {
    auto const file = read_database_file(bytes);
    return file ? std::string() : describe(file.error());
}

std::string big_endian(uint32_t value) {
    return {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
}

}  // namespace

TEST_CASE("a backup is told before it is restored: how much, and how new") {
    Backup backup;
    backup.work().add("Bakery");
    auto const trashed = backup.work().add("Butcher");
    backup.work().run(Trash{{trashed}});
    auto const file = read_database_file(backup.file());
    REQUIRE(file);
    CHECK(file->preview.leads == 1);
    CHECK(file->preview.deals == 0);
    CHECK(file->preview.newest_change_ms == platform::now_ms());
    CHECK(file->bytes == backup.file());
}

TEST_CASE("what is no backup of ours is refused with a sentence") {
    Backup backup;
    backup.work().add("Bakery");
    auto const whole = backup.file();
    CHECK(refusal("") == "This file is not a Leadkeep database.");
    CHECK(refusal("Title,Phone\nRoof,1\n") == "This file is not a Leadkeep database.");
    CHECK(refusal(whole.substr(0, 60)) == "This file is not a Leadkeep database.");
    auto foreign = whole;
    foreign.replace(68, 4, "GEOP");
    CHECK(refusal(foreign) == "This file is not a Leadkeep database.");
    auto newer = whole;
    newer.replace(60, 4, big_endian(99));
    CHECK(refusal(newer).find("newer Leadkeep") != std::string::npos);
    CHECK(refusal(whole.substr(0, whole.size() / 2)).find("damaged") != std::string::npos);
    auto torn = whole;
    for (size_t at = 8 * 4096; at < 16 * 4096; ++at) torn[at] = 0;
    CHECK_FALSE(refusal(torn).empty());
}

TEST_CASE("a backup of another page size, in write-ahead mode or with foreign parts is restored with the rows that are ours") {
    Backup backup;
    auto const lead = backup.work().add("Bakery");
    backup.sql("CREATE VIEW everything AS SELECT * FROM lead; CREATE TABLE notes(text)");
    backup.sql("CREATE TRIGGER nothing_stays AFTER INSERT ON lead BEGIN DELETE FROM lead; END");
    auto bytes = backup.file();
    bytes[18] = bytes[19] = 2;
    auto const file = read_database_file(bytes);
    REQUIRE(file);
    CHECK(file->preview.leads == 1);
    auto const image = store::MemoryImage::make(bytes_of(file->bytes));
    auto const store = store::Store::open({.path = image->path()});
    REQUIRE(store);
    auto parts = (*store)->reader().prepare("SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger') OR name = 'notes'");
    REQUIRE(parts->step());
    CHECK(parts->integer(0) == 0);
    auto title = (*store)->reader().prepare("SELECT title FROM lead WHERE id = ?1");
    title->bind(1, lead.id);
    REQUIRE(title->step());
    CHECK(title->text(0) == "Bakery");
}

TEST_CASE("what was salvaged is told in words") {
    Backup backup;
    for (int i = 0; i < 3; ++i) backup.work().add("Bakery " + std::to_string(i));
    auto const salvaged = Salvaged::from(backup.file());
    REQUIRE(salvaged);
    CHECK(salvaged->lines().front().text == "3 leads can be read");
    CHECK(salvaged->lines().front().loss == SalvageLine::Loss::none);
    CHECK(salvaged->summary() == "Everything can be read: what was damaged is not a part of your data.");
    CHECK(salvaged->sync_file()->find("Bakery 2") != std::string::npos);
    CHECK(read_database_file(*salvaged->database_file())->preview.leads == 3);
}

}  // namespace leadkeep::app
