// Letters of a font file as coverage, for browsers that falsify what a page reads from its canvas. A small program of
// its own, which only those load: web/plain_glyphs.js. Limits: TrueType outlines; letters one by one, no shaping.
#include <emscripten.h>

#include <cmath>
#include <cstdlib>

#define STBTT_STATIC
#define STBTT_assert(condition) ((void)0)  // the font is our own; to report a fault would cost more than the rest
#define STB_TRUETYPE_IMPLEMENTATION
#include "imstb_truetype.h"

namespace {

// A font of the collection has some of the characters in one weight.
struct Font {
    stbtt_fontinfo info;
    int weight;
};
constexpr int most_fonts = 32;
Font fonts[most_fonts];
int font_count = 0;

struct Letter {
    int left, top, width, height;  // left and top from the pen, top upwards
    unsigned char* coverage;       // a byte a pixel, row by row; null where nothing shows
};
Letter letter;

struct Found {
    stbtt_fontinfo const* font = nullptr;
    int glyph = 0;
};
Found find(int weight, int code_point) {
    for (int i = 0; i < font_count; i++)
        if (fonts[i].weight == weight)
            if (int const glyph = stbtt_FindGlyphIndex(&fonts[i].info, code_point)) return {&fonts[i].info, glyph};
    return {};
}

int weight_of(unsigned char* collection, int offset) {
    return ttUSHORT(collection + stbtt__find_table(collection, stbtt_uint32(offset), "OS/2") + 4);
}

}  // namespace

extern "C" {

// Room for the bytes of a font, which must stay; null when there is none.
EMSCRIPTEN_KEEPALIVE unsigned char* plain_allocate(int bytes) { return static_cast<unsigned char*>(std::malloc(size_t(bytes))); }

// Takes the fonts of a collection (.ttc); how many it has, 0 if it is none.
EMSCRIPTEN_KEEPALIVE int plain_open(unsigned char* collection) {
    int const count = stbtt_GetNumberOfFonts(collection);
    for (font_count = 0; font_count < count && font_count < most_fonts; font_count++) {
        int const offset = stbtt_GetFontOffsetForIndex(collection, font_count);
        if (!stbtt_InitFont(&fonts[font_count].info, collection, offset)) return font_count = 0;
        fonts[font_count].weight = weight_of(collection, offset);
    }
    return font_count;
}

// How far a letter moves the pen, in pixels; below 0 if the weight has no font with it.
EMSCRIPTEN_KEEPALIVE float plain_advance(int weight, int code_point, float size_px) {
    auto const [font, glyph] = find(weight, code_point);
    if (!font) return -1;
    int advance = 0, bearing = 0;
    stbtt_GetGlyphHMetrics(font, glyph, &advance, &bearing);
    return float(advance) * stbtt_ScaleForMappingEmToPixels(font, size_px);
}

// A letter that has an advance, with the pen `shift_px` right of a whole pixel. Valid until the next call.
EMSCRIPTEN_KEEPALIVE Letter const* plain_draw(int weight, int code_point, float size_px, float shift_px) {
    stbtt_FreeBitmap(letter.coverage, nullptr);
    letter = {};
    auto const [font, glyph] = find(weight, code_point);
    if (!font) return &letter;
    float const scale = stbtt_ScaleForMappingEmToPixels(font, size_px);
    int down = 0;
    letter.coverage = stbtt_GetGlyphBitmapSubpixel(font, scale, scale, shift_px, 0, glyph, &letter.width, &letter.height, &letter.left, &down);
    letter.top = -down;
    if (!letter.coverage) letter = {};  // a space, or no memory
    return &letter;
}

}  // extern "C"
