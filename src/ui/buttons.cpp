// Widgets that are pressed.
#include "ui/buttons.h"

#include <cmath>

#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/overlay_stack.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

float icon_room(Icon icon) { return icon == Icon::none ? 0 : 24; }

struct ButtonColors {
    Rgba ground, ink, line;
};
Rgba clear(Rgba c) { return {c.r, c.g, c.b, 0}; }

ButtonColors colors_of(ButtonKind kind, bool enabled, bool pressed_state) {
    Rgba const line = color(Token::line);
    if (!enabled) return {kind == ButtonKind::ghost ? clear(line) : color(Token::sunken), color(Token::text3), clear(line)};
    switch (kind) {
        case ButtonKind::primary: return {color(Token::accent), color(Token::on_accent), clear(line)};
        case ButtonKind::danger: return {color(Token::surface), color(Token::bad), line};
        case ButtonKind::ghost:
            if (pressed_state) return {color(Token::accent_tint), color(Token::accent), clear(line)};
            return {clear(color(Token::sunken)), color(Token::text2), clear(line)};
        case ButtonKind::secondary: break;
    }
    if (pressed_state) return {color(Token::accent_tint), color(Token::accent), color(Token::accent)};
    return {color(Token::surface), color(Token::text1), line};
}

// Hover and press tint the ground a little, whatever it is.
Rgba touched(Rgba ground, ButtonKind kind, bool hovered, bool held) {
    if (!hovered && !held) return ground;
    if (ground.a == 0) return color(Token::sunken);
    Rgba const toward = kind == ButtonKind::primary && !is_dark() ? Rgba{0, 0, 0, 255} : color(Token::text1);
    return mix(ground, toward, held ? 0.16f : 0.07f);
}

Node& record_button(std::string_view name, Rect rect, ButtonOptions const& o) {
    Node& node = record(Role::button, name, rect, id_of(o.id.empty() ? name : o.id));
    node.description = o.description;
    node.keys = o.keys;
    node.states.disabled |= !o.enabled;
    node.states.pressed = o.pressed;
    return node;
}

}  // namespace

float button_width(std::string_view label, Icon icon) { return text_width(label, TextStyle::body_strong) + 28 + icon_room(icon); }

bool button(std::string_view label, ButtonOptions const& o) {
    float const icon_w = icon_room(o.icon);
    Rect const rect = take(button_width(label, o.icon), coarse_pointer() ? 40 : control_px, o.wide ? Width::full : Width::natural);
    Node const& node = record_button(label, rect, o);
    bool const enabled = !node.states.disabled;
    Response const r = interact(node.id, rect, {.enabled = enabled, .grow_px = coarse_pointer() ? 2.f : 0});
    ButtonColors const c = colors_of(o.kind, enabled, o.pressed == Tristate::on);
    fill(rect, touched(c.ground, o.kind, r.hovered, r.held), control_radius_px);
    if (c.line.a) stroke(rect, c.line, control_radius_px);
    float const text_w = std::fmin(rect.w - 16 - icon_w, text_width(label, TextStyle::body_strong));
    float const x = rect.x + (rect.w - text_w - icon_w) / 2;
    if (o.icon != Icon::none) draw_icon(o.icon, {x + 9, rect.center().y}, 18, c.ink);
    TextStyle const style = o.kind == ButtonKind::ghost ? TextStyle::body_medium : TextStyle::body_strong;
    draw_text({x + icon_w, rect.y, text_w + 1, rect.h}, label, style, c.ink);
    if (r.focused) focus_ring(rect, control_radius_px);
    if (!o.description.empty()) tooltip(o.description);
    return r.pressed || (enabled && !o.keys.empty() && shortcut(o.keys));
}

bool primary_button(std::string_view label) { return button(label, {.kind = ButtonKind::primary}); }

bool pill_button(std::string_view label, std::string_view id) {
    constexpr float row_px = 30, pill_px = 20, pad_px = 7;
    Rect const rect = take(text_width(label, TextStyle::small_medium) + 2 * pad_px, row_px);
    Node const& node = record_button(label, rect, {.id = id});
    bool const enabled = !node.states.disabled;
    Response const r = interact(node.id, rect, {.enabled = enabled, .grow_px = coarse_pointer() ? 7.f : 0});
    Rect const pill{rect.x, rect.y + (row_px - pill_px) / 2, rect.w, pill_px};
    fill(pill, touched(color(tone_pair(Tone::neutral).ground), ButtonKind::secondary, r.hovered, r.held), pill_radius_px);
    draw_text(pill, label, TextStyle::small_medium, color(Token::text2), Align::center);
    if (r.focused) focus_ring(pill, pill_radius_px);
    return r.pressed;
}

bool icon_button(Icon icon, std::string_view name, ButtonOptions const& o) {
    Rect const rect = take(control_px, control_px);
    Node const& node = record_button(name, rect, o);
    bool const enabled = !node.states.disabled;
    Response const r = interact(node.id, rect, {.enabled = enabled, .grow_px = coarse_pointer() ? 5.f : 0});
    ButtonColors const c = colors_of(o.kind, enabled, o.pressed == Tristate::on);
    fill(rect, touched(c.ground, o.kind, r.hovered, r.held), control_radius_px);
    if (c.line.a) stroke(rect, c.line, control_radius_px);
    draw_icon(icon, rect.center(), 18, c.ink);
    if (r.focused) focus_ring(rect, control_radius_px);
    tooltip(o.keys.empty() ? std::string(name) : std::string(name) + "   " + std::string(o.keys));
    return r.pressed || (enabled && !o.keys.empty() && shortcut(o.keys));
}

bool text_button(std::string_view label, LinkLook look, Icon icon) {
    float const icon_w = icon == Icon::none ? 0 : 22;
    Rect const rect = take(text_width(label, TextStyle::body_medium) + icon_w, 26);
    Node const& node = record(Role::button, label, rect);
    Response const r = interact(node.id, rect, {.grow_px = coarse_pointer() ? 9.f : 4.f});
    Rgba const idle = color(look == LinkLook::accent ? Token::accent : Token::text3);
    Rgba const ink = r.hovered ? mix(idle, color(Token::text1), 0.4f) : idle;
    if (icon != Icon::none) draw_icon(icon, {rect.x + 8, rect.center().y}, 16, ink);
    draw_text({rect.x + icon_w, rect.y, rect.w - icon_w + 1, rect.h}, label, TextStyle::body_medium, ink);
    if (r.focused) focus_ring(rect, 4);
    return r.pressed;
}

namespace {

void paint_bottom_nav(Rect rect, Icon icon, std::string_view label, bool current) {
    Rgba const ink = color(current ? Token::accent : Token::text3);
    draw_icon(icon, {rect.center().x, rect.y + 22}, 22, ink);
    draw_text({rect.x, rect.y + 36, rect.w, 16}, label, current ? TextStyle::label_medium : TextStyle::label, ink, Align::center);
}

void paint_side_nav(Rect rect, Icon icon, std::string_view label, int64_t count, bool current, bool hovered) {
    if (current) fill(rect, color(Token::accent_tint), control_radius_px);
    else if (hovered) fill(rect, color(Token::sunken), control_radius_px);
    Rgba const ink = color(current ? Token::accent : Token::text2);
    draw_icon(icon, {rect.x + 17, rect.center().y}, 18, ink);
    Rect inner = rect.inset({35, 0, 8, 0});
    if (count >= 0) {
        std::string const number = std::to_string(count);
        float const w = std::ceil(text_width(number, TextStyle::small_medium)) + 4;
        draw_text(inner.cut_right(w), number, TextStyle::small_medium, ink, Align::end);
    }
    draw_text(inner, label, TextStyle::body_medium, ink);
}

}  // namespace

bool nav_item(Icon icon, std::string_view label, int64_t count, bool current, NavLook look) {
    bool const bottom = look == NavLook::bottom;
    Rect const rect = bottom ? take(80, phone_bar_px, Width::full) : take(0, coarse_pointer() ? 44 : 32, Width::full);
    Node& node = record(Role::link, label, rect);
    node.states.current = current;
    if (count >= 0) node.description = std::to_string(count);
    Response const r = interact(node.id, rect);
    if (bottom) paint_bottom_nav(rect, icon, label, current);
    else paint_side_nav(rect, icon, label, count, current, r.hovered);
    if (r.focused) focus_ring(rect.inset(bottom ? 4 : 0), control_radius_px);
    return r.pressed;
}

ChipAnswer chip(std::string_view label, bool selected, bool removable) {
    float const cross_w = removable ? 16 : 0;
    Rect const rect = take(text_width(label, TextStyle::body_medium) + 22 + cross_w, coarse_pointer() ? 36 : chip_px);
    Node& node = record(Role::button, label, rect);
    node.states.pressed = selected ? Tristate::on : Tristate::off;
    Response const r = interact(node.id, rect, {.grow_px = coarse_pointer() ? 4.f : 0});
    Rgba const ink = color(selected ? Token::accent : Token::text2);
    fill(rect, selected ? color(Token::accent_tint) : r.hovered ? color(Token::sunken) : color(Token::surface), control_radius_px);
    stroke(rect, color(selected ? Token::accent : Token::line), control_radius_px);
    draw_text(rect.inset({11, 0, 11 + cross_w - 1, 0}), label, TextStyle::body_medium, ink);
    Rect const cross{rect.right() - 11 - 14, rect.y, 18, rect.h};
    if (removable) draw_icon(Icon::close, {rect.right() - 16, rect.center().y}, 13, ink);
    if (r.focused) focus_ring(rect, control_radius_px);
    if (!r.pressed) return ChipAnswer::none;
    bool const on_cross = removable && !ctx().pressed_by_key && cross.inset(-4).contains(ctx().pointer);
    return on_cross ? ChipAnswer::removed : ChipAnswer::pressed;
}

bool segmented(std::string_view name, std::span<std::string const> labels, int& index) {
    float width = 4;
    for (auto const& label : labels) width += std::ceil(text_width(label, TextStyle::body_medium)) + 24;
    Rect const rect = take(width, coarse_pointer() ? 40 : 32);
    Node const& group = record(Role::radiogroup, name, rect);
    uint32_t const group_id = group.id;
    open_node(group_id);
    push_id(group_id);
    fill(rect, color(Token::sunken), control_radius_px);
    KeyGroup keys(group_id, Arrows::both);
    bool changed = false;
    float x = rect.x + 2;
    for (int i = 0; i < int(labels.size()); i++) {
        Rect const part{x, rect.y + 2, std::ceil(text_width(labels[size_t(i)], TextStyle::body_medium)) + 24, rect.h - 4};
        x += part.w;
        Node& node = record(Role::radio, labels[size_t(i)], part);
        node.states.checked = i == index ? Tristate::on : Tristate::off;
        Response const r = interact(node.id, part, {.entry = i == index});
        if (i == index) {
            shadow(part, 6, 1, 2, is_dark() ? 0.4f : 0.10f);
            fill(part, color(Token::raised), 6);
        }
        bool const strong = i == index || r.hovered;
        draw_text(part, labels[size_t(i)], TextStyle::body_medium, color(strong ? Token::text1 : Token::text2), Align::center);
        if (r.focused) focus_ring(part.inset(2), 4);
        if (r.pressed && index != i) index = i, changed = true;
    }
    pop_id();
    close_node();
    return changed;
}

bool tabs(std::string_view name, std::span<std::string const> labels, int& index) {
    Rect const rect = take(0, 38, Width::full);
    Node const& group = record(Role::tablist, name, rect);
    uint32_t const group_id = group.id;
    open_node(group_id);
    push_id(group_id);
    line_h(rect.x, rect.bottom() - 1, rect.w, color(Token::line));
    KeyGroup keys(group_id, Arrows::horizontal);
    bool changed = false;
    float x = rect.x;
    for (int i = 0; i < int(labels.size()); i++) {
        std::string const& label = labels[size_t(i)];
        Rect const part{x, rect.y, std::ceil(text_width(label, TextStyle::body_medium)), rect.h};
        x += part.w + 16;
        Node& node = record(Role::tab, label, part);
        node.states.selected = i == index ? Tristate::on : Tristate::off;
        Response const r = interact(node.id, part, {.entry = i == index, .grow_px = 4});
        Rgba const ink = color(i == index ? Token::accent : r.hovered ? Token::text1 : Token::text2);
        draw_text({part.x, part.y, part.w + 1, part.h - 2}, label, TextStyle::body_medium, ink);
        if (i == index) fill({part.x, rect.bottom() - 2, part.w, 2}, color(Token::accent), 1);
        if (r.focused) focus_ring(part.inset({0, 6, 0, 6}), 4);
        if (r.pressed && index != i) index = i, changed = true;
    }
    pop_id();
    close_node();
    return changed;
}

int stage_bar(std::string_view name, std::span<StageSegment const> stages, int current) {
    Rect const rect = take(0, coarse_pointer() ? 40 : 30, Width::full);
    Node const& group = record(Role::radiogroup, name, rect);
    uint32_t const group_id = group.id;
    open_node(group_id);
    push_id(group_id);
    KeyGroup keys(group_id, Arrows::both);
    int chosen = -1;
    float const part_w = (rect.w - 3 * float(stages.size() - 1)) / float(stages.size());
    for (int i = 0; i < int(stages.size()); i++) {
        StageSegment const& stage = stages[size_t(i)];
        Rect const part{rect.x + float(i) * (part_w + 3), rect.y, part_w, rect.h};
        Node& node = record(Role::radio, stage.label, part);
        node.states.checked = i == current ? Tristate::on : Tristate::off;
        Response const r = interact(node.id, part, {.entry = i == current});
        bool const reached = i <= current;
        Rgba ground = reached ? stage.color : color(tone_pair(Tone::neutral).ground);
        if (r.hovered) ground = mix(ground, stage.color, reached ? 0.f : 0.35f);
        fill(part, ground, 6);
        Rgba const ink = reached || r.hovered ? ink_on(ground) : color(Token::text2);
        draw_text(part.inset({6, 0, 6, 0}), stage.label, i == current ? TextStyle::small_strong : TextStyle::small_medium, ink, Align::center);
        if (r.focused) focus_ring(part, 6);
        if (r.pressed && i != current) chosen = i;
    }
    pop_id();
    close_node();
    return chosen;
}

AreaAnswer area(std::string_view name, Rect rect, AreaOptions const& o) {
    Node& node = record(o.role, name, rect, id_of(o.id.empty() ? name : o.id));
    node.description = o.description;
    bool const disabled = node.states.disabled;
    node.states = o.states;
    node.states.disabled |= disabled;
    node.set_size = o.set_size;
    node.position = o.position;
    Response const r = interact(node.id, rect, {.enabled = !node.states.disabled});
    return {r.pressed, r.hovered, r.focused, r.pressed && !ctx().pressed_by_key && ctx().hot == r.id};
}

}  // namespace leadkeep::ui
