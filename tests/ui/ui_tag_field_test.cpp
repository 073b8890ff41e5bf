// Tags in a box: by keyboard alone, by what is offered, by a press on a chip.
#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

using Texts = std::vector<std::string>;

struct Tags {
    Texts tags, known{"Partner", "Repeat", "Roof", "VIP"};
    int changes = 0;
    void draw() {
        if (auto e = ui::tag_field("Tags", tags, {.known = known}); e.changed) tags = e.tags, changes++;
        ui::button("After");
    }
};

}  // namespace

TEST_CASE("Enter adds what was typed and leaves the line empty for the next tag") {
    Tags form;
    Stage stage([&] { form.draw(); });
    stage.click(Role::textbox, "Tags");
    stage.type("Urgent");
    stage.field(InputKind::text_enter);
    CHECK(form.tags == Texts{"Urgent"});
    CHECK(stage.get(Role::textbox, "Tags").value.empty());
    stage.type(" Summer ");
    stage.field(InputKind::text_enter);
    CHECK(form.tags == Texts{"Urgent", "Summer"});
    stage.type("urgent");
    stage.field(InputKind::text_enter);
    CHECK(form.tags == Texts{"Urgent", "Summer"});
    CHECK(form.changes == 2);
}

TEST_CASE("a comma parts tags, and leaving the field keeps what was typed") {
    Tags form;
    Stage stage([&] { form.draw(); });
    stage.click(Role::textbox, "Tags");
    stage.type("one, two,");
    CHECK(form.tags == Texts{"one", "two"});
    stage.type("three");
    stage.click(Role::button, "After");
    CHECK(form.tags == Texts{"one", "two", "three"});
}

TEST_CASE("typing finds the known tags that are not there yet; arrows and Enter take one") {
    Tags form{.tags = {"Repeat"}};
    Stage stage([&] { form.draw(); });
    stage.click(Role::textbox, "Tags");
    stage.type("r");
    CHECK(ui::find(Role::option, "Roof"));
    CHECK(ui::find(Role::option, "Partner"));
    CHECK_FALSE(ui::find(Role::option, "Repeat"));
    CHECK_FALSE(ui::find(Role::option, "VIP"));
    stage.key("ArrowDown");
    CHECK(stage.get(Role::option, "Roof").states.selected == ui::Tristate::on);
    stage.field(InputKind::text_enter);
    CHECK(form.tags == Texts{"Repeat", "Roof"});
}

TEST_CASE("a press on an offered tag adds that one, not the letters typed") {
    Tags form;
    Stage stage([&] { form.draw(); });
    stage.click(Role::textbox, "Tags");
    stage.type("vi");
    stage.click(Role::option, "VIP");
    CHECK(form.tags == Texts{"VIP"});
    CHECK(form.changes == 1);
}

TEST_CASE("Backspace at the empty line goes to the last chip, the next one removes it") {
    Tags form{.tags = {"one", "two", "three"}};
    Stage stage([&] { form.draw(); });
    stage.click(Role::textbox, "Tags");
    stage.key("Backspace");
    CHECK(form.tags.size() == 3);
    CHECK(stage.focused() == "three");
    stage.key("Backspace");
    CHECK(form.tags == Texts{"one", "two"});
    CHECK(stage.focused() == "two");
    stage.key("ArrowLeft");
    CHECK(stage.focused() == "one");
    stage.key("Delete");
    CHECK(form.tags == Texts{"two"});
    stage.key("ArrowRight");
    CHECK(stage.get(Role::textbox, "Tags").id == ui::focused_node());
}

TEST_CASE("a press on a chip removes it; many tags wrap and stay inside the box") {
    Tags form{.tags = {"one", "two"}};
    Stage stage([&] { form.draw(); }, 390, 700);
    stage.click(Role::button, "one");
    CHECK(form.tags == Texts{"two"});
    for (int i = 0; i < 12; i++) form.tags.push_back("a rather long tag " + std::to_string(i));
    stage.key("Tab");
    ui::Rect const box = stage.get(Role::group, "Tags").rect;
    for (auto const& tag : form.tags) {
        ui::Rect const at = stage.get(Role::button, tag).rect;
        CHECK(at.right() <= box.right());
        CHECK(at.bottom() <= box.bottom());
    }
    CHECK(stage.get(Role::button, "After").rect.y >= box.bottom());
}
