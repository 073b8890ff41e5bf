// The renderer of a finished ImGui frame. In the browser: WebGL2 on the page's canvas, one upload of vertices and indices
// a frame, a lost context comes back by itself. Natively: a stand-in that only keeps ImGui's textures in step.
#pragma once

#include "base/result.h"
#include "imgui.h"

namespace leadkeep::gfx {

// Fails with `unsupported` where the browser has no WebGL2. After ImGui::CreateContext.
Result<> start_renderer();
void stop_renderer();
// `ground` is what the canvas is cleared with: IM_COL32.
void render(ImDrawData& data, uint32_t ground);
// False while the context is lost; the renderer asks for a frame when it is back.
bool renderer_ready();
int draw_calls_of_last_frame();

}  // namespace leadkeep::gfx
