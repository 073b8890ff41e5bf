// Dear ImGui's place for a font loader chosen at build time, instead of the stb_truetype it would bring along: ours, of the
// platform's glyphs (fonts.cpp). Included by imgui_draw.cpp only.
#pragma once

struct ImFontLoader;

namespace ImGuiFreeType {

ImFontLoader const* GetFontLoader();

}  // namespace ImGuiFreeType
