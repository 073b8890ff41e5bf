// Drawing: CSS pixels become physical ones here, and edges snap to whole pixels.
#include "ui/paint.h"

#include <cmath>

#include "gfx/shapes.h"
#include "platform/glyphs.h"
#include "text/lines.h"
#include "ui/context.h"

namespace leadkeep::ui {

namespace {

text::Style run_style(TextStyle style) {
    TypeFace const face = type_face(style);
    return {text::Weight(face.weight), face.size_px * ctx().display.scale};
}

gfx::Shape box(Rect rect, float radius_px) {
    Rect const s = snap(rect);
    gfx::Shape shape;
    shape.x = std::round(to_px(s.x)), shape.y = std::round(to_px(s.y));
    shape.w = std::round(to_px(s.w)), shape.h = std::round(to_px(s.h));
    shape.radius_px = to_px(radius_px);
    return shape;
}

// Of one line in a box of that height: physical pixels, whole.
float base_line_px(float top_css, float height_css, TextStyle style) {
    TypeFace const face = type_face(style);
    float const content = face.size_px * (platform::font_ascent + platform::font_descent);
    return std::round(to_px(top_css + (height_css - content) / 2 + face.size_px * platform::font_ascent));
}

}  // namespace

void fill(Rect rect, Rgba color, float radius_px) {
    if (color.a == 0 || is_unseen() || !is_visible(rect)) return;
    gfx::Shape shape = box(rect, radius_px);
    shape.fill = col(color);
    gfx::add_shape(list(), shape);
}

void fill_top(Rect rect, Rgba color, float radius_px) {
    if (is_unseen()) return;
    gfx::Shape shape = box(rect, radius_px);
    shape.corners = gfx::Corners::top;
    shape.fill = col(color);
    gfx::add_shape(list(), shape);
}

void fill_banded(Rect rect, Rgba color, Rgba band, float band_px, float radius_px) {
    if (is_unseen()) return;
    gfx::Shape shape = box(rect, radius_px);
    shape.fill = col(color);
    shape.stroke = col(band);
    shape.band_px = std::round(to_px(band_px));
    gfx::add_shape(list(), shape);
}

void stroke(Rect rect, Rgba color, float radius_px, float width_px) {
    if (is_unseen()) return;
    gfx::Shape shape = box(rect, radius_px);
    shape.stroke = col(color);
    shape.stroke_px = std::fmax(1.f, std::round(to_px(width_px) * 2) / 2);
    gfx::add_shape(list(), shape);
}

void dashed(Rect rect, Rgba color, float radius_px, float width_px) {
    if (is_unseen()) return;
    gfx::Shape shape = box(rect, radius_px);
    shape.stroke = col(color);
    shape.stroke_px = std::fmax(1.f, std::round(to_px(width_px)));
    shape.dash_px = to_px(4);
    gfx::add_shape(list(), shape);
}

namespace {

void cast_shadow(gfx::Shape& shape, float down_px, float blur_px, float opacity) {
    shape.shadow = opacity;
    shape.shadow_down_px = to_px(down_px);
    shape.shadow_blur_px = std::fmax(1.f, to_px(blur_px));
}

}  // namespace

void shadow(Rect rect, float radius_px, float down_px, float blur_px, float opacity) {
    if (is_unseen()) return;
    gfx::Shape shape = box(rect, radius_px);
    cast_shadow(shape, down_px, blur_px, opacity);
    gfx::add_shape(list(), shape);
}

void card_ground(Rect rect, bool hovered) {
    if (is_unseen()) return;
    bool const dark = is_dark();
    // All of it in one shape, since most of a board's pixels are cards: the ring is the line of a box that is so much larger.
    float const hair = std::fmax(1.f, std::round(ctx().display.scale)) / ctx().display.scale;
    gfx::Shape shape = box(rect.inset(-hair), card_radius_px + hair);
    shape.fill = col(dark && hovered ? mix(color(Token::raised), Rgba{255, 255, 255, 255}, 0.03f) : color(Token::raised));
    shape.stroke = col(dark ? Rgba{255, 255, 255, 13} : Rgba{0, 0, 0, uint8_t(hovered ? 20 : 10)});
    shape.stroke_px = to_px(hair);
    cast_shadow(shape, hovered ? 2.f : 1.f, hovered ? 6.f : 2.f, dark ? 0.5f : hovered ? 0.10f : 0.07f);
    gfx::add_shape(list(), shape);
}

void disc(Point center, float radius_px, Rgba color) {
    fill({center.x - radius_px, center.y - radius_px, radius_px * 2, radius_px * 2}, color, radius_px);
}

void ring(Point center, float radius_px, float width_px, float share, Rgba done, Rgba rest) {
    if (is_unseen()) return;
    gfx::Shape shape = box({center.x - radius_px, center.y - radius_px, radius_px * 2, radius_px * 2}, radius_px);
    shape.fill = col(rest);
    shape.stroke = col(done);
    shape.stroke_px = to_px(width_px);
    shape.ring_share = share;
    gfx::add_shape(list(), shape);
}

void line_h(float x_px, float y_px, float w_px, Rgba color) {
    float const hair = 1 / ctx().display.scale;
    fill({x_px, snap(y_px), w_px, std::fmax(hair, snap(1))}, color);
}

void line_v(float x_px, float y_px, float h_px, Rgba color) {
    float const hair = 1 / ctx().display.scale;
    fill({snap(x_px), y_px, std::fmax(hair, snap(1)), h_px}, color);
}

void draw_icon(Icon icon, Point center, float size_px, Rgba color) {
    if (icon == Icon::none || is_unseen()) return;
    // The glyph's picture is a square of its size standing on the base line; whole sizes and places keep it sharp.
    float const size = std::round(to_px(size_px));
    ImVec2 const at(std::round(to_px(center.x) - size / 2), std::round(to_px(center.y) + size / 2));
    text::draw_glyph(list(), at, icon_code_point(icon), {text::Weight::regular, size}, col(color));
}

namespace {

float draw_line(Rect rect, std::string_view text, text::Style run, float base_line_px, Rgba color, Align align, Overflow overflow) {
    if (text.empty() || rect.w <= 0) return 0;
    float const scale = ctx().display.scale;
    if (is_unseen()) return std::fmin(text::width(text, run) / scale, rect.w);
    float x = to_px(rect.x);
    if (align == Align::center || align == Align::end) {
        float const room = to_px(rect.w) - text::width(text, run);
        if (room > 0) x += align == Align::center ? room / 2 : room;
    }
    ImVec2 const base(x, base_line_px);
    if (overflow == Overflow::ellipsis)
        return text::draw_shortened(list(), base, to_px(rect.w), text, run, col(color)) / scale;
    text::draw(list(), base, text, run, col(color));
    return text::width(text, run) / scale;
}

}  // namespace

float draw_text(Rect rect, std::string_view text, TextStyle style, Rgba color, Align align, Overflow overflow) {
    return draw_line(rect, text, run_style(style), base_line_px(rect.y, rect.h, style), color, align, overflow);
}

void draw_text_down(Rect rect, std::string_view text, TextStyle style, Rgba color) {
    constexpr float quarter_turn = 3.14159265f / 2;
    float const length = std::fmin(std::ceil(text_width(text, style)), rect.h), across = line_height(style);
    // Turned around a whole pixel, the glyphs stay on whole pixels.
    Point const middle{snap(rect.x + rect.w / 2), snap(rect.y + length / 2)};
    int const first_vertex = list().VtxBuffer.Size;
    draw_text({middle.x - length / 2, middle.y - across / 2, length, across}, text, style, color);
    gfx::rotate_since(list(), first_vertex, ImVec2(to_px(middle.x), to_px(middle.y)), quarter_turn);
}

float draw_wrapped(Rect rect, std::string_view text, TextStyle style, Rgba color, int max_lines, Align align) {
    float const line_px = line_height(style);
    auto const lines = text::break_lines(text, run_style(style), to_px(rect.w));
    int shown = 0;
    for (auto const& line : lines) {
        if (max_lines && shown == max_lines) break;
        bool const last = max_lines && shown + 1 == max_lines && lines.size() > size_t(max_lines);
        Rect const at{rect.x, rect.y + float(shown) * line_px, rect.w, line_px};
        std::string_view const rest = last ? text.substr(size_t(line.text.data() - text.data())) : line.text;
        text::Style run = run_style(style);
        run.base = line.base;
        if (is_visible(at))
            draw_line(at, rest.substr(0, rest.find('\n')), run, base_line_px(at.y, at.h, style), color, align, Overflow::ellipsis);
        shown++;
    }
    return float(shown) * line_px;
}

float text_width(std::string_view text, TextStyle style) { return text::width(text, run_style(style)) / ctx().display.scale; }

float wrapped_height(std::string_view text, TextStyle style, float width_px, int max_lines) {
    int lines = int(text::break_lines(text, run_style(style), to_px(width_px)).size());
    if (max_lines) lines = std::min(lines, max_lines);
    return float(lines) * line_height(style);
}

float line_height(TextStyle style) { return type_face(style).line_px; }

}  // namespace leadkeep::ui
