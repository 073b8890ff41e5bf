// Drawing by hand at given rectangles: grounds, lines, shadows, icons, text. Records no semantics (see widgets.h).
// Limits: colours come from tokens or data; edges snap to physical pixels here and nowhere else.
#pragma once

#include <string_view>

#include "ui/geometry.h"
#include "ui/icons.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace leadkeep::ui {

void fill(Rect rect, Rgba color, float radius_px = 0);
void fill_top(Rect rect, Rgba color, float radius_px);  // only the upper corners round (a chart's bar)
void fill_banded(Rect rect, Rgba color, Rgba band, float band_px, float radius_px);  // a coloured band along the upper edge
void stroke(Rect rect, Rgba color, float radius_px = 0, float width_px = 1);
void dashed(Rect rect, Rgba color, float radius_px = 0, float width_px = 1);
void shadow(Rect rect, float radius_px, float down_px, float blur_px, float opacity);
void card_ground(Rect rect, bool hovered = false);  // raised ground, soft shadow, hair ring
void disc(Point center, float radius_px, Rgba color);
void ring(Point center, float radius_px, float width_px, float share, Rgba done, Rgba rest);
void line_h(float x_px, float y_px, float w_px, Rgba color);
void line_v(float x_px, float y_px, float h_px, Rgba color);
void draw_icon(Icon icon, Point center, float size_px, Rgba color);

enum class Overflow : uint8_t { ellipsis, clip };
// One line, centred up and down in the rectangle; returns the width drawn.
float draw_text(Rect rect, std::string_view text, TextStyle style, Rgba color, Align align = Align::start,
                Overflow overflow = Overflow::ellipsis);
// One line read downwards from the rectangle's top, centred across it, shortened to fit its height.
void draw_text_down(Rect rect, std::string_view text, TextStyle style, Rgba color);
// Several lines from the rectangle's top, broken at words; returns the height used. max_lines 0: as many as fit.
float draw_wrapped(Rect rect, std::string_view text, TextStyle style, Rgba color, int max_lines = 0, Align align = Align::start);
float text_width(std::string_view text, TextStyle style);
float wrapped_height(std::string_view text, TextStyle style, float width_px, int max_lines = 0);
float line_height(TextStyle style);

// Clips drawing and pointing while it lives.
class Clip {
public:
    explicit Clip(Rect rect);
    ~Clip();
    Clip(Clip const&) = delete;
    Clip& operator=(Clip const&) = delete;
};
bool is_visible(Rect rect);  // any of it within the present clip

}  // namespace leadkeep::ui
