// What the page is told: differences only, hostile texts whole, nothing when nothing changed.
#include <nlohmann/json.hpp>
#include <sstream>

#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;
using nlohmann::json;

namespace {

std::vector<json> updates() {
    std::vector<json> all;
    std::istringstream lines(platform::headless::take_mirror_updates());
    for (std::string line; std::getline(lines, line);) {
        all.push_back(json::parse(line, nullptr, false));
        REQUIRE_FALSE(all.back().is_discarded());
    }
    return all;
}

json node_named(std::vector<json> const& all, std::string const& name) {
    for (auto const& update : all)
        if (update.contains("nodes"))
            for (auto const& node : update["nodes"])
                if (node.value("n", "") == name) return node;
    return json::object();
}

}  // namespace

TEST_CASE("hostile texts arrive whole") {
    std::string const evil = "</div><script>alert(\"1\\n\")</script>\n — «ё» 😀";
    Stage stage([&] { ui::text(evil); });
    CHECK(node_named(updates(), evil).value("r", "") == "text");
}

TEST_CASE("control characters and broken UTF-8 break nothing") {
    Stage stage([] { ui::text("a\x01\x1F b \xC3 \xF0\x9F c"); });
    std::istringstream lines(platform::headless::take_mirror_updates());
    std::string line;
    std::getline(lines, line);
    CHECK(line.find('\x01') == std::string::npos);
    CHECK(line.find('\x1F') == std::string::npos);
}

TEST_CASE("a tree that did not change tells nothing, a change only itself") {
    std::string label = "One";
    Stage stage([&] {
        ui::text(label);
        ui::button("Add");
    });
    updates();
    ui::request_frame();
    stage.settle();
    CHECK(updates().empty());
    label = "Two";
    ui::request_frame();
    stage.settle();
    auto const all = updates();
    CHECK(node_named(all, "Two").value("r", "") == "text");
    CHECK(node_named(all, "Add").empty());
}

TEST_CASE("scrolling tells an offset, not every child") {
    Stage stage([] {
        ui::Scroll scroll("list", {.rect = {0, 0, 300, 200}});
        for (int i = 0; i < 40; i++) ui::button("Button " + std::to_string(i));
    });
    updates();
    stage.wheel({100, 100}, 120);
    for (auto const& update : updates()) {
        CHECK_FALSE(update.contains("at"));
        CHECK_FALSE(update.contains("nodes"));
    }
}

TEST_CASE("while a list scrolls the page is told some times a second, and where it came to rest") {
    Stage stage([] {
        ui::Scroll scroll("list", {.rect = {0, 0, 300, 200}});
        for (int i = 0; i < 40; i++) ui::button("Button " + std::to_string(i));
    }, 1000, 700, Motion::shown);
    stage.pass(500);
    updates();
    stage.turn_wheel({100, 100}, 300);
    stage.pass(1000);
    auto const told = updates();
    CHECK(told.size() >= 2);
    CHECK(told.size() <= 6);
    REQUIRE(told.back().contains("scroll"));
    CHECK(told.back()["scroll"][0][2] == 300);
}

TEST_CASE("a list owns its items only") {
    Stage stage([] {
        ui::CardList list("a", {.name = "In progress, 1 lead", .rect = {0, 0, 284, 600}, .count = 1, .foot_px = 40});
        for (auto const& item : list.items()) ui::Card card("k", "Roof", item);
        ui::next_rect(list.foot());
        ui::text_button("Quick lead");
    });
    auto const& list = stage.get(Role::list, "In progress, 1 lead");
    CHECK(stage.get(Role::listitem, "Roof").parent == list.id);
    CHECK(stage.get(Role::button, "Quick lead").parent == list.parent);
}

TEST_CASE("equal names in one scope are different nodes") {
    Stage stage([] {
        ui::button("Edit");
        ui::button("Edit");
    });
    auto const both = ui::find_all(Role::button, "Edit");
    REQUIRE(both.size() == 2);
    CHECK(both[0]->id != both[1]->id);
}
