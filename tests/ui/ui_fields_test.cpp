// Typing: drafts, commits, Escape, amounts and dates.
#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

struct Form {
    std::string name = "Anna";
    int drafts = 0, commits = 0;
    void draw() {
        auto const e = ui::text_field("Name", name);
        if (e.edit == ui::Edit::drafting) drafts++;
        if (e.committed()) name = e.text, commits++;
        ui::button("After");
    }
};

}  // namespace

TEST_CASE("typing is a draft until the field is left, and then one commit") {
    Form form;
    Stage stage([&] { form.draw(); });
    stage.click(Role::textbox, "Name");
    REQUIRE(ui::editing_text());
    stage.type("Anna S");
    stage.type("Anna Sokolova");
    CHECK(form.name == "Anna");
    CHECK(form.drafts == 2);
    CHECK(stage.get(Role::textbox, "Name").value == "Anna Sokolova");
    stage.click(Role::button, "After");
    CHECK(form.name == "Anna Sokolova");
    CHECK(form.commits == 1);
}

TEST_CASE("Escape drops the draft") {
    Form form;
    Stage stage([&] { form.draw(); });
    stage.click(Role::textbox, "Name");
    stage.type("Wrong");
    stage.field(InputKind::text_cancel);
    platform::end_text_edit();
    stage.settle();
    CHECK(form.name == "Anna");
    CHECK(form.commits == 0);
    CHECK(stage.get(Role::textbox, "Name").value == "Anna");
}

TEST_CASE("leaving a field unchanged commits nothing") {
    Form form;
    Stage stage([&] { form.draw(); });
    stage.click(Role::textbox, "Name");
    stage.click(Role::button, "After");
    CHECK(form.commits == 0);
}

TEST_CASE("Tab commits and goes on to the next field") {
    std::string first = "1", second = "2";
    Stage stage([&] {
        if (auto e = ui::text_field("First", first); e.committed()) first = e.text;
        if (auto e = ui::text_field("Second", second); e.committed()) second = e.text;
    });
    stage.click(Role::textbox, "First");
    stage.type("one");
    stage.key("Tab");
    CHECK(first == "one");
    CHECK(stage.focused() == "Second");
    stage.type("two");
    platform::end_text_edit();
    stage.settle();
    CHECK(second == "two");
}

TEST_CASE("a field is committed before the press that left it is answered") {
    std::string name = "Anna", shown_screen = "form", saved;
    Stage stage([&] {
        if (ui::button("Go")) shown_screen = "other";
        if (shown_screen != "form") return;
        if (auto e = ui::text_field("Name", name); e.committed()) saved = e.text;
    });
    stage.click(Role::textbox, "Name");
    stage.type("Vera");
    stage.click(Role::button, "Go");
    CHECK(saved == "Vera");
    CHECK(shown_screen == "other");
}

TEST_CASE("Enter in a quick field adds and leaves it empty for the next") {
    std::vector<std::string> added;
    Stage stage([&] {
        auto const e = ui::text_field("Quick lead", "", {.look = ui::FieldLook::bare});
        if (e.end == ui::EditEnd::enter && e.committed()) added.push_back(e.text);
    });
    stage.click(Role::textbox, "Quick lead");
    stage.type("Roof");
    stage.field(InputKind::text_enter);
    CHECK(added == std::vector<std::string>{"Roof"});
    stage.type("Fence");
    stage.field(InputKind::text_enter);
    CHECK(added == std::vector<std::string>{"Roof", "Fence"});
}

TEST_CASE("an amount is shown grouped and read back in minor units") {
    std::optional<int64_t> amount = 120050;
    Stage stage([&] {
        if (auto e = ui::money_field("Amount", amount, "EUR"); e.committed()) amount = e.value;
        ui::button("After");
    });
    CHECK(stage.get(Role::textbox, "Amount").value == "1,200.5");
    stage.click(Role::textbox, "Amount");
    stage.type("3 400,25");
    stage.click(Role::button, "After");
    CHECK(amount == 340025);
    stage.click(Role::textbox, "Amount");
    stage.type("a lot");
    CHECK(stage.get(Role::textbox, "Amount").states.invalid);
    stage.click(Role::button, "After");
    CHECK(amount == 340025);
    stage.click(Role::textbox, "Amount");
    stage.type("");
    stage.click(Role::button, "After");
    CHECK_FALSE(amount);
}

namespace {

// A form in a dialog, as a person meets it, and what it would store.
struct Deal {
    std::optional<int64_t> amount = 5000, probability;
    std::string due = "2026-11-22";
    bool open = true;
    int added = 0;
    void draw() {
        if (ui::button("New")) open = true;
        if (!open) return;
        ui::Dialog dialog("Deal");
        if (auto e = ui::money_field("Amount", amount, "EUR"); e.committed()) amount = e.value;
        if (auto e = ui::number_field("Probability", probability); e.committed()) probability = e.value;
        if (auto e = ui::date_field("Due", due); e.committed()) due = e.value;
        if (dialog.dismissed()) open = false;
        ui::DialogFooter footer;
        if (ui::primary_button("Add") && !ui::led_to_unreadable()) added++;
    }
};
ui::Node const& leave(Stage& stage, std::string_view field, std::string_view text) {
    stage.click(Role::textbox, field);
    stage.type(text);
    platform::end_text_edit();
    stage.settle();
    return stage.get(Role::textbox, field);
}

}  // namespace

TEST_CASE("what can't be read stays in its field with the reason until it is mended, and the value is as it was") {
    Deal deal;
    Stage stage([&] { deal.draw(); });
    for (auto const& [field, wrong] : {std::pair{"Amount", "a lot"}, {"Probability", "half"}, {"Due", "someday"}}) {
        auto const& left = leave(stage, field, wrong);
        CHECK(left.value == wrong);
        CHECK(left.states.invalid);
        CHECK(left.description.starts_with("Enter a"));
        auto const said = ui::announcements();
        CHECK(said.back() == left.description);
        stage.click(Role::textbox, field);  // looked at again and left
        platform::end_text_edit();
        stage.settle();
        CHECK(stage.get(Role::textbox, field).value == wrong);
    }
    CHECK(deal.amount == 5000);
    CHECK_FALSE(deal.probability);
    CHECK(deal.due == "2026-11-22");
    CHECK_FALSE(leave(stage, "Amount", "70").states.invalid);
    CHECK(deal.amount == 7000);
    CHECK_FALSE(leave(stage, "Probability", "").states.invalid);
    CHECK_FALSE(leave(stage, "Due", "24.11.2026").states.invalid);
    CHECK(deal.due == "2026-11-24");
}

TEST_CASE("Escape brings the value back in place of what can't be read, and only then closes the dialog") {
    Deal deal;
    Stage stage([&] { deal.draw(); });
    leave(stage, "Amount", "a lot");
    stage.click(Role::textbox, "Amount");
    stage.field(InputKind::text_cancel);
    platform::end_text_edit();
    stage.settle();
    REQUIRE(deal.open);
    CHECK(stage.get(Role::textbox, "Amount").value == "50");
    CHECK_FALSE(stage.get(Role::textbox, "Amount").states.invalid);
    CHECK(deal.amount == 5000);
    stage.key("Escape");
    CHECK_FALSE(deal.open);
}

TEST_CASE("a form isn't taken while something in it can't be read: the keyboard goes there") {
    Deal deal;
    Stage stage([&] { deal.draw(); });
    leave(stage, "Due", "someday");
    stage.click(Role::button, "Add");
    CHECK(deal.added == 0);
    CHECK(stage.focused() == "Due");
    stage.type("24.11.2026");
    stage.click(Role::button, "Add");
    CHECK(deal.added == 1);
    stage.click(Role::textbox, "Amount");
    stage.type("a lot");  // and not left yet
    stage.click(Role::button, "Add");
    CHECK(deal.added == 1);
}

TEST_CASE("what can't be read goes with its dialog, and before a value that came from elsewhere") {
    Deal deal;
    Stage stage([&] { deal.draw(); });
    leave(stage, "Amount", "a lot");
    deal.amount = 9000;  // undone, or changed in another tab
    stage.settle();
    ui::request_frame();
    stage.settle();
    CHECK(stage.get(Role::textbox, "Amount").value == "90");
    leave(stage, "Amount", "a lot");
    stage.click(Role::button, "Close");
    REQUIRE_FALSE(deal.open);
    stage.click(Role::button, "New");
    CHECK(stage.get(Role::textbox, "Amount").value == "90");
    CHECK_FALSE(stage.get(Role::textbox, "Amount").states.invalid);
}

TEST_CASE("a date is typed or taken from the calendar") {
    platform::headless::set_fixed_clock(1795348800000);  // 2026-11-22 12:00 UTC
    platform::headless::set_fixed_zone(0);
    std::string due;
    {
        Stage stage([&] {
            if (auto e = ui::date_field("Due", due); e.committed()) due = e.value;
            ui::button("After");
        });
        stage.click(Role::textbox, "Due");
        stage.type("tomorrow");
        stage.click(Role::button, "After");
        CHECK(due == "2026-11-23");
        stage.click(Role::button, "Calendar");
        stage.click(Role::gridcell, "November 30, 2026");
        CHECK(due == "2026-11-30");
        CHECK_FALSE(ui::find(Role::gridcell, "November 30, 2026"));
    }
    platform::headless::set_fixed_clock(std::nullopt);
}
