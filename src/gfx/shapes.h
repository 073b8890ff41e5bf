// Shapes by signed distance: a rounded box with ground, line, dashes and shadow, and rings. Each is one quad whose UV lies
// outside [0,1] and says which row of the parameter table it is and which corner of it, so that shapes share the batches,
// order and clipping of ImGui's text. Limits: physical pixels; at most 65 536 shapes a frame (more are left out).
#pragma once

#include <cstdint>
#include <span>

#include "imgui.h"

namespace leadkeep::gfx {

enum class Corners : uint8_t { all, top, bottom };

struct Shape {
    float x = 0, y = 0, w = 0, h = 0;
    float radius_px = 0;
    Corners corners = Corners::all;   // the ones that are round
    uint32_t fill = 0;                // IM_COL32; alpha 0: none
    uint32_t stroke = 0;
    float stroke_px = 0;              // inside the edge; the ground ends there
    float shadow = 0;                 // its opacity, 0 to 1; black, behind the box
    float shadow_down_px = 0;         // how much lower it lies
    float shadow_blur_px = 0;         // the softness of its edge, as in CSS
    float dash_px = 0;                // length of a dash and of a gap; 0: a whole line
    float band_px = 0;                // a band of that height along the upper edge, in `stroke`; only without a line
    float ring_share = -1;            // ≥ 0: a ring, `stroke` up to the share from the top, `fill` for the rest
};

void add_shape(ImDrawList& list, Shape const& shape);

// Turns everything added to the list since `first_vertex` around a point (the lifted card).
void rotate_since(ImDrawList& list, int first_vertex, ImVec2 center, float radians);

inline constexpr int texels_per_shape = 5;    // of the table, RGBA
inline constexpr int floats_per_shape = texels_per_shape * 4;
inline constexpr int shapes_per_row = 256;
// This frame's table; cleared by begin_shapes().
std::span<float const> shape_table();
void begin_shapes();

}  // namespace leadkeep::gfx
