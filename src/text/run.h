// Runs: pieces of one line, measured once per text, face and size and kept while they are used.
// Clusters and words of joining scripts are drawn whole (pieces.h). Limits: physical pixels; no kerning between letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "text/fonts.h"
#include "text/pieces.h"

namespace leadkeep::text {

struct Placed {
    uint32_t code_point;       // or what stands for a string: pictures.h
    float x_px;                // of the pen, from the run's left end
    float advance_px;
    uint32_t byte;             // where in the text it begins
};
struct Run {
    std::vector<Placed> glyphs;  // in the order of the text, which right-to-left words do not stand in
    float width_px = 0;
    bool has_pictures = false;
};

struct Style {
    Weight weight = Weight::regular;
    float size_px = 13;
    Base base = Base::by_first_letter;
};

// Valid until forget_unused_runs(); control characters become spaces.
Run const& measure(std::string_view utf8, Style style);
float width(std::string_view utf8, Style style);

// Draws with the base line at y (a whole pixel for sharp text); x may be any.
void draw(ImDrawList& list, ImVec2 base_line, std::string_view utf8, Style style, uint32_t color);
// The same, shortened by "…" at the text's end to fit; returns the width drawn.
float draw_shortened(ImDrawList& list, ImVec2 base_line, float max_width_px, std::string_view utf8, Style style,
                     uint32_t color);
void draw_glyph(ImDrawList& list, ImVec2 base_line, uint32_t code_point, Style style, uint32_t color);

// Of a text with all that its layout depends on.
uint64_t hash_of(std::string_view utf8, Style style);

// Once a frame, after it is drawn: drops what was not used for a while.
void forget_unused_runs();
void forget_all_runs();
size_t kept_runs();

}  // namespace leadkeep::text
