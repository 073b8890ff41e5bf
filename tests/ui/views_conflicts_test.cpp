// What a person sees of values that two devices changed at once, and how they choose.
#include "app/export_sync.h"
#include "app/merge_job.h"
#include "platform/clock.h"
#include "screen_session.h"

namespace leadkeep::tests {
namespace {

constexpr int64_t noon_ms = 1'795'348'800'000;

// Another device, without a screen.
std::string file_of(app::Workspace& workspace) {
    auto const file = app::export_sync_file(workspace.store());
    REQUIRE(file);
    return *file;
}

void take(app::Workspace& workspace, std::string const& file) {
    auto job = std::make_unique<app::MergeJob>(workspace.store(), "file.json", std::make_shared<std::string const>(file), app::MergeConsent{});
    REQUIRE(workspace.start(std::move(job)));
    for (int i = 0; i < 1000 && workspace.job() && workspace.job()->state() == app::Job::State::running; ++i) workspace.step_job(10);
    REQUIRE(workspace.job() == nullptr);
}

// A lead whose amount was changed there and then here; here the other file is brought in.
struct Conflict : ScreenSession {
    RecordRef lead;
    explicit Conflict(float width_px = 1440, float height_px = 900) : ScreenSession(width_px, height_px) {
        platform::headless::set_fixed_clock(noon_ms);
        add_lead("Bakery");
        lead = {Entity::lead, workspace().board(app::Board::leads).columns[0].cards.front()};
        auto other = app::Workspace::open({.path = ":memory:"});
        REQUIRE(other);
        take(**other, file_of(workspace()));
        platform::headless::set_fixed_clock(noon_ms + 60'000);
        REQUIRE((*other)->run(app::SetFieldText{lead, "amount", "700 EUR"}));
        platform::headless::set_fixed_clock(noon_ms + 120'000);
        REQUIRE(workspace().run(app::SetFieldText{lead, "amount", "500 EUR"}));
        shell().file_dropped(views::FileBytes{"laptop.json", file_of(**other)});
        settle();
        click(Role::button, "Bring in");
    }
    ~Conflict() { platform::headless::set_fixed_clock(std::nullopt); }
    int64_t amount() {
        auto const face = workspace().card_face(lead);
        return face.amount ? face.amount->minor : 0;
    }
};

}  // namespace

TEST_CASE("a merge that had to choose leads to what it chose between; the other value is taken by one press") {
    Conflict screen;
    screen.click(Role::button, "Look at the conflicts");
    CHECK(screen.route == "settings/conflicts");
    CHECK(screen.sees(Role::tab, "Conflicts: 1"));
    auto const& item = screen.get(Role::listitem, "Bakery, Amount");
    CHECK(item.description.find("Stands: ") == 0);
    CHECK(item.description.find("500") < item.description.find("700"));
    screen.click(Role::button, "Take the other");
    CHECK(screen.amount() == 70'000);
    CHECK(screen.sees(Role::heading, "No conflicts"));
    CHECK(screen.sees(Role::tab, "Conflicts"));
    screen.press("z", "Ctrl");
    CHECK(screen.amount() == 50'000);
}

TEST_CASE("a conflict opens its card, and what stands may be left") {
    Conflict screen;
    screen.click(Role::button, "Done");
    screen.press("k", "Ctrl");
    screen.type_here("conf");
    screen.enter();
    screen.click(Role::link, "Bakery");
    CHECK(screen.find_part(Role::dialog, "Bakery"));
    screen.click(Role::button, "Close");
    screen.click(Role::link, "Settings");
    screen.click(Role::tab, "Conflicts: 1");
    screen.click(Role::button, "Leave as it is");
    CHECK(screen.amount() == 50'000);
    CHECK(screen.sees(Role::heading, "No conflicts"));
}

TEST_CASE("the other device is listed with what waits for it, and a file of that is saved; this one gets a name") {
    Conflict screen;
    screen.click(Role::button, "Done");
    screen.click(Role::link, "Settings");
    screen.click(Role::tab, "Devices");
    screen.type("What it is called", "Laptop");
    screen.enter();
    CHECK(screen.workspace().devices().own.name == "Laptop");
    CHECK(screen.get(Role::listitem, "Colleague").description.find("wait for it.") != std::string::npos);
    screen.click(Role::button, "Save changes");
    REQUIRE(screen.downloads.size() == 1);
    CHECK(screen.downloads.front().bytes.find("\"Laptop\"") != std::string::npos);
    screen.click(Role::button, "Save everything");
    REQUIRE(screen.downloads.size() == 2);
    CHECK(screen.downloads.back().bytes.size() > screen.downloads.front().bytes.size());
}

TEST_CASE("on a phone both answers are in sight") {
    Conflict phone(390, 844);
    phone.click(Role::button, "Look at the conflicts");
    for (auto const* answer : {"Leave as it is", "Take the other"}) {
        auto const& rect = phone.get(Role::button, answer).rect;
        CHECK(rect.x >= 0);
        CHECK(rect.right() <= 390);
    }
}

}  // namespace leadkeep::tests
