// The faces: Inter at three weights, each at four positions of the pen between two pixels, as ImFonts whose glyphs the
// platform draws. Limits: all sizes are physical pixels; icons live under private-use code points in every face.
#pragma once

#include <cstdint>
#include <string_view>

#include "imgui.h"

namespace leadkeep::text {

enum class Weight : uint8_t { regular, medium, strong };
inline constexpr int pen_shifts = 4;

// Once after ImGui::CreateContext, before the first frame.
void add_fonts(ImFontAtlas& atlas);
ImFont* face(Weight weight, int pen_shift);
// Has all glyphs of the text drawn in one batch, so that the canvas is read back once.
void prepare_glyphs(Weight weight, float size_px, std::string_view utf8);

}  // namespace leadkeep::text
