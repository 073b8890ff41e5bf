// From input events to hot, active and pressed; presses, drags, pans and long presses. Events are applied up to the next
// one that a widget answers to, so that a field's commit comes a frame before the press that left it.
#include <cmath>
#include <utility>

#include "platform/text_edit.h"
#include "ui/card_lasso.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/scroll.h"

namespace leadkeep::ui {

namespace {

using platform::InputEvent;
using platform::InputKind;
using platform::PointerKind;

enum class Meaning : uint8_t { quiet, answered };  // answered: widgets must see it before the next event

constexpr double long_press_ms = 450;

Hit const* hit_of(uint32_t id) {
    for (Hit const& hit : ctx().hits)
        if (hit.id == id && hit.kind == HitKind::widget) return &hit;
    return nullptr;
}

uint32_t ground_at(Point p) {
    auto const& hits = ctx().hits;
    for (size_t i = hits.size(); i-- > 0;)
        if (hits[i].kind == HitKind::ground && hits[i].rect.contains(p)) return hits[i].id;
    return 0;
}

uint32_t scroll_at(Point p, ScrollAxis axis) {
    auto const& hits = ctx().hits;
    for (size_t i = hits.size(); i-- > 0;) {
        if (!hits[i].rect.contains(p)) continue;
        if (hits[i].kind == HitKind::scroll && hits[i].axis == axis) {
            ScrollState const& s = ctx().scrolls[hits[i].id];
            if (s.content > s.view + 0.5f) return hits[i].id;
        }
        if (hits[i].kind == HitKind::ground) return 0;
    }
    return 0;
}

void wheel_across(uint32_t id, float delta, bool notch) {
    ScrollState const& s = ctx().scrolls[id];
    if (!notch || s.page <= 0) scroll_by(id, delta, notch);
    else if (!s.gliding) turn_page(id, delta > 0 ? 1 : -1);
}

void wheel(InputEvent const& e) {
    Context& c = ctx();
    float dx = e.dx, dy = e.dy;
    if (e.shift && dx == 0) std::swap(dx, dy);
    // Fingers never move quite straight: what they move along is meant, the rest would shake the other axis.
    (std::fabs(dx) > std::fabs(dy) ? dy : dx) = 0;
    // A notch of a wheel glides; a touchpad's small steps are followed at once.
    bool const notch = std::fabs(dy) >= 50 || std::fabs(dx) >= 50;
    if (dx != 0)
        if (uint32_t const id = scroll_at(c.pointer, ScrollAxis::horizontal)) wheel_across(id, dx, notch);
    if (dy != 0) {
        uint32_t const id = scroll_at(c.pointer, ScrollAxis::vertical);
        if (id) scroll_by(id, dy, notch);
        else if (uint32_t const across = scroll_at(c.pointer, ScrollAxis::horizontal)) wheel_across(across, dy, notch);
    }
}

void pan(InputEvent const& e) {
    Context& c = ctx();
    float const moved = c.pan_axis == ScrollAxis::vertical ? e.y - c.pan_last.y : e.x - c.pan_last.x;
    double const dt = std::fmax(1.0, e.at_ms - c.pan_ms);
    scroll_by(c.pan_scroll, -moved, false);
    c.scrolls[c.pan_scroll].velocity = 0;
    // The fling goes on as fast as the last moves were, smoothed.
    c.pan_velocity = 0.6f * c.pan_velocity + 0.4f * float(moved / dt);
    c.pan_last = {e.x, e.y};
    c.pan_ms = e.at_ms;
}

enum class Scrolls : uint8_t { rested, moved };
Scrolls stop_scrolls() {
    Scrolls were = Scrolls::rested;
    for (auto& [id, s] : ctx().scrolls) {
        if (s.velocity != 0 || s.gliding) were = Scrolls::moved;
        s.velocity = 0;
        if (std::exchange(s.gliding, false)) s.target = s.offset;
    }
    return were;
}

// The axis is settled once: what follows across it is no swipe.
void begin_pan(InputEvent const& e) {
    Context& c = ctx();
    float const dx = e.x - c.press_origin.x, dy = e.y - c.press_origin.y;
    c.pan_axis = std::fabs(dx) > std::fabs(dy) ? ScrollAxis::horizontal : ScrollAxis::vertical;
    c.active = 0;
    c.pan_scroll = scroll_at(c.press_origin, c.pan_axis);
    c.panning = c.pan_scroll != 0;
    c.pan_last = {e.x, e.y};
    c.pan_ms = e.at_ms;
    c.pan_velocity = 0;
    if (c.panning) c.pan_from = c.scrolls[c.pan_scroll].target;
}

void end_pan(double at_ms) {
    Context& c = ctx();
    c.panning = false;
    fling(c.pan_scroll, at_ms - c.pan_ms < 60 ? c.pan_velocity : 0);
}

// The pointer is gone in the middle of a press (the browser took it, the window lost the keyboard): nothing was pressed,
// what hangs in the air goes back.
Meaning lose_pointer() {
    Context& c = ctx();
    if (!c.pointer_held) return Meaning::quiet;
    if (c.panning) end_pan(c.pan_ms + 1000);
    c.pointer_held = c.moved = false;
    c.active = c.press_ground = 0;
    c.lift_dropped = false;
    c.pointer_lost = true;
    return Meaning::answered;
}

Meaning pointer_moved(InputEvent const& e) {
    Context& c = ctx();
    c.pointer = {e.x, e.y};
    c.pointer_kind = e.pointer;
    c.pointer_inside = true;
    find_hot();
    if (!c.pointer_held) return Meaning::quiet;
    if (c.panning) {
        pan(e);
        return Meaning::quiet;
    }
    float const dx = e.x - c.press_origin.x, dy = e.y - c.press_origin.y;
    float const threshold = e.pointer == PointerKind::mouse ? 4 : 9;
    if (c.moved || dx * dx + dy * dy < threshold * threshold) return Meaning::quiet;
    c.moved = true;
    Hit const* hit = c.active ? hit_of(c.active) : nullptr;
    if (e.pointer == PointerKind::mouse) {
        if (!c.active && begin_lasso(c.press_ground)) return Meaning::answered;
        if (!hit || hit->lift != Lift::yes) return Meaning::quiet;
        c.lift_wish = c.active;
        return Meaning::answered;
    }
    begin_pan(e);
    return Meaning::quiet;
}

Meaning pointer_down(InputEvent const& e) {
    Context& c = ctx();
    c.pointer = {e.x, e.y};
    c.pointer_kind = e.pointer;
    c.pointer_inside = true;
    find_hot();
    if (e.button == 2) {
        if (c.pointer_held) return lose_pointer();  // in the middle of a drag it means: not this
        c.context_pressed = c.hot;
        return Meaning::answered;
    }
    if (e.button != 0) return Meaning::quiet;
    c.pointer_held = true;
    c.active = c.hot;
    c.press_origin = c.pointer;
    c.press_ms = e.at_ms;
    c.press_shift = e.shift, c.press_ctrl = e.ctrl, c.press_touch = e.pointer == PointerKind::touch;
    c.press_ground = c.hot ? 0 : ground_at(c.pointer);
    c.moved = c.panning = false;
    c.focus_visible = false;
    c.row_y = -1;
    if (stop_scrolls() == Scrolls::moved && c.press_touch) c.active = 0;  // a finger that stops them presses nothing
    bool stop = false;
    for (Stop const& s : c.stops) stop = stop || s.id == c.hot;
    c.press_from = c.focus && c.focus == c.focused_card.card ? c.focused_card : CardPlace{};
    if (c.edit.node != c.hot) c.focus = stop ? c.hot : 0;
    if (e.pointer != PointerKind::mouse) wake_in_ms(long_press_ms + 5);
    return Meaning::quiet;
}

Meaning pointer_up(InputEvent const& e) {
    Context& c = ctx();
    if (e.button != 0 || !c.pointer_held) return Meaning::quiet;
    c.pointer = {e.x, e.y};
    find_hot();
    c.pointer_held = false;
    uint32_t const active = std::exchange(c.active, 0u);
    if (c.panning) {
        end_pan(e.at_ms);
        return Meaning::quiet;
    }
    if (end_lasso()) return Meaning::answered;
    if (c.lift.active && !c.lift.by_keyboard) {
        c.lift_dropped = true;
        return Meaning::answered;
    }
    if (active && active == c.hot) {
        c.pressed = active;
        c.pressed_by_key = false;
        return Meaning::answered;
    }
    if (!active && !c.moved && c.press_ground) {
        c.ground_pressed = c.press_ground;
        return Meaning::answered;
    }
    return Meaning::quiet;
}

Meaning key_down(InputEvent const& e) {
    Context& c = ctx();
    c.key_event = e;
    c.key = e.key;
    c.shift = e.shift, c.ctrl = e.ctrl, c.alt = e.alt;
    bool const activates = (e.key == "Enter" || e.key == " ") && !e.ctrl && !e.alt && !c.edit.node && c.focus;
    if (!activates || behind_modal(c.focus) || c.lift.active) return Meaning::answered;
    Hit const* hit = hit_of(c.focus);
    if (hit && hit->lift == Lift::yes && e.key == " ") return Meaning::answered;  // a card is picked up
    for (Stop const& stop : c.stops)
        if (stop.id == c.focus) {
            c.pressed = c.focus;
            c.pressed_by_key = true;
            c.key.clear();
        }
    return Meaning::answered;
}

Meaning edit_event(InputEvent const& e) {
    Context& c = ctx();
    if (e.kind == InputKind::text_focus) {
        if (c.edit.node == e.node && !c.edit.ending) return Meaning::quiet;
        Node const* node = node_by_id(e.node);
        c.edit = {e.node, node ? node->value : "", node ? node->value : "", e.edit_revision};
        c.focus = e.node;
        return Meaning::quiet;
    }
    if (c.edit.node != e.node) {
        // A leave that follows the next field's focus, or a script that typed without focusing.
        if (e.kind != InputKind::text_draft) return Meaning::quiet;
        Node const* node = node_by_id(e.node);
        c.edit = {e.node, node ? node->value : "", node ? node->value : "", e.edit_revision};
    }
    c.edit.revision = e.edit_revision;
    if (e.kind == InputKind::text_draft) c.edit.draft = e.text;
    if (e.kind == InputKind::text_leave) c.edit.ending = true;
    if (e.kind == InputKind::text_cancel && c.edit.draft == c.edit.start && !c.edit.refused) {
        // Nothing to drop: Escape goes on to what lies around the field.
        c.key_event = e;
        c.key = "Escape";
    }
    c.edit_events.push_back({e.kind, e.node, e.text});
    return e.kind == InputKind::text_draft ? Meaning::quiet : Meaning::answered;
}

void scrolled_by_page(InputEvent const& e) {
    auto& scrolls = ctx().scrolls;
    if (!scrolls.contains(e.node)) return;
    bool horizontal = false;
    for (Hit const& hit : ctx().hits)
        if (hit.id == e.node && hit.kind == HitKind::scroll) horizontal = hit.axis == ScrollAxis::horizontal;
    set_scroll(e.node, horizontal ? e.dx : e.dy);
}

Meaning apply(InputEvent const& e) {
    Context& c = ctx();
    switch (e.kind) {
        case InputKind::pointer_move: return pointer_moved(e);
        case InputKind::pointer_down: return pointer_down(e);
        case InputKind::pointer_up: return pointer_up(e);
        case InputKind::pointer_cancel: return lose_pointer();
        case InputKind::pointer_leave:
            c.pointer_inside = c.pointer_held;
            c.hot = 0;
            return Meaning::quiet;
        case InputKind::wheel:
            c.pointer = {e.x, e.y};
            wheel(e);
            return Meaning::quiet;
        case InputKind::key_down: return key_down(e);
        case InputKind::node_press:
            if (behind_modal(e.node)) return Meaning::quiet;
            c.pressed = c.focus = e.node;
            c.pressed_by_key = c.press_shift = c.press_ctrl = c.press_touch = false;
            return Meaning::answered;
        case InputKind::node_scroll: scrolled_by_page(e); return Meaning::quiet;
        case InputKind::focus_in: c.page_focused = true; return Meaning::quiet;
        case InputKind::focus_out: c.page_focused = false; return lose_pointer();
        default: return edit_event(e);
    }
}

void long_press() {
    Context& c = ctx();
    bool const held = c.pointer_held && c.pointer_kind != PointerKind::mouse && !c.moved && c.active;
    if (!held || c.now_ms - c.press_ms < long_press_ms) return;
    c.moved = true;
    Hit const* hit = hit_of(c.active);
    if (hit && hit->lift == Lift::yes) c.lift_wish = c.active;
    else c.context_pressed = c.active;
}

}  // namespace

void find_hot() {
    Context& c = ctx();
    c.hot = 0;
    if (!c.pointer_inside) return;
    for (size_t i = c.hits.size(); i-- > 0;) {
        Hit const& hit = c.hits[i];
        if (hit.kind == HitKind::scroll || !hit.rect.contains(c.pointer)) continue;
        if (hit.kind == HitKind::widget) c.hot = hit.id;
        return;
    }
}

void take_events() {
    Context& c = ctx();
    c.pressed = c.context_pressed = c.lift_wish = c.ground_pressed = 0;
    c.lift_dropped = c.pointer_lost = false;
    c.key.clear();
    c.edit_events.clear();
    if (c.edit.ending) c.edit = {};
    for (InputEvent& e : platform::take_input()) c.queue.push_back(std::move(e));
    long_press();
    size_t taken = 0;
    while (taken < c.queue.size() && apply(c.queue[taken++]) == Meaning::quiet) {}
    c.queue.erase(c.queue.begin(), c.queue.begin() + ptrdiff_t(taken));
    find_hot();
}

bool events_pending() { return !ctx().queue.empty(); }

}  // namespace leadkeep::ui
