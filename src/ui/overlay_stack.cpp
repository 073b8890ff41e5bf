// Layers over the screen, their focus and their dismissal; the toast and what is drawn above all.
#include "ui/overlay_stack.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/i18n.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/overlays.h"
#include "ui/paint.h"
#include "ui/refused_texts.h"

namespace leadkeep::ui {

namespace {

constexpr int screen_layer = 0, toast_layer = 1000;
constexpr double toast_ms = 6000;

std::vector<int> drawing;  // the layers below the one that is being drawn

bool focus_on_name(std::string const& name, int layer) {
    Context& c = ctx();
    if (name.empty()) return false;
    for (Node const& node : c.building)
        if (node.layer == layer && node.focusable && node.name == name) {
            set_focus(node.id, c.focus_visible);
            return true;
        }
    return false;
}

// The first frame of a dialog: the keyboard goes into it, to its first field where there is one.
void focus_into(OverlayState& overlay, int layer) {
    Context& c = ctx();
    if (focus_on_name(std::exchange(overlay.held_name, {}), layer)) return;
    Stop const* first = nullptr;
    Stop const* field = nullptr;
    for (Stop const& stop : c.stops_building) {
        if (stop.layer != layer) continue;
        if (!first || (stop.entry && !first->entry)) first = &stop;
        if (!field && stop.typed) field = &stop;
    }
    bool const fingers = c.display.coarse_pointer;
    if (overlay.focus_field && field && !fingers) set_focus(field->id, true);
    else if (first && !(first->typed && !overlay.focus_field)) set_focus(first->id, c.pressed_by_key && !fingers);
    else c.focus = 0, c.end_edit = c.edit.node != 0;
}

void draw_toast() {
    Context& c = ctx();
    if (c.toast.text.empty()) return;
    if (!c.popups.empty()) {  // a menu may need the same place: the note waits
        c.toast.until_ms = std::fmax(c.toast.until_ms, c.now_ms + toast_ms / 2);
        return;
    }
    c.layer = toast_layer;
    float const action_w = c.toast.action.empty() ? 0 : std::ceil(text_width(c.toast.action, TextStyle::body_strong)) + 16;
    float const room = c.viewport.w - 32 - 28 - action_w;
    float const text_w = std::fmin(std::fmin(520.f, room), std::ceil(text_width(c.toast.text, TextStyle::body_strong)) + 1);
    float const text_h = wrapped_height(c.toast.text, TextStyle::body_strong, text_w);
    float const foot = is_phone() ? phone_bar_px + home_bar_px() + 16 : 20;
    float const age = float(c.now_ms - c.toast.shown_ms);
    float const rise = reduced_motion() ? 0 : 8 * std::fmax(0.f, 1 - age / 140);
    if (rise > 0) request_frame();
    Rect box{0, 0, text_w + 28 + action_w, std::fmax(38.f, text_h + 20)};
    box.x = (c.viewport.w - box.w) / 2;
    box.y = c.viewport.h - std::fmax(foot, c.toast_floor_px + 12) - box.h + rise;
    shadow(box, 10, 8, 24, 0.22f);
    fill(box, color(Token::toast), 10);
    if (is_dark()) stroke(box, color(Token::line), 10);
    ground(box);
    Node const& node = record(Role::group, c.toast.text, box, id_of("toast") + uint32_t(c.toast.number % 2));
    open_node(node.id);
    draw_wrapped({box.x + 14, box.center().y - text_h / 2, text_w, text_h}, c.toast.text, TextStyle::body_strong, color(Token::on_toast));
    if (action_w > 0) {
        Rect const at{box.right() - action_w - 6, box.y + 4, action_w, box.h - 8};
        Node const& action = record(Role::button, c.toast.action, at);
        Response const r = interact(action.id, at, {.grow_px = 3});
        draw_text(at, c.toast.action, TextStyle::body_strong, mix(color(Token::toast_action), color(Token::on_toast), r.hovered ? 0.5f : 0), Align::center);
        if (r.focused) stroke(at, color(Token::toast_action), 6, 2);
        if (r.pressed) {
            auto const act = std::exchange(c.toast, {}).on_action;
            if (act) act();
            request_frame();
        }
    }
    close_node();
    bool const held = c.pointer_inside && box.contains(c.pointer) && c.pointer_kind == platform::PointerKind::mouse;
    if (held) c.toast.until_ms = std::fmax(c.toast.until_ms, c.now_ms + 1500);
    if (c.now_ms >= c.toast.until_ms && !c.toast.text.empty()) {
        c.toast = {};
        request_frame();
    } else if (!c.toast.text.empty()) {
        wake_in_ms(c.toast.until_ms - c.now_ms + 1);
    }
}

}  // namespace

void begin_overlays() {
    Context& c = ctx();
    for (OverlayState& overlay : c.overlays) overlay.seen = false;
    c.modal_layer = 0;
    for (size_t i = 0; i < c.overlays.size(); ++i)
        if (c.overlays[i].modal) c.modal_layer = int(i) + 1;
    c.popup_depth = 0;
    c.on_top.clear();
    std::erase_if(c.popups, [&](OpenPopup const& p) { return p.drawn_frame + 2 < c.frame; });
}

OverlayFrame open_overlay(uint32_t id, Backdrop backdrop, bool modal) {
    Context& c = ctx();
    auto at = std::find_if(c.overlays.begin(), c.overlays.end(), [&](OverlayState const& o) { return o.id == id; });
    if (at == c.overlays.end()) {
        OverlayState opened;
        opened.id = id, opened.saved_focus = {c.focus, place_of_focus()}, opened.modal = modal, opened.opened_ms = c.now_ms;
        c.overlays.push_back(opened);
        at = c.overlays.end() - 1;
        c.relayout = true;
    }
    at->seen = true;
    drawing.push_back(c.layer);
    c.layer = int(at - c.overlays.begin()) + 1;
    if (modal) c.modal_layer_building = std::max(c.modal_layer_building, c.layer);
    begin_layer(("over " + std::to_string(id)).c_str(), c.viewport);
    c.groups.push_back(0);
    c.group_arrows.push_back(Arrows::none);
    open_node(0);
    OverlayFrame frame{id, false, at->fresh, c.now_ms - at->opened_ms};
    bool const topmost = at + 1 == c.overlays.end();
    if (topmost && take_key("Escape")) frame.dismissed = true;
    if (backdrop == Backdrop::dim) fill(c.viewport, Rgba{10, 12, 20, uint8_t(is_dark() ? 140 : 90)});
    uint32_t const behind = id_of(id, "backdrop");
    Hit hit{behind, c.viewport, HitKind::widget};
    hit.cursor = platform::Cursor::arrow;
    hit.layer = backdrop == Backdrop::below ? screen_layer - 1 : c.layer;
    c.hits_building.push_back(hit);
    if (c.pressed == behind && topmost) frame.dismissed = true;
    return frame;
}

void close_overlay() {
    Context& c = ctx();
    close_node();
    c.groups.pop_back();
    c.group_arrows.pop_back();
    end_layer();
    c.layer = drawing.back();
    drawing.pop_back();
}

bool focus_in_layer(int layer) {
    for (Stop const& stop : ctx().stops)
        if (stop.id == ctx().focus) return stop.layer >= layer;
    return true;  // nowhere else
}

void draw_on_top(std::function<void()> draw) { ctx().on_top.push_back(std::move(draw)); }

void end_overlays() {
    Context& c = ctx();
    // What closed gives the focus back, unless something that is still there took it: a menu's item may open a dialog, a
    // popup or a field in the menu's stead, and beside a panel the keyboard may have gone back to the screen. What did so
    // has to give it back to where the menu had it from.
    auto const is_drawn = [&](uint32_t id) { return c.used_ids.contains(id); };
    for (size_t i = c.overlays.size(); i-- > 0;) {
        OverlayState const& closed = c.overlays[i];
        if (closed.seen) continue;
        if (!is_drawn(c.focus)) c.focus = closed.saved_focus.id, c.focus_place = closed.saved_focus.place;
        if (c.edit.node && !is_drawn(c.edit.node)) c.end_edit = true;
        for (OverlayState& opened : c.overlays)
            if (!is_drawn(opened.saved_focus.id)) opened.saved_focus = closed.saved_focus;
        request_frame();
    }
    for (size_t i = c.overlays.size(); i-- > 0;)
        if (c.overlays[i].seen && std::exchange(c.overlays[i].fresh, false)) focus_into(c.overlays[i], int(i) + 1);
    std::erase_if(c.overlays, [](OverlayState const& overlay) { return !overlay.seen; });
    forget_refused_texts();
    begin_layer("top", c.viewport);
    draw_toast();
    for (auto const& draw : c.on_top) draw();
    end_layer();
    c.layer = 0;
}

void toast(std::string text, std::string action_label, std::function<void()> on_action) {
    Context& c = ctx();
    say(text);
    c.toast = {std::move(text), std::move(action_label), std::move(on_action), c.now_ms + toast_ms, c.now_ms, c.toast.number + 1};
    request_frame();
}

void dismiss_toast() {
    ctx().toast = {};
    request_frame();
}

}  // namespace leadkeep::ui
