// A font that comes while the screen stands: letters drawn with the system's own give way to it.
#include "platform/glyphs.h"
#include "text/run.h"
#include "ui_stage.h"

using namespace leadkeep;
using tests::Stage;

namespace {
// "Dvořák" as wide as its letters are: one of them is outside of what English and Russian need.
char const name[] = "Dvo\xC5\x99\xC3\xA1k";
}  // namespace

TEST_CASE("a name is drawn with the letters of a font that comes late") {
    float drawn_px = 0;
    int frames = 0;
    Stage stage([&] {
        frames++;
        drawn_px = text::draw_shortened(*ImGui::GetBackgroundDrawList(), {20, 40}, 500, name, {text::Weight::regular, 20}, 0xFFFFFFFF);
    });
    float const before_px = drawn_px;
    int const frames_before = frames;

    platform::headless::font_comes(2);
    stage.settle();

    CHECK(frames > frames_before);
    CHECK(drawn_px == doctest::Approx(before_px + 0.6 * 20));
    platform::headless::font_comes(0.5f);
}

TEST_CASE("what is drawn stays the same when a font comes that has nothing of it") {
    float drawn_px = 0;
    Stage stage([&] {
        drawn_px = text::draw_shortened(*ImGui::GetBackgroundDrawList(), {20, 40}, 500, "Plain", {text::Weight::regular, 20}, 0xFFFFFFFF);
    });
    float const before_px = drawn_px;
    platform::headless::font_comes(2);
    stage.settle();
    CHECK(drawn_px == before_px);
    platform::headless::font_comes(0.5f);
}
