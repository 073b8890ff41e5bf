// Runs: pieces of one line, measured once per text, face and size and kept while they are used.
// Limits: physical pixels; left to right, one code point at a time (no shaping, no right-to-left order).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "text/fonts.h"

namespace leadkeep::text {

struct Placed {
    uint32_t code_point;
    float x_px;                // of the pen, from the run's start
    uint32_t byte;             // where in the text it begins
};
struct Run {
    std::vector<Placed> glyphs;
    float width_px = 0;
};

struct Style {
    Weight weight = Weight::regular;
    float size_px = 13;
};

// Valid until forget_unused_runs(); control characters become spaces.
Run const& measure(std::string_view utf8, Style style);
float width(std::string_view utf8, Style style);

// Draws with the base line at y (a whole pixel for sharp text); x may be any.
void draw(ImDrawList& list, ImVec2 base_line, std::string_view utf8, Style style, uint32_t color);
// The same, shortened by "…" to fit; returns the width drawn.
float draw_shortened(ImDrawList& list, ImVec2 base_line, float max_width_px, std::string_view utf8, Style style,
                     uint32_t color);
void draw_glyph(ImDrawList& list, ImVec2 base_line, uint32_t code_point, Style style, uint32_t color);

// Lines broken at spaces, after hyphens, and inside words that are too long; '\n' always breaks.
struct Line {
    std::string_view text;
};
std::vector<Line> break_lines(std::string_view utf8, Style style, float max_width_px);

// Once a frame: drops what was not used for a while.
void forget_unused_runs();
void forget_all_runs();
size_t kept_runs();

}  // namespace leadkeep::text
