// WebGL2: one program, one vertex array, ImGui's textures and the shape table. No state is ever read back.
// Limits: one canvas (#canvas), one context; premultiplied blending, an opaque canvas.
#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <span>
#include <vector>

#include "gfx/renderer.h"
#include "gfx/shaders.h"
#include "gfx/shapes.h"
#include "platform/wake.h"

namespace leadkeep::gfx {

namespace {

struct Gl {
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
    bool ready = false;
    GLuint program = 0, vertex_array = 0, vertices = 0, indices = 0, table = 0;
    GLint size_uniform = -1;
    int table_rows = 0;
    int draw_calls = 0;
    std::vector<ImDrawVert> all_vertices;
    std::vector<ImDrawIdx> all_indices;
} gl;

constexpr int table_width_texels = shapes_per_row * texels_per_shape;
char const canvas[] = "#canvas";

GLuint compile(GLenum kind, char const* source) {
    GLuint const shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

GLuint new_texture(GLint filter) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return name;
}

void create_vertex_array() {
    glGenVertexArrays(1, &gl.vertex_array);
    glBindVertexArray(gl.vertex_array);
    glGenBuffers(1, &gl.vertices);
    glGenBuffers(1, &gl.indices);
    glBindBuffer(GL_ARRAY_BUFFER, gl.vertices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, gl.indices);
    auto const attribute = [](GLuint at, GLint count, GLenum type, GLboolean normalised, size_t offset) {
        glEnableVertexAttribArray(at);
        glVertexAttribPointer(at, count, type, normalised, sizeof(ImDrawVert), reinterpret_cast<void*>(offset));
    };
    attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
    attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
    attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
}

bool create_resources() {
    GLuint const vertex = compile(GL_VERTEX_SHADER, shader_ui_vert);
    GLuint const fragment = compile(GL_FRAGMENT_SHADER, shader_ui_frag);
    gl.program = glCreateProgram();
    glAttachShader(gl.program, vertex);
    glAttachShader(gl.program, fragment);
    glLinkProgram(gl.program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint linked = 0;
    glGetProgramiv(gl.program, GL_LINK_STATUS, &linked);
    if (!linked) return false;
    glUseProgram(gl.program);
    glUniform1i(glGetUniformLocation(gl.program, "u_texture"), 0);
    glUniform1i(glGetUniformLocation(gl.program, "u_table"), 1);
    gl.size_uniform = glGetUniformLocation(gl.program, "u_size");
    create_vertex_array();
    glActiveTexture(GL_TEXTURE1);
    gl.table = new_texture(GL_NEAREST);
    gl.table_rows = 0;
    glActiveTexture(GL_TEXTURE0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    return true;
}

EM_BOOL on_context_lost(int, void const*, void*) {
    gl.ready = false;
    return EM_TRUE;  // keeps the browser from giving the context up for good
}

EM_BOOL on_context_restored(int, void const*, void*) {
    emscripten_webgl_make_context_current(gl.context);
    gl.ready = create_resources();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
        if (texture->Status != ImTextureStatus_Destroyed && texture->Pixels) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_WantCreate);
        }
    platform::request_frame();
    return EM_TRUE;
}

void upload_rectangle(ImTextureData& texture, ImTextureRect const& r) {
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    glTexSubImage2D(GL_TEXTURE_2D, 0, r.x, r.y, r.w, r.h, GL_RGBA, GL_UNSIGNED_BYTE, texture.GetPixelsAt(r.x, r.y));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void update_texture(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate) {
        GLuint const name = new_texture(GL_LINEAR);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     texture.GetPixels());
        texture.SetTexID(static_cast<ImTextureID>(name));
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantUpdates) {
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.TexID));
        upload_rectangle(texture, texture.UpdateRect);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        GLuint const name = static_cast<GLuint>(texture.TexID);
        glDeleteTextures(1, &name);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

void upload_table() {
    auto const table = shape_table();
    if (table.empty()) return;
    int const rows = static_cast<int>((table.size() + table_width_texels * 4 - 1) / (table_width_texels * 4));
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, gl.table);
    if (rows > gl.table_rows) {
        gl.table_rows = rows + 3;
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, table_width_texels, gl.table_rows, 0, GL_RGBA, GL_FLOAT, nullptr);
    }
    int const whole = static_cast<int>(table.size() / (table_width_texels * 4));
    if (whole) glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, table_width_texels, whole, GL_RGBA, GL_FLOAT, table.data());
    int const rest_texels = static_cast<int>(table.size() / 4) - whole * table_width_texels;
    if (rest_texels)
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, whole, rest_texels, 1, GL_RGBA, GL_FLOAT,
                        table.data() + size_t(whole) * table_width_texels * 4);
    glActiveTexture(GL_TEXTURE0);
}

void upload(std::span<ImDrawVert const> vertices, std::span<ImDrawIdx const> indices) {
    glBufferData(GL_ARRAY_BUFFER, GLsizeiptr(vertices.size_bytes()), vertices.data(), GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, GLsizeiptr(indices.size_bytes()), indices.data(), GL_STREAM_DRAW);
}

// All lists in one vertex and one index buffer: one upload a frame. Mostly there is one list, which needs no copy.
// (With 32-bit indices ImGui begins no vertices anew within a list: every command's VtxOffset is 0.)
void upload_geometry(ImDrawData const& data) {
    if (data.CmdLists.Size == 1) {
        ImDrawList const& list = *data.CmdLists[0];
        return upload({list.VtxBuffer.Data, size_t(list.VtxBuffer.Size)}, {list.IdxBuffer.Data, size_t(list.IdxBuffer.Size)});
    }
    gl.all_vertices.resize(size_t(data.TotalVtxCount));
    gl.all_indices.resize(size_t(data.TotalIdxCount));
    ImDrawVert* vertices = gl.all_vertices.data();
    ImDrawIdx* indices = gl.all_indices.data();
    for (ImDrawList const* list : data.CmdLists) {
        auto const base = static_cast<ImDrawIdx>(vertices - gl.all_vertices.data());
        vertices = std::copy(list->VtxBuffer.begin(), list->VtxBuffer.end(), vertices);
        indices = std::transform(list->IdxBuffer.begin(), list->IdxBuffer.end(), indices, [base](ImDrawIdx index) { return base + index; });
    }
    upload(gl.all_vertices, gl.all_indices);
}

void draw_commands(ImDrawData const& data, int height_px) {
    size_t first = 0;
    GLuint bound = 0;
    for (ImDrawList const* list : data.CmdLists)
        for (ImDrawCmd const& command : list->CmdBuffer) {
            size_t const at = first;
            first += command.ElemCount;
            int const left = int(command.ClipRect.x), top = int(command.ClipRect.y);
            int const right = int(command.ClipRect.z), bottom = int(command.ClipRect.w);
            if (command.ElemCount == 0 || right <= left || bottom <= top) continue;
            glScissor(left, height_px - bottom, right - left, bottom - top);
            GLuint const texture = static_cast<GLuint>(command.GetTexID());
            if (texture != bound) glBindTexture(GL_TEXTURE_2D, bound = texture);
            glDrawElements(GL_TRIANGLES, GLsizei(command.ElemCount), GL_UNSIGNED_INT,
                           reinterpret_cast<void*>(at * sizeof(ImDrawIdx)));
            gl.draw_calls++;
        }
}

}  // namespace

Result<> start_renderer() {
    EmscriptenWebGLContextAttributes wishes;
    emscripten_webgl_init_context_attributes(&wishes);
    wishes.majorVersion = 2;
    wishes.alpha = wishes.depth = wishes.stencil = wishes.antialias = EM_FALSE;
    wishes.enableExtensionsByDefault = EM_FALSE;  // WebGL2 itself has all that is used here
    wishes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    gl.context = emscripten_webgl_create_context(canvas, &wishes);
    if (gl.context <= 0 || emscripten_webgl_make_context_current(gl.context) != EMSCRIPTEN_RESULT_SUCCESS ||
        !create_resources())
        return fail(ErrorKind::unsupported, "This browser cannot draw with WebGL 2, which Leadkeep needs.");
    gl.ready = true;
    emscripten_set_webglcontextlost_callback(canvas, nullptr, EM_FALSE, on_context_lost);
    emscripten_set_webglcontextrestored_callback(canvas, nullptr, EM_FALSE, on_context_restored);
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    GLint max_texture = 4096;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &max_texture);
    ImGui::GetPlatformIO().Renderer_TextureMaxWidth = ImGui::GetPlatformIO().Renderer_TextureMaxHeight =
        max_texture < 4096 ? max_texture : 4096;
    return {};
}

void stop_renderer() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    emscripten_webgl_destroy_context(gl.context);
    gl = {};
}

void render(ImDrawData& data, uint32_t ground) {
    if (!gl.ready || data.TotalVtxCount == 0) return;  // the page shows its splash until there is something
    gl.draw_calls = 0;
    if (data.Textures)
        for (ImTextureData* texture : *data.Textures)
            if (texture->Status != ImTextureStatus_OK) update_texture(*texture);
    int const width_px = int(data.DisplaySize.x), height_px = int(data.DisplaySize.y);
    glViewport(0, 0, width_px, height_px);
    glScissor(0, 0, width_px, height_px);
    ImVec4 const c = ImGui::ColorConvertU32ToFloat4(ground);
    glClearColor(c.x, c.y, c.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glUniform2f(gl.size_uniform, data.DisplaySize.x, data.DisplaySize.y);
    upload_table();
    upload_geometry(data);
    draw_commands(data, height_px);
}

bool renderer_ready() { return gl.ready; }
int draw_calls_of_last_frame() { return gl.draw_calls; }

}  // namespace leadkeep::gfx
#endif
