// One frame: events, the screen, what lies over it, the tree, the picture.
#include "ui/app_frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "gfx/renderer.h"
#include "gfx/shapes.h"
#include "imgui_internal.h"
#include "platform/clock.h"
#include "platform/glyphs.h"
#include "platform/input.h"
#include "platform/semantics_mirror.h"
#include "platform/text_edit.h"
#include "platform/wake.h"
#include "text/fonts.h"
#include "text/run.h"
#include "ui/card_lasso.h"
#include "ui/card_lift.h"
#include "ui/icons.h"
#include "ui/interact.h"
#include "ui/mirror.h"
#include "ui/motion.h"
#include "ui/overlay_stack.h"
#include "ui/scroll.h"

namespace leadkeep::ui {

namespace {

constexpr double mirror_pause_ms = 100;  // between two changes of the page's tree while things move
constexpr int most_steps = 6;    // of one frame: each answers one event, the last one is shown
constexpr int most_layouts = 4;  // of them, until what turned out another size is left to the next frame

double mirror_ms = 0;  // what of the frame went to the page's tree

void read_machine() {
    Context& c = ctx();
    c.display = platform::display();
    c.now_ms = platform::monotonic_ms();
    c.viewport = {0, 0, c.display.width_px / c.display.scale, c.display.height_px / c.display.scale};
    ImGuiIO& io = ImGui::GetIO();
    static double last_ms = 0;
    io.DeltaTime = float(std::fmax(0.001, std::fmin(0.1, (c.now_ms - last_ms) / 1000)));
    c.step_ms = float(std::fmax(0.0, std::fmin(50.0, c.now_ms - last_ms)));
    last_ms = c.now_ms;
    io.DisplaySize = ImVec2(std::fmax(1.f, c.display.width_px), std::fmax(1.f, c.display.height_px));
    ImGui::GetStyle().FontScaleDpi = c.display.scale;
    io.AddMousePosEvent(c.pointer.x * c.display.scale, c.pointer.y * c.display.scale);
}

void begin_tree() {
    Context& c = ctx();
    c.building.clear();
    c.hits_building.clear();
    c.stops_building.clear();
    c.shortcuts_building.clear();
    c.used_ids.clear();
    c.layer = c.modal_layer_building = 0;
    c.cursor = platform::Cursor::arrow;
    c.relayout = c.wants_frame = c.scrolled = false;
    c.toast_floor_px = 0;
    c.ids.assign(1, 0x6C6B);
    c.parents.clear();
}

// They are recorded in the layers' order but for what a layer draws after another has begun.
template <class Entry>
void in_layers(std::vector<Entry>& entries) {
    auto const by_layer = [](Entry const& a, Entry const& b) { return a.layer < b.layer; };
    if (!std::is_sorted(entries.begin(), entries.end(), by_layer)) std::stable_sort(entries.begin(), entries.end(), by_layer);
}

void finish_tree() {
    Context& c = ctx();
    std::swap(c.finished, c.building);
    std::swap(c.hits, c.hits_building);
    std::swap(c.stops, c.stops_building);
    std::swap(c.shortcuts, c.shortcuts_building);
    in_layers(c.finished);
    in_layers(c.hits);
    in_layers(c.stops);
    auto const below = [&](auto const& entry) { return entry.layer < c.modal_layer_building; };
    c.modal_node = size_t(std::count_if(c.finished.begin(), c.finished.end(), below));
    c.modal_stop = size_t(std::count_if(c.stops.begin(), c.stops.end(), below));
    c.finished_index.clear();
    for (size_t i = 0; i < c.finished.size(); i++) c.finished_index.insert(c.finished[i].id, uint32_t(i));
}

// What nobody drew for a while is forgotten.
void forget_old() {
    Context& c = ctx();
    if (c.frame % 512) return;
    std::erase_if(c.layout_memory, [&](auto const& e) { return e.second.last_frame + 512 < c.frame; });
    std::erase_if(c.animations, [&](auto const& e) { return e.second.last_frame + 512 < c.frame; });
    std::erase_if(c.field_seen, [&](auto const& e) { return e.second + 512 < c.frame; });
}

// While a list scrolls or the pointer carries a card, the next movement would undo what the page's tree is told: it follows
// some times a second. What is said, the keyboard's place and editing never wait.
bool mirror_may_lag() {
    Context& c = ctx();
    bool const carried = c.lift.active && !c.lift.by_keyboard;
    return (c.scrolled || carried) && c.now_ms < c.mirror_due_ms && c.said_to_page.empty() && !c.begin_edit && !c.end_edit &&
           (node_by_id(c.focus) ? c.focus : 0) == mirrored_focus();
}

void tell_page() {
    Context& c = ctx();
    if (mirror_may_lag()) return platform::wake_at_ms(c.mirror_due_ms);
    c.mirror_due_ms = c.now_ms + mirror_pause_ms;
    double const began_ms = platform::monotonic_ms();
    std::string const difference = mirror_difference();
    if (!difference.empty()) platform::update_mirror(difference);
    mirror_ms += platform::monotonic_ms() - began_ms;
    if (uint32_t const id = std::exchange(c.begin_edit, 0u); id && node_by_id(id)) {
        c.end_edit = false;
        platform::begin_text_edit(id, platform::CaretAt::select_all);
    }
    if (std::exchange(c.end_edit, false)) platform::end_text_edit();
}

enum class Step : uint8_t { quiet, answered };

Step step(int before) {
    Context& c = ctx();
    c.frame++;
    read_machine();
    ImGui::NewFrame();
    gfx::begin_shapes();
    advance_scrolls();
    begin_tree();
    take_events();
    bool const answered = c.pressed || c.context_pressed || !c.key.empty() || !c.edit_events.empty() || c.lift_wish || c.lift_dropped ||
                          c.pointer_lost || c.ground_pressed;
    c.another_step = (answered || events_pending()) && before + 1 < most_steps;
    c.may_relayout = before + 1 < most_layouts;
    advance_lift();
    advance_lasso();
    begin_overlays();
    begin_layer("screen", c.viewport);
    c.draw_screen();
    end_layer();
    end_overlays();
    finish_tree();
    finish_keys();
    find_hot();
    if (answered) request_frame();
    forget_old();
    return answered ? Step::answered : Step::quiet;
}

}  // namespace

Result<> start(std::function<void()> draw_screen) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
    define_icons();
    text::add_fonts(*io.Fonts);
    if (auto started = gfx::start_renderer(); !started) {
        ImGui::DestroyContext();
        return started;
    }
    ctx() = {};
    ctx().draw_screen = std::move(draw_screen);
    forget_mirror();
    platform::set_key_filter(wants_key);
    platform::on_frame(draw_frame);
    platform::on_glyphs_changed([] {
        text::forget_glyphs(*ImGui::GetIO().Fonts);
        request_frame();
    });
    platform::request_frame();
    return {};
}

void stop() {
    platform::end_text_edit();
    platform::on_frame({});
    platform::on_glyphs_changed({});
    platform::set_key_filter({});
    gfx::stop_renderer();
    text::forget_all_runs();
    ImGui::DestroyContext();
    ctx() = {};
}

void draw_frame() {
    Context& c = ctx();
    double const began_ms = platform::monotonic_ms();
    mirror_ms = 0;
    // What was pressed or typed shows at once: the step after the answer draws what came of it.
    int steps = 0;
    bool again = true;
    while (again) {
        if (steps) ImGui::EndFrame();
        Step const did = step(steps);
        steps++;
        again = steps < most_steps && (events_pending() || did == Step::answered || (c.relayout && steps < most_layouts));
        // The page's tree is told once; where the keyboard goes, in its turn.
        if (!again || c.begin_edit || c.end_edit) tell_page();
    }
    if (events_pending()) request_frame();
    ImGui::Render();
    gfx::render(*ImGui::GetDrawData(), col(color(Token::bg)));
    text::forget_unused_runs();
    platform::set_cursor(c.cursor);
    c.frames_drawn++;
    static bool dark = !is_dark();
    if (dark != is_dark() || c.frames_drawn == 1) {
        dark = is_dark();
        Rgba const bg = color(Token::bg);
        platform::set_page_colors(dark ? platform::ColorScheme::dark : platform::ColorScheme::light,
                                  uint32_t(bg.r) << 16 | uint32_t(bg.g) << 8 | bg.b);
    }
    c.cpu_ms = platform::monotonic_ms() - began_ms;
}

int64_t frames_drawn() { return ctx().frames_drawn; }
double last_frame_cpu_ms() { return ctx().cpu_ms; }
double last_frame_mirror_ms() { return mirror_ms; }
bool editing_text() { return ctx().edit.node != 0; }
void finish_edit() { ctx().end_edit = true; }

}  // namespace leadkeep::ui
