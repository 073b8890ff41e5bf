// Ids, layers, clips, and the change from CSS to physical pixels.
#include "ui/context.h"

#include <cmath>

#include "imgui_internal.h"
#include "ui/paint.h"

namespace leadkeep::ui {

Context& ctx() {
    static Context context;
    return context;
}

uint32_t id_of(uint32_t parent, std::string_view name) {
    uint32_t hash = parent ^ 0x811C9DC5u;
    for (char const c : name) hash = (hash ^ uint8_t(c)) * 0x01000193u;
    hash ^= hash >> 15;
    // Below 2^31 so that it crosses to JavaScript as a plain positive number; 0 means none.
    hash &= 0x7FFFFFFFu;
    return hash ? hash : 1;
}

uint32_t id_of(std::string_view name) { return id_of(ctx().ids.empty() ? 0 : ctx().ids.back(), name); }

void push_id(uint32_t id) { ctx().ids.push_back(id); }
void pop_id() { ctx().ids.pop_back(); }

Scope::Scope(std::string_view id) { push_id(id_of(id)); }
Scope::Scope(int64_t id) { push_id(id_of({reinterpret_cast<char const*>(&id), sizeof id})); }
Scope::~Scope() { pop_id(); }

ImDrawList& list() { return *ctx().lists.back(); }

float to_px(float css) { return css * ctx().display.scale; }
float snap(float css) { return std::round(css * ctx().display.scale) / ctx().display.scale; }
Rect snap(Rect r) {
    float const x = snap(r.x), y = snap(r.y);
    return {x, y, snap(r.right()) - x, snap(r.bottom()) - y};
}

bool is_unseen() { return ctx().another_step || (ctx().relayout && ctx().may_relayout); }

ImU32 col(Rgba c) { return IM_COL32(c.r, c.g, c.b, c.a); }

Rect clip() { return ctx().clips.empty() ? ctx().viewport : ctx().clips.back().rect; }

void begin_layer(char const* name, Rect area) {
    Context& c = ctx();
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar(2);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    c.lists.push_back(ImGui::GetWindowDrawList());
    c.clips.push_back({c.viewport});
    open_layout(LayoutKind::column, area, 8, {}, Align::start, id_of(name), true);
}

void end_layer() {
    close_layout();
    ctx().clips.pop_back();
    ctx().lists.pop_back();
    ImGui::End();
}

Clip::Clip(Rect rect) {
    Rect const cut = clip().intersect(rect);
    ctx().clips.push_back({cut});
    Rect const s = snap(cut);
    list().PushClipRect(ImVec2(std::round(to_px(s.x)), std::round(to_px(s.y))),
                        ImVec2(std::round(to_px(s.right())), std::round(to_px(s.bottom()))));
}

Clip::~Clip() {
    list().PopClipRect();
    ctx().clips.pop_back();
}

bool is_visible(Rect rect) { return clip().overlaps(rect); }

}  // namespace leadkeep::ui
