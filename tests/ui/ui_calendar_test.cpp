// The calendar of date fields: walked by keys, pressed by fingers, first day of the week by language, times.
#include "platform/locale.h"
#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

// 2026-11-22 (a Sunday), 12:00 UTC.
struct Clock {
    Clock() {
        platform::headless::set_fixed_clock(1795348800000);
        platform::headless::set_fixed_zone(0);
    }
    ~Clock() { platform::headless::set_fixed_clock(std::nullopt); }
};

struct Due {
    std::string value;
    int commits = 0;
    void draw(ui::DateKind kind, bool required = false) {
        if (auto e = ui::date_field("Due", value, kind, {.required = required}); e.committed()) value = e.value, commits++;
    }
};

bool open(std::string_view month) { return ui::find(Role::grid, month) != nullptr; }

}  // namespace

TEST_CASE("the calendar is walked by arrows over the months' ends and taken by Enter") {
    Clock clock;
    Due due{.value = "2026-11-29"};
    Stage stage([&] { due.draw(ui::DateKind::date); });
    stage.click(Role::button, "Calendar");
    REQUIRE(open("November 2026"));
    CHECK(stage.focused() == "November 29, 2026");
    stage.key("ArrowRight");
    CHECK(stage.focused() == "November 30, 2026");
    stage.key("ArrowDown");
    CHECK(open("December 2026"));
    CHECK(stage.focused() == "December 7, 2026");
    stage.key("Home");
    CHECK(stage.focused() == "December 6, 2026");
    stage.key("End");
    CHECK(stage.focused() == "December 12, 2026");
    stage.key("PageUp");
    CHECK(stage.focused() == "November 12, 2026");
    stage.key("PageDown", false, true);
    CHECK(stage.focused() == "November 12, 2027");
    stage.key("ArrowUp");
    stage.key("ArrowLeft");
    stage.key("Enter");
    CHECK(due.value == "2027-11-04");
    CHECK(due.commits == 1);
    CHECK_FALSE(open("November 2027"));
}

TEST_CASE("the last day of a month steps to the last day of a shorter one") {
    Clock clock;
    Due due{.value = "2028-01-31"};
    Stage stage([&] { due.draw(ui::DateKind::date); });
    stage.click(Role::button, "Calendar");
    stage.key("PageDown");
    CHECK(stage.focused() == "February 29, 2028");
    stage.key("PageDown", false, true);
    CHECK(stage.focused() == "February 28, 2029");
}

TEST_CASE("Escape closes the calendar and changes nothing") {
    Clock clock;
    Due due{.value = "2026-11-29"};
    Stage stage([&] { due.draw(ui::DateKind::date); });
    stage.click(Role::button, "Calendar");
    stage.key("ArrowRight");
    stage.key("Escape");
    CHECK_FALSE(open("November 2026"));
    CHECK(due.commits == 0);
    CHECK(stage.focused() == "Calendar");
}

TEST_CASE("months and years are stepped by buttons, and it opens at the value again") {
    Clock clock;
    Due due;
    Stage stage([&] { due.draw(ui::DateKind::date); });
    stage.click(Role::button, "Calendar");
    REQUIRE(open("November 2026"));
    CHECK(stage.get(Role::gridcell, "November 22, 2026").states.current);
    stage.click(Role::button, "Next month");
    stage.click(Role::button, "Next month");
    CHECK(open("January 2027"));
    stage.click(Role::button, "Previous year");
    CHECK(open("January 2026"));
    stage.key("Escape");
    stage.click(Role::button, "Calendar");
    CHECK(open("November 2026"));
}

TEST_CASE("the week begins on the day the person knows, and the first of the month stands under its name") {
    Clock clock;
    Due due;
    Stage stage([&] { due.draw(ui::DateKind::date); });
    stage.click(Role::button, "Calendar");
    CHECK(ui::find_all(Role::columnheader).front()->name == "Su");
    // 1 November 2026 is a Sunday.
    CHECK(stage.get(Role::gridcell, "November 1, 2026").rect.center().x == doctest::Approx(stage.get(Role::columnheader, "Su").rect.center().x));
    set_language(Language::russian);
    stage.key("ArrowRight");
    CHECK(ui::find_all(Role::columnheader).front()->name == "Пн");
    CHECK(stage.get(Role::gridcell, "1 ноября 2026 г.").rect.center().x == doctest::Approx(stage.get(Role::columnheader, "Вс").rect.center().x));
    set_language(Language::english);
}

TEST_CASE("of a moment the day is chosen first and the time closes the calendar") {
    Clock clock;
    Due due;
    Stage stage([&] { due.draw(ui::DateKind::date_time); });
    stage.click(Role::button, "Calendar");
    stage.click(Role::gridcell, "November 25, 2026");
    CHECK(due.value == "2026-11-25T10:00");
    REQUIRE(open("November 2026"));
    auto const& ten = stage.get(Role::option, "10:00 AM");
    CHECK(ten.states.selected == ui::Tristate::on);
    CHECK(ten.clip.overlaps(ten.rect));
    stage.press_node(stage.get(Role::option, "3:45 PM").id);
    CHECK(due.value == "2026-11-25T15:45");
    CHECK_FALSE(open("November 2026"));
    CHECK(stage.get(Role::textbox, "Due").value == "11/25/2026 3:45 PM");
}

TEST_CASE("a written moment reads back as it was shown") {
    CHECK(ui::parse_typed_date("11/25/2026 3:45\u00A0PM", ui::DateKind::date_time, "2026-11-22", true) == "2026-11-25T15:45");
}

TEST_CASE("a date that may be missing is cleared in the calendar; one that must not be is not") {
    Clock clock;
    Due due{.value = "2026-11-29"};
    bool required = true;
    Stage stage([&] { due.draw(ui::DateKind::date, required); });
    stage.click(Role::button, "Calendar");
    CHECK_FALSE(ui::find(Role::button, "Clear"));
    stage.key("Escape");
    required = false;
    stage.click(Role::button, "Calendar");
    stage.click(Role::button, "Clear");
    CHECK(due.value.empty());
    CHECK(due.commits == 1);
}

TEST_CASE("fingers meet days of at least 44 px, wholly inside a phone's screen") {
    Clock clock;
    Due due;
    Stage stage([&] { due.draw(ui::DateKind::date_time); }, 390, 844);
    platform::Display display = platform::display();
    display.coarse_pointer = true;
    platform::headless::set_display(display);
    stage.settle();
    stage.click(Role::button, "Calendar");
    for (auto const* cell : ui::find_all(Role::gridcell)) {
        CHECK(cell->rect.w >= 42);  // and the gap between two of them
        CHECK(cell->rect.right() <= 390);
    }
    CHECK(stage.get(Role::button, "Next month").rect.w >= 44);
    CHECK(stage.get(Role::button, "Done").rect.bottom() <= 844);
}
