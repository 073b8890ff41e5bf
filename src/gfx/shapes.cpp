// Packs shapes into the parameter table; the layout is mirrored in shaders/ui.vert.glsl and ui.frag.glsl.
#include "gfx/shapes.h"

#include <cmath>
#include <vector>

namespace leadkeep::gfx {

namespace {

constexpr size_t max_shapes = 65536;
std::vector<float> table;

void push_color(uint32_t color) {
    ImVec4 const c = ImGui::ColorConvertU32ToFloat4(color);
    table.insert(table.end(), {c.x, c.y, c.z, c.w});
}

bool is_ring(Shape const& shape) { return shape.ring_share >= 0; }

// Kind and corners in one number, as the fragment shader takes them apart.
float flags_of(Shape const& shape) { return static_cast<float>(is_ring(shape) + 2 * static_cast<int>(shape.corners)); }

// Room around the box for the soft edge: a pixel of smoothing, or the shadow's reach.
float margin_of(Shape const& shape) {
    return 1 + (shape.shadow > 0 ? std::ceil(shape.shadow_blur_px) + std::fabs(shape.shadow_down_px) : 0);
}

void push_soft(Shape const& shape) {
    if (!is_ring(shape)) {
        table.insert(table.end(), {shape.shadow, shape.shadow_down_px, shape.shadow_blur_px, 0});
        return;
    }
    constexpr float whole_turn = 6.2831853f;
    float const end = shape.ring_share * whole_turn;
    table.insert(table.end(), {shape.ring_share, std::sin(end), -std::cos(end), 0});
}

}  // namespace

void begin_shapes() { table.clear(); }

std::span<float const> shape_table() { return table; }

void add_shape(ImDrawList& list, Shape const& shape) {
    if (shape.w <= 0 || shape.h <= 0) return;
    size_t const index = table.size() / floats_per_shape;
    if (index >= max_shapes) return;
    float const margin = margin_of(shape);
    ImVec2 const from(shape.x - margin, shape.y - margin);
    ImVec2 const to(shape.x + shape.w + margin, shape.y + shape.h + margin);
    ImVec2 const clip_from = list.GetClipRectMin(), clip_to = list.GetClipRectMax();
    if (from.x >= clip_to.x || from.y >= clip_to.y || to.x <= clip_from.x || to.y <= clip_from.y) return;

    float const radius = std::fmin(shape.radius_px, std::fmin(shape.w, shape.h) / 2);
    table.insert(table.end(), {shape.w / 2, shape.h / 2, radius, margin});
    push_color(shape.fill);
    push_color(shape.stroke);
    table.insert(table.end(), {shape.stroke_px, shape.dash_px, shape.band_px, flags_of(shape)});
    push_soft(shape);

    // uv.x = 2 + 2·index + (0 left, 1 right); uv.y = 2 + (0 top, 1 bottom)
    float const u = 2 + 2 * static_cast<float>(index);
    list.PrimReserve(6, 4);
    list.PrimRectUV(from, to, ImVec2(u, 2), ImVec2(u + 1, 3), IM_COL32_WHITE);
}

void rotate_since(ImDrawList& list, int first_vertex, ImVec2 center, float radians) {
    float const c = std::cos(radians), s = std::sin(radians);
    for (int i = first_vertex; i < list.VtxBuffer.Size; i++) {
        ImVec2& p = list.VtxBuffer[i].pos;
        float const dx = p.x - center.x, dy = p.y - center.y;
        p = ImVec2(center.x + dx * c - dy * s, center.y + dx * s + dy * c);
    }
}

}  // namespace leadkeep::gfx
