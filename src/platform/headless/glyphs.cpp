// Boxes in place of characters, as wide as Inter's on average, so that layouts are plausible without a browser.
#include "platform/glyphs.h"

#include <cmath>
#include <utility>

namespace leadkeep::platform {

namespace {

std::function<void()> receiver;
float extended_latin_share = 0.6f;

float advance_share(uint32_t code_point) {
    if (code_point >= 0xE000 && code_point < 0xE100) return 1;
    if (code_point == ' ' || code_point == 0xA0) return 0.28f;
    if (code_point < 0x80) {
        char const c = static_cast<char>(code_point);
        if (c == 'i' || c == 'l' || c == 'j' || c == '.' || c == ',' || c == ':' || c == '\'' || c == '|') return 0.27f;
        if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@') return 0.88f;
        if (c >= '0' && c <= '9') return 0.63f;
        return c >= 'A' && c <= 'Z' ? 0.68f : 0.57f;
    }
    if (code_point >= 0x100 && code_point < 0x250) return extended_latin_share;
    bool const is_mark = (code_point >= 0x300 && code_point < 0x370) || (code_point >= 0x591 && code_point < 0x5C8) ||
                         (code_point >= 0x64B && code_point < 0x660) || (code_point >= 0x200B && code_point < 0x2010) ||
                         (code_point >= 0xFE00 && code_point < 0xFE10) || (code_point >= 0x1F3FB && code_point <= 0x1F3FF);
    if (is_mark || code_point == 0x20E3) return 0;
    if (code_point >= 0x400 && code_point < 0x530) return 0.61f;
    return code_point >= 0x1100 ? 1.f : 0.6f;
}

char32_t next_code_point(std::string_view text, size_t& at) {
    unsigned char const lead = static_cast<unsigned char>(text[at++]);
    char32_t value = lead < 0x80 ? lead : lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0xF : lead & 7;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        value = value << 6 | (static_cast<unsigned char>(text[at++]) & 0x3F);
    return value;
}

// What is joined or is two halves of a flag takes the room of one.
float advance_share(std::string_view text) {
    float sum = 0;
    bool joined = false, half_flag = false;
    for (size_t at = 0; at < text.size();) {
        char32_t const c = next_code_point(text, at);
        bool const regional = c >= 0x1F1E6 && c <= 0x1F1FF;
        if (!joined && !(regional && half_flag)) sum += advance_share(c);
        joined = c == 0x200D;
        half_flag = regional && !half_flag;
    }
    return sum;
}

float advance_px(GlyphWish const& wish) {
    return (wish.text.empty() ? advance_share(wish.code_point) : advance_share(wish.text)) * wish.size_px;
}

}  // namespace

std::vector<float> measure_glyphs(std::span<GlyphWish const> wishes) {
    std::vector<float> widths;
    for (GlyphWish const& wish : wishes) widths.push_back(advance_px(wish));
    return widths;
}

void draw_glyphs(std::span<GlyphWish const> wishes, GlyphBatch& out) {
    out.glyphs.clear();
    out.rgba.clear();
    for (GlyphWish const& wish : wishes) {
        Glyph glyph;
        glyph.advance_px = advance_px(wish);
        glyph.first_byte = out.rgba.size();
        bool const blank = wish.text.empty() && (wish.code_point == ' ' || wish.code_point == 0xA0);
        if (!blank && glyph.advance_px >= 2) {
            glyph.width_px = static_cast<int>(std::lround(glyph.advance_px * 0.8f));
            glyph.height_px = static_cast<int>(std::lround(wish.size_px * 0.7f));
            glyph.top_px = glyph.height_px;
            out.rgba.resize(out.rgba.size() + size_t(glyph.width_px) * size_t(glyph.height_px) * 4, 255);
        }
        out.glyphs.push_back(glyph);
    }
}

void define_icon(uint32_t, std::string_view) {}

void on_glyphs_changed(std::function<void()> changed) { receiver = std::move(changed); }

void headless::font_comes(float wider) {
    extended_latin_share *= wider;
    if (receiver) receiver();
}

}  // namespace leadkeep::platform
