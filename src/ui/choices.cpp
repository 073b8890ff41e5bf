// Check boxes, toggles and radio groups; the drop-down is in select.cpp.
#include "ui/choices.h"

#include <cmath>

#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/paint.h"

namespace leadkeep::ui {

bool checkbox(std::string_view label, bool& checked, bool enabled) {
    Rect const rect = take(text_width(label, TextStyle::body) + 28, coarse_pointer() ? 44 : 28);
    Node& node = record(Role::checkbox, label, rect);
    node.states.checked = checked ? Tristate::on : Tristate::off;
    node.states.disabled |= !enabled;
    Response const r = interact(node.id, rect, {.enabled = !node.states.disabled});
    Rect const box{rect.x, rect.center().y - 9, 18, 18};
    if (checked) fill(box, color(enabled ? Token::accent : Token::text3), 5);
    else {
        fill(box, color(Token::surface), 5);
        stroke(box, color(r.hovered ? Token::text3 : Token::line), 5, 1.5f);
    }
    if (checked) draw_icon(Icon::check, box.center(), 14, color(Token::on_accent));
    draw_text({rect.x + 28, rect.y, rect.w - 27, rect.h}, label, TextStyle::body, color(enabled ? Token::text1 : Token::text3));
    if (r.focused) focus_ring(box, 5);
    if (r.pressed) checked = !checked;
    return r.pressed;
}

bool toggle(std::string_view label, bool& on, std::string_view description) {
    float const text_w = std::fmax(60.f, ctx().layouts.back().area.w - 36 - 16);
    float const said = description.empty() ? 0 : wrapped_height(description, TextStyle::small, text_w) + 2;
    Rect const rect = take(0, std::fmax(coarse_pointer() ? 44.f : 32.f, 26 + said), Width::full);
    Node& node = record(Role::switch_, label, rect);
    node.states.checked = on ? Tristate::on : Tristate::off;
    node.description = description;
    Response const r = interact(node.id, rect);
    push_id(node.id);
    float const at = animate("knob", on ? 1.f : 0.f);
    pop_id();
    Rect const track{rect.right() - 36, rect.y + (said > 0 ? 4 : rect.h / 2 - 10), 36, 20};
    fill(track, mix(mix(color(Token::line), color(Token::text3), 0.5f), color(Token::accent), at), 10);
    disc({track.x + 10 + 16 * at, track.center().y}, 8, Rgba::hex(0xFFFFFF));
    draw_text({rect.x, rect.y + (said > 0 ? 4 : rect.h / 2 - 9), text_w, 18}, label, TextStyle::body_medium, color(Token::text1));
    if (said > 0) draw_wrapped({rect.x, rect.y + 24, text_w, said}, description, TextStyle::small, color(Token::text2));
    if (r.focused) focus_ring(track, 10);
    if (r.pressed) on = !on;
    return r.pressed;
}

bool radio_group(std::string_view label, std::span<RadioOption const> options, int& index) {
    bool changed = false;
    Column column({.gap_px = 8});
    uint32_t group_id = id_of(label);
    Node const& group = record(Role::radiogroup, label, ctx().layouts.back().area, group_id);
    group_id = group.id;
    size_t const group_at = ctx().building.size() - 1;
    open_node(group_id);
    push_id(group_id);
    KeyGroup keys(group_id, Arrows::both);
    float const width = ctx().layouts.back().area.w;
    float const top = remaining().y;
    for (int i = 0; i < int(options.size()); i++) {
        RadioOption const& option = options[size_t(i)];
        float const text_w = width - 56;
        float const said = option.description.empty() ? 0 : wrapped_height(option.description, TextStyle::small, text_w) + 2;
        Rect const rect = take(0, 24 + 18 + said, Width::full);
        Node& node = record(Role::radio, option.label, rect);
        node.description = option.description;
        node.states.checked = i == index ? Tristate::on : Tristate::off;
        node.states.disabled |= !option.enabled;
        Response const r = interact(node.id, rect, {.enabled = !node.states.disabled, .entry = i == index || (index < 0 && i == 0)});
        bool const chosen = i == index;
        fill(rect, chosen ? color(Token::accent_tint) : r.hovered ? color(Token::sunken) : color(Token::surface), control_radius_px);
        stroke(rect, color(chosen ? Token::accent : Token::line), control_radius_px, chosen ? 1.5f : 1);
        Point const dot{rect.x + 22, rect.y + 21};
        ring(dot, 8, chosen ? 5.f : 1.5f, 1, color(chosen ? Token::accent : Token::text3), color(Token::line));
        draw_text({rect.x + 42, rect.y + 12, text_w, 18}, option.label, TextStyle::body_medium,
                  color(option.enabled ? Token::text1 : Token::text3));
        if (said > 0) draw_wrapped({rect.x + 42, rect.y + 32, text_w, said}, option.description, TextStyle::small, color(Token::text2));
        if (r.focused) focus_ring(rect, control_radius_px);
        if (r.pressed && !chosen) index = i, changed = true;
    }
    Node& whole = ctx().building[group_at];
    whole.rect = {whole.rect.x, top, width, ctx().last_rect.bottom() - top};
    pop_id();
    close_node();
    return changed;
}

}  // namespace leadkeep::ui
