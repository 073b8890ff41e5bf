// Colours that can be read.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "ui/icons.h"
#include "ui/theme.h"

using namespace leadkeep::ui;

TEST_CASE("every pair of text and ground reaches 4.5:1 in both themes") {
    for (bool const dark : {false, true})
        for (TonePair const& pair : text_pairs()) {
            CAPTURE(dark);
            CAPTURE(int(pair.text));
            CAPTURE(int(pair.ground));
            CHECK(contrast(color(pair.text, dark), color(pair.ground, dark)) >= 4.5);
        }
}

TEST_CASE("white initials can be read on every disc") {
    for (uint64_t seed = 0; seed < 32; seed++) CHECK(contrast(Rgba::hex(0xFFFFFF), disc_color(seed)) >= 4.5);
}

TEST_CASE("the ink on any stage colour can be read") {
    for (uint32_t rgb = 0; rgb < 0x1000000; rgb += 0x0B0D13) {
        Rgba const ground = Rgba::hex(rgb);
        CHECK(contrast(ink_on(ground), ground) >= 4.5);
    }
}

TEST_CASE("contrast is that of WCAG") {
    CHECK(contrast(Rgba::hex(0x000000), Rgba::hex(0xFFFFFF)) == doctest::Approx(21));
    CHECK(contrast(Rgba::hex(0x777777), Rgba::hex(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("every icon of the enum has a picture in icons.json") {
    std::ifstream file(LEADKEEP_SOURCE_DIR "/src/ui/icons.json");
    std::stringstream text;
    text << file.rdbuf();
    for (int i = 1; i < int(Icon::count_); i++) {
        CAPTURE(icon_name(Icon(i)));
        CHECK(text.str().find("\"" + std::string(icon_name(Icon(i))) + "\":") != std::string::npos);
    }
}
