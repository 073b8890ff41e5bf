// The faces: Inter at three weights, each at four positions of the pen between two pixels, as ImFonts whose glyphs the
// platform draws. Limits: all sizes are physical pixels; icons and pictures of strings live under private-use code
// points in every face (pictures.h).
#pragma once

#include <cstdint>
#include <span>

#include "imgui.h"
#include "platform/glyphs.h"

namespace leadkeep::text {

enum class Weight : uint8_t { regular, medium, strong };
inline constexpr int pen_shifts = 4;

// Once after ImGui::CreateContext, before the first frame.
void add_fonts(ImFontAtlas& atlas);
ImFont* face(Weight weight, int pen_shift);
// What the platform is asked for: a code point, or the string that it stands for.
platform::GlyphWish wish_for(uint32_t code_point, Weight weight, float size_px);

// A glyph at one of the positions of the pen.
struct ShiftedGlyph {
    uint32_t code_point;
    int pen_shift;
};
// Has all that are not drawn yet drawn in one batch, so that the canvas is read back once.
void prepare_glyphs(Weight weight, float size_px, std::span<ShiftedGlyph const> glyphs);
// The code point is about to mean something else. Between frames only.
void forget_glyph(ImFontAtlas& atlas, uint32_t code_point);
// Everything is drawn and measured anew when next asked for. Between frames only.
void forget_glyphs(ImFontAtlas& atlas);

}  // namespace leadkeep::text
