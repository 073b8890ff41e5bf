// Pictures of characters, from the machine's own fonts: Inter first, then whatever the system has; emoji in colour.
// Code points U+E000… are the program's icons, given as SVG paths. web/ draws many at once on a 2D canvas and reads
// back once; headless/ gives plain boxes with plausible widths. Strings – clusters and words – are drawn whole, shaped
// and put in order by the browser. Limits: a string's picture is at most 1024 pixels wide; a browser that falsifies what
// is read from a canvas shows Inter's Latin and Cyrillic only, and boxes for all else.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace leadkeep::platform {

enum class Direction : uint8_t { left_to_right, right_to_left };
struct GlyphWish {
    uint32_t code_point = 0;    // where there is no text
    std::string_view text;      // drawn whole
    Direction direction = Direction::left_to_right;  // of the text
    int weight = 400;           // 400, 500, 600
    float size_px = 13;         // physical
    float shift_x_px = 0;       // 0, 0.25, 0.5, 0.75: where between two pixels the pen stands
};
struct Glyph {
    float advance_px = 0;
    int left_px = 0, top_px = 0;  // of the picture, from the pen: right, and up from the base line
    int width_px = 0, height_px = 0;
    bool colored = false;
    size_t first_byte = 0;        // in the batch's bytes: RGBA, not premultiplied
};
struct GlyphBatch {
    std::vector<Glyph> glyphs;    // as wished
    std::vector<uint8_t> rgba;
};
void draw_glyphs(std::span<GlyphWish const> wishes, GlyphBatch& out);
inline constexpr float widest_picture_px = 1024;
// How far each moves the pen, in pixels, without drawing it.
std::vector<float> measure_glyphs(std::span<GlyphWish const> wishes);

// One receiver: a font has come, so characters drawn before may look otherwise now. Between two frames.
void on_glyphs_changed(std::function<void()> receiver);

// Inter's, as shares of the size.
inline constexpr float font_ascent = 0.96875f, font_descent = 0.2412f;

// The icon of a code point: path data ("M3 4h18…|M5 6v2") on a 24 grid, stroked 1.8 wide. Before it is first drawn.
void define_icon(uint32_t code_point, std::string_view paths);

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
// A font comes whose letters of extended Latin are this much wider than those drawn until now.
void font_comes(float wider);
}  // namespace leadkeep::platform::headless
