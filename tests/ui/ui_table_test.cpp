// Columns that are made wider and narrower.
#include <array>

#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

struct People {
    std::vector<float> widths;
    void draw() {
        std::array<ui::TableColumn, 3> const columns{{{"Name", 200}, {"Phone", 150}, {"Company"}}};
        ui::Table table("People", columns, 3, {.rect = {0, 0, 800, 300}, .widths_px = &widths});
        for (int i = table.visible().first; i < table.visible().last; i++) {
            table.row(i, "row " + std::to_string(i));
            table.cell("Anna");
            table.cell("+7 912 345-67-89 and another number that is long");
            table.cell("Horns");
        }
    }
    float width(Stage& stage, std::string_view head) { return stage.get(Role::columnheader, head).rect.w; }
};

}  // namespace

TEST_CASE("a column follows the pointer at its edge; the others keep their widths") {
    People people;
    Stage stage([&] { people.draw(); });
    float const company = people.width(stage, "Company");
    ui::Point const edge = stage.get(Role::separator, "Width of “Name”").rect.center();
    stage.move(edge);
    stage.down(edge);
    stage.settle();
    stage.move({edge.x + 60, edge.y});
    stage.settle();
    CHECK(people.width(stage, "Name") == doctest::Approx(260));
    stage.move({edge.x + 2, edge.y});
    stage.settle();
    CHECK(people.width(stage, "Name") == doctest::Approx(202));
    stage.move({0, edge.y});
    stage.up({0, edge.y});
    stage.settle();
    CHECK(people.width(stage, "Name") == doctest::Approx(56));
    CHECK(people.width(stage, "Phone") == doctest::Approx(150));
    CHECK(people.width(stage, "Company") == doctest::Approx(company));
    CHECK(people.widths[0] == 56);
}

TEST_CASE("a double press fits the column to its longest text, one press does not") {
    People people;
    Stage stage([&] { people.draw(); });
    stage.click(Role::separator, "Width of “Phone”");
    CHECK(people.width(stage, "Phone") == doctest::Approx(150));
    stage.click(Role::separator, "Width of “Phone”");
    float const text = ui::text_width("+7 912 345-67-89 and another number that is long", ui::TextStyle::body);
    CHECK(people.width(stage, "Phone") >= text + 24);
    CHECK(people.width(stage, "Phone") <= text + 28);
}

TEST_CASE("the edge is a stop of the keyboard: arrows change the width, Enter fits, its value is told") {
    People people;
    Stage stage([&] { people.draw(); });
    while (stage.focused() != "Width of “Name”") stage.key("Tab");
    stage.key("ArrowRight");
    CHECK(people.width(stage, "Name") == doctest::Approx(216));
    CHECK(stage.get(Role::separator, "Width of “Name”").value == "216");
    stage.key("ArrowLeft");
    stage.key("ArrowLeft");
    CHECK(people.width(stage, "Name") == doctest::Approx(184));
    stage.key("Enter");
    CHECK(people.width(stage, "Name") < 184);
}
