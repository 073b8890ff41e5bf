// Boxes in place of characters, as wide as Inter's on average, so that layouts are plausible without a browser.
#include "platform/glyphs.h"

#include <cmath>

namespace leadkeep::platform {

namespace {

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
    if (code_point >= 0x300 && code_point < 0x370) return 0;
    if (code_point >= 0x400 && code_point < 0x530) return 0.61f;
    return code_point >= 0x1100 ? 1.f : 0.6f;
}

}  // namespace

void draw_glyphs(std::span<GlyphWish const> wishes, GlyphBatch& out) {
    out.glyphs.clear();
    out.rgba.clear();
    for (GlyphWish const& wish : wishes) {
        Glyph glyph;
        glyph.advance_px = advance_share(wish.code_point) * wish.size_px;
        glyph.first_byte = out.rgba.size();
        bool const blank = wish.code_point == ' ' || wish.code_point == 0xA0;
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

bool glyphs_are_true() { return true; }

}  // namespace leadkeep::platform
