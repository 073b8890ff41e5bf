// The stand-in for native builds: answers ImGui's texture requests and draws nothing.
#ifndef __EMSCRIPTEN__
#include "gfx/renderer.h"

namespace leadkeep::gfx {

namespace {
int draw_calls = 0;
}

Result<> start_renderer() {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    return {};
}

void stop_renderer() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

void render(ImDrawData& data, uint32_t) {
    if (data.Textures)
        for (ImTextureData* texture : *data.Textures) {
            if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
            bool const gone = texture->Status == ImTextureStatus_WantDestroy;
            if (gone) texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
        }
    draw_calls = 0;
    for (ImDrawList const* list : data.CmdLists) draw_calls += list->CmdBuffer.Size;
}

bool renderer_ready() { return true; }
int draw_calls_of_last_frame() { return draw_calls; }

}  // namespace leadkeep::gfx
#endif
