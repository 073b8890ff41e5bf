// What a person takes for one character is never cut: clusters, widths, lines and ellipses in many scripts.
#include <algorithm>

#include "text/clusters.h"
#include "text/lines.h"
#include "text/pictures.h"
#include "text/run.h"
#include "ui/ui_stage.h"

using namespace leadkeep;
using namespace leadkeep::tests;

namespace {

std::vector<std::string> clusters_of(std::string_view text) {
    std::vector<std::string> clusters;
    for (size_t at = 0; at < text.size();) {
        size_t const end = text::cluster_at(text, at).end;
        clusters.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return clusters;
}
using Clusters = std::vector<std::string>;

// Runs inside a frame, where text may be measured.
template <typename Act>
void in_frame(Act act) {
    bool done = false;
    Stage stage([&] {
        if (!done) act();
        done = true;
    });
    REQUIRE(done);
}

bool is_cut_between_clusters(std::string_view whole, std::string_view beginning) {
    if (!whole.starts_with(beginning)) return false;
    size_t at = 0;
    while (at < beginning.size()) at = text::cluster_at(whole, at).end;
    return at == beginning.size();
}

std::string const sample_texts[] = {
    "Roof repair in Leeds", "Ремонт крыши в Казани", "Επισκευή στέγης", "屋顶维修和新窗户安装工程", "屋根の修理、見積もり依頼", "სახურავის შეკეთება",
    "Шатырды жөндеу қаңтар ұста", "👨‍👩‍👧‍👦🇷🇺👍🏽1️⃣❤️ ok 🇫🇷🇩🇪", "и\u0306 е\u0308 Zo\u0308e cafe\u0301 crème", "إصلاح السقف في المنزل الجديد",
    "תיקון גג בבית החדש", "Иван שלום 123 и дальше", "छत की मरम्मत करना", "ซ่อมหลังคาบ้าน", "지붕 수리 견적 요청"};

}  // namespace

TEST_CASE("clusters: marks, flags, families, skin tones, keycaps and Hangul hold together") {
    CHECK(clusters_of("Zo\u0308e") == Clusters{"Z", "o\u0308", "e"});
    CHECK(clusters_of("и\u0306") == Clusters{"и\u0306"});
    CHECK(clusters_of("🇷🇺🇫🇷🇩") == Clusters{"🇷🇺", "🇫🇷", "🇩"});
    CHECK(clusters_of("👨‍👩‍👧a") == Clusters{"👨‍👩‍👧", "a"});
    CHECK(clusters_of("👍🏽!") == Clusters{"👍🏽", "!"});
    CHECK(clusters_of("1️⃣2") == Clusters{"1️⃣", "2"});
    CHECK(clusters_of("🏴󠁧󠁢󠁳󠁣󠁴󠁿x") == Clusters{"🏴󠁧󠁢󠁳󠁣󠁴󠁿", "x"});
    CHECK(clusters_of("\u1112\u1161\u11AB\u1100\u1173\u11AF") == Clusters{"\u1112\u1161\u11AB", "\u1100\u1173\u11AF"});
    CHECK(clusters_of("नमस्ते") == Clusters{"न", "म", "स्ते"});
    CHECK(clusters_of("a\u200Db") == Clusters{"a\u200D", "b"});  // joins pictures only
    CHECK(clusters_of("❤️❤") == Clusters{"❤️", "❤"});
    CHECK(clusters_of("\n\u0301a") == Clusters{"\n", "\u0301", "a"});
    CHECK(clusters_of("қаңұ") == Clusters{"қ", "а", "ң", "ұ"});
}

TEST_CASE("clusters: broken UTF-8 is passed through without end") {
    for (std::string const& text : {std::string("\xF0\x9F"), std::string("a\x80\x80"), std::string("\xCC"), std::string("\xFF\xFE\xCC\x88")}) {
        std::string all;
        for (auto const& cluster : clusters_of(text)) all += cluster;
        CHECK(all == text);
    }
}

TEST_CASE("emoji are told from signs that are shown as text") {
    for (char const* emoji : {"😀", "❤️", "🇷🇺", "1️⃣", "👨‍👩‍👧", "⏰"}) CHECK_MESSAGE(text::is_emoji(emoji), emoji);
    for (char const* sign : {"❤", "☎", "©", "1", "я", "и\u0306", "屋"}) CHECK_MESSAGE(!text::is_emoji(sign), sign);
}

TEST_CASE("a composed letter is as wide as one letter, and a family as one emoji") {
    in_frame([] {
        text::Style const style;
        CHECK(text::width("и\u0306", style) == doctest::Approx(text::width("и", style)));
        CHECK(text::width("👨‍👩‍👧‍👦", style) == doctest::Approx(text::width("😀", style)));
        CHECK(text::width("🇷🇺", style) == doctest::Approx(text::width("😀", style)));
        CHECK(text::width("ab", style) == doctest::Approx(text::width("a", style) + text::width("b", style)));
    });
}

TEST_CASE("an ellipsis never stands inside of a cluster, and what is shown fits") {
    in_frame([] {
        text::Style const style;
        for (std::string const& whole : sample_texts) {
            float const whole_px = text::width(whole, style);
            for (float share : {0.3f, 0.5f, 0.62f, 0.9f}) {
                std::string const shown = text::shorten(whole, style, whole_px * share);
                CAPTURE(whole);
                CAPTURE(shown);
                REQUIRE(shown.ends_with("…"));
                std::string_view const kept = std::string_view(shown).substr(0, shown.size() - std::string_view("…").size());
                CHECK(is_cut_between_clusters(whole, kept));
                CHECK(!kept.empty());
                CHECK(text::width(shown, style) <= whole_px * share + 0.5f);
            }
        }
    });
}

TEST_CASE("lines hold whole clusters, all of the text, and no more than fits") {
    in_frame([] {
        text::Style const style;
        for (std::string const& whole : sample_texts) {
            CAPTURE(whole);
            float const room_px = text::width(whole, style) * 0.4f;
            std::string joined, expected = whole;
            for (auto const& line : text::break_lines(whole, style, room_px)) {
                CHECK(is_cut_between_clusters(std::string_view(line.text.data(), size_t(whole.data() + whole.size() - line.text.data())), line.text));
                CHECK(text::width(line.text, {style.weight, style.size_px, line.base}) <= room_px + 0.5f);
                joined += line.text;
            }
            std::erase(joined, ' ');
            std::erase(expected, ' ');
            CHECK(joined == expected);
        }
    });
}

TEST_CASE("words stay whole where lines have room; ideographs break anywhere but before a closing mark") {
    in_frame([] {
        text::Style const style{text::Weight::regular, 10};
        auto const texts = [&](std::string_view whole, float room_px) {
            std::vector<std::string> lines;
            for (auto const& line : text::break_lines(whole, style, room_px)) lines.emplace_back(line.text);
            return lines;
        };
        CHECK(texts("one two", 20) == std::vector<std::string>{"one", "two"});
        CHECK(texts("屋根修理", 25) == std::vector<std::string>{"屋根", "修理"});
        CHECK(texts("屋根、修理", 25) == std::vector<std::string>{"屋", "根、", "修理"});
        CHECK(texts("שלום עולם", 30) == std::vector<std::string>{"שלום", "עולם"});
        CHECK(texts("", 20) == std::vector<std::string>{""});
        CHECK(texts("a\n\nb", 20) == std::vector<std::string>{"a", "", "b"});
    });
}

TEST_CASE("right-to-left words stand in reverse, in a line of their own direction and inside of another") {
    in_frame([] {
        text::Style const style;
        auto const lefts = [&](std::string_view line, std::string_view word) {
            for (auto const& glyph : text::measure(line, style).glyphs)
                if (glyph.byte == line.find(word)) return glyph.x_px;
            return -1.f;
        };
        std::string_view const hebrew = "שלום עולם";
        CHECK(lefts(hebrew, "עולם") == doctest::Approx(0));
        CHECK(lefts(hebrew, "שלום") > lefts(hebrew, "עולם"));
        std::string_view const mixed = "Иван שלום עולם потом";
        CHECK(lefts(mixed, "И") == doctest::Approx(0));
        CHECK(lefts(mixed, "עולם") < lefts(mixed, "שלום"));
        CHECK(lefts(mixed, "п") > lefts(mixed, "שלום"));
        // A number after such a word is part of what the browser puts in order.
        auto const& with_number = text::measure("Иван שלום 123", style).glyphs;
        CHECK(with_number.size() == 6);
        CHECK(text::picture(with_number.back().code_point).text == "שלום 123");
        CHECK(text::base_of("123 שלום hi") == text::Base::right_to_left);
        CHECK(text::base_of("a שלום") == text::Base::left_to_right);
        CHECK(text::base_of("...") == text::Base::left_to_right);
    });
}

TEST_CASE("a word too wide for a picture is drawn in parts") {
    in_frame([] {
        std::string word;
        for (int i = 0; i < 60; i++) word += "שלומ";
        text::Style const style{text::Weight::regular, 26};
        auto const& run = text::measure(word, style);
        CHECK(run.glyphs.size() > 1);
        CHECK(run.glyphs.front().x_px > run.glyphs.back().x_px);
        for (auto const& glyph : run.glyphs) CHECK(glyph.advance_px <= platform::widest_picture_px);
        CHECK(run.width_px == doctest::Approx(240 * 26 * 0.6).epsilon(0.01));
    });
}

TEST_CASE("pictures of strings are given up when no text has shown them for a while") {
    size_t const before = text::pictures_in_use();
    {
        int first = 0;
        Stage stage([&] {
            for (int i = first; i < first + 20; i++)
                text::draw(*ImGui::GetBackgroundDrawList(), {20, 30}, "שלום" + std::to_string(i), {}, 0xFFFFFFFF);
        });
        auto const draw_frames = [&](int count) {
            for (int i = 0; i < count; i++) ui::draw_frame();
        };
        CHECK(text::pictures_in_use() >= before + 20);
        for (first = 20; first < 2000; first += 20) draw_frames(5);
        CHECK(text::pictures_in_use() < before + 1400);
        draw_frames(400);
        CHECK(text::pictures_in_use() == before + 20);
        CHECK(ImGui::GetIO().Fonts->TexData->Width * ImGui::GetIO().Fonts->TexData->Height <= 2048 * 1024);
    }
    CHECK(text::pictures_in_use() == before);
}
