// The screens that stand where the saved data is damaged or gone: nothing is replaced before the person chose it.
#include "app/database_file.h"
#include "app/salvaged.h"
#include "screen_session.h"
#include "store/salvage/memory_image.h"
#include "views/recovery.h"

namespace leadkeep::tests {
namespace {

// A database with leads; its middle is lost when `damaged`.
std::string database(int leads, bool damaged) {
    auto const image = store::MemoryImage::make();
    auto const workspace = app::Workspace::open({.path = image->path()});
    REQUIRE(workspace);
    for (int i = 0; i < leads; ++i) {
        app::AddEnquiry enquiry;
        enquiry.texts = {{"title", "Lead " + std::to_string(i)}, {"comments", std::string(900, 'x')}};
        REQUIRE((*workspace)->run(enquiry));
    }
    auto bytes = app::text_of(*image->bytes());
    // A page that holds leads goes.
    if (damaged) bytes.replace(bytes.find("Lead 7") / 4096 * 4096, 4096, 4096, '\0');
    return bytes;
}

class RecoverySession {
public:
    RecoverySession(views::RecoverySituation::Cause cause, std::string file, int64_t last_backup_ms = 0, float width_px = 1440) {
        set_language(Language::english);
        platform::Display display;
        display.width_px = width_px, display.height_px = 900, display.reduced_motion = true;
        platform::headless::set_display(display);
        views::RecoverySituation situation;
        situation.cause = cause;
        situation.last_backup_ms = last_backup_ms;
        situation.damaged_file = [file] { return file; };
        views::RecoveryServices services;
        services.choose_file = [this](std::string_view, views::FileChosen chosen) { chosen(next_file); };
        services.download = [this](std::string_view name, std::string_view, std::string_view bytes) { downloads.emplace_back(name, bytes); };
        services.begin_with = [this](std::string bytes) -> Result<void> {
            begun.push_back(std::move(bytes));
            return {};
        };
        services.begin_empty = [this]() -> Result<void> {
            begun.emplace_back();
            return {};
        };
        services.look_again = [this] { ++looks; };
        services.call_soon = [](std::function<void()> call) { call(); };
        recovery_.emplace(std::move(situation), std::move(services));
        REQUIRE(ui::start([this] { recovery_->frame(); }));
        settle();
    }
    ~RecoverySession() { ui::stop(); }

    bool sees(Role role, std::string_view part) {
        for (ui::Node const* node : ui::find_all(role, part))
            if (ui::reachable(*node)) return true;
        return false;
    }
    void click(std::string_view name) {
        for (ui::Node const* node : ui::find_all(Role::button, name)) {
            if (node->name != name) continue;
            for (auto const kind : {platform::InputKind::pointer_move, platform::InputKind::pointer_down, platform::InputKind::pointer_up}) {
                platform::InputEvent event;
                event.kind = kind;
                event.x = node->rect.center().x, event.y = node->rect.center().y;
                event.at_ms = platform::monotonic_ms();
                platform::headless::push_input(std::move(event));
            }
            return settle();
        }
        FAIL("no such button: ", std::string(name));
    }

    views::FileBytes next_file;
    std::vector<std::pair<std::string, std::string>> downloads;
    std::vector<std::string> begun;  // "" for an empty one
    int looks = 0;

private:
    void settle() {
        for (int i = 0; i < 100; ++i) {
            platform::headless::run_frame();
            if (!platform::headless::frame_requested()) return;
        }
    }
    std::optional<views::Recovery> recovery_;
};

using Cause = views::RecoverySituation::Cause;

}  // namespace

TEST_CASE("damaged data: what can be read and what is lost stands there in words") {
    RecoverySession screen(Cause::damaged, database(40, true));
    CHECK(screen.sees(Role::heading, "The saved data is damaged"));
    CHECK(screen.sees(Role::listitem, "leads can be read, "));
    CHECK(screen.sees(Role::listitem, " lost"));
    CHECK(screen.begun.empty());
}

TEST_CASE("damaged data is saved as it is, as a database and as a sync file before anything is replaced") {
    auto const damaged = database(40, true);
    RecoverySession screen(Cause::damaged, damaged);
    screen.click("Save the damaged file");
    screen.click("Save what can be read");
    screen.click("Save as a sync file");
    REQUIRE(screen.downloads.size() == 3);
    CHECK(screen.downloads[0].first.starts_with("damaged-leadkeep-"));
    CHECK(screen.downloads[0].second == damaged);
    CHECK(app::read_database_file(screen.downloads[1].second)->preview.leads > 30);
    CHECK(app::database_from_sync_file("s.json", screen.downloads[2].second)->preview.leads > 30);
    CHECK(screen.begun.empty());
}

TEST_CASE("beginning with what can be read asks once more, and again offers the damaged file if none was saved") {
    RecoverySession screen(Cause::damaged, database(40, true));
    screen.click("Begin with what can be read");
    CHECK(screen.sees(Role::heading, "Begin with what can be read?"));
    CHECK(screen.sees(Role::text, "No file was saved yet"));
    CHECK(screen.begun.empty());
    screen.click("Back");
    CHECK(screen.sees(Role::heading, "The saved data is damaged"));
    screen.click("Begin with what can be read");
    screen.click("Save the damaged file first");
    CHECK(screen.downloads.size() == 1);
    CHECK_FALSE(screen.sees(Role::text, "No file was saved yet"));
    screen.click("Begin");
    REQUIRE(screen.begun.size() == 1);
    CHECK(app::read_database_file(screen.begun[0])->preview.leads > 30);
}

TEST_CASE("of what can't be read at all the file is still offered, and an empty database only after a question") {
    RecoverySession screen(Cause::damaged, std::string(8192, 'x'));
    CHECK(screen.sees(Role::text, "Nothing of a Leadkeep database can be read"));
    CHECK_FALSE(screen.sees(Role::button, "Begin with what can be read"));
    screen.click("Begin with an empty database");
    CHECK(screen.begun.empty());
    screen.click("Begin with an empty database");
    CHECK(screen.begun == std::vector<std::string>{""});
}

TEST_CASE("lost data: the day of the last backup, and a backup of either kind comes back") {
    RecoverySession screen(Cause::gone, "", 1'773'565'200'000);
    CHECK(screen.sees(Role::heading, "The browser has lost your data"));
    CHECK(screen.sees(Role::text, "The last backup was saved from this browser on"));
    screen.click("Look again");
    CHECK(screen.looks == 1);
    screen.next_file = {"torn.sqlite", database(40, true)};
    screen.click("Restore a backup…");
    CHECK(screen.sees(Role::alert, "torn.sqlite: "));
    screen.next_file = {"leadkeep-2026-05-01.sqlite", database(3, false)};
    screen.click("Restore a backup…");
    CHECK(screen.sees(Role::heading, "Restore this backup?"));
    CHECK(screen.sees(Role::listitem, "3 leads"));
    CHECK(screen.begun.empty());
    screen.click("Restore");
    REQUIRE(screen.begun.size() == 1);
    CHECK(app::read_database_file(screen.begun[0])->preview.leads == 3);
    screen.click("Back");
    screen.next_file = {"leadkeep.json", *app::Salvaged::from(database(2, false))->sync_file()};
    screen.click("Restore a backup…");
    CHECK(screen.sees(Role::listitem, "2 leads"));
}

TEST_CASE("lost data without any backup says what serves as one") {
    RecoverySession screen(Cause::gone, "", 0, 390);
    CHECK(screen.sees(Role::text, "No backup was ever saved from this browser."));
    screen.click("Begin with an empty database");
    CHECK(screen.begun == std::vector<std::string>{""});
}

}  // namespace leadkeep::tests
