// Charts: read as a sentence, walked by arrows, empty without values.
#include <array>

#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

std::vector<ui::ChartValue> months() { return {{"March", 3, "3 deals"}, {"April", 0, "no deals"}, {"May", 12, "12 deals"}}; }

std::string last_said() {
    auto const said = ui::announcements();
    return said.empty() ? "" : said.back();
}

}  // namespace

TEST_CASE("a chart is read as one sentence with every value") {
    auto const values = months();
    Stage stage([&] { ui::bar_chart("Won deals", values); });
    CHECK(stage.get(Role::img, "Won deals").description == "March: 3 deals; April: no deals; May: 12 deals");
}

TEST_CASE("arrows walk the values and say each, staying at the ends") {
    auto const values = months();
    Stage stage([&] { ui::bar_chart("Won deals", values); });
    stage.key("Tab");
    REQUIRE(stage.focused() == "Won deals");
    stage.key("ArrowRight");
    CHECK(last_said() == "March: 3 deals");
    stage.key("End");
    CHECK(last_said() == "May: 12 deals");
    stage.key("ArrowRight");
    CHECK(last_said().empty());
    stage.key("ArrowLeft");
    CHECK(last_said() == "April: no deals");
}

TEST_CASE("several lines are read by their names") {
    std::vector<std::string> const labels{"Mo", "Tu"};
    std::array<ui::ChartSeries, 2> const series{{{"New", {1, 2}, {"1", "2"}}, {"Won", {0, 1}, {"0", "1"}}}};
    Stage stage([&] { ui::line_chart("Leads", labels, series); });
    CHECK(stage.get(Role::img, "Leads").description == "Mo: New 1, Won 0; Tu: New 2, Won 1");
}

TEST_CASE("a funnel says each step's share of the first") {
    std::vector<ui::ChartValue> const steps{{"Leads", 200, "200"}, {"Quality", 50, "50"}, {"Won", 0, "0"}};
    Stage stage([&] { ui::funnel_chart("Funnel", steps); });
    CHECK(stage.get(Role::img, "Funnel").description == "Leads: 200; Quality: 50, 25%; Won: 0, 0%");
}

TEST_CASE("without values a chart says so instead of drawing axes of nothing") {
    std::vector<ui::ChartValue> const zeros{{"March", 0, "0"}};
    Stage stage([&] {
        ui::bar_chart("Zeros", zeros);
        ui::bar_chart("None", {}, {.nothing = "No deals in this time"});
        ui::line_chart("Lines", {}, {});
        ui::funnel_chart("Funnel", {});
        ui::sparkline("Spark", {}, "nothing");
    });
    CHECK(stage.get(Role::img, "Zeros").description == "No data yet");
    CHECK(stage.get(Role::img, "None").description == "No deals in this time");
    CHECK(ui::find(Role::img, "Lines"));
    CHECK(ui::find(Role::img, "Funnel"));
}
