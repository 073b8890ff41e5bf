// Text fields: the canvas draws label, box and the value at rest; the page's own <input> shows while it is edited.
#include "ui/fields.h"

#include <algorithm>
#include <cmath>

#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

struct FieldPlace {
    Rect whole, label, box, message;
    float pad_left = 0, pad_right = 0;
};

float value_line(TextStyle style) { return line_height(style); }

float box_height(std::string_view shown, TextFieldOptions const& o, float text_w) {
    float const line = value_line(o.style);
    if (o.kind == TextKind::multiline) {
        float const lines = std::round(wrapped_height(shown, o.style, std::fmax(40.f, text_w)) / line);
        return std::fmin(12.f, std::fmax(float(o.rows), lines)) * line + (o.look == FieldLook::bare ? 4 : 16);
    }
    if (o.look == FieldLook::bare) return line + 8;
    if (o.look == FieldLook::read_inline) return line + 12;
    return coarse_pointer() ? 44 : control_px;
}

FieldPlace place_field(std::string_view shown, TextFieldOptions const& o) {
    FieldPlace p;
    bool const labelled = !o.hide_label && o.look != FieldLook::bare;
    float const label_h = !labelled ? 0 : o.look == FieldLook::read_inline ? inline_label_px : boxed_label_px;
    float const side = o.look == FieldLook::boxed ? 11 : 0;
    p.pad_left = side + (o.icon == Icon::none ? 0 : 24);
    p.pad_right = side + o.end_room_px + (o.suffix.empty() ? 0 : std::ceil(text_width(o.suffix, TextStyle::body)) + 8);
    float const guess_w = coming_width(200);
    float const box_h = box_height(shown, o, guess_w - p.pad_left - p.pad_right);
    std::string_view const message = o.error.empty() ? o.hint : o.error;
    float const message_h = message.empty() ? 0 : wrapped_height(message, TextStyle::small, guess_w) + 4;
    bool const given = ctx().has_next_rect;
    p.whole = take(200, label_h + box_h + message_h, Width::full);
    Rect rest = p.whole;
    p.label = rest.cut_top(label_h);
    p.box = rest.cut_top(given ? rest.h - message_h : box_h);
    p.message = rest;
    return p;
}

void paint_label(FieldPlace const& p, std::string_view label, TextFieldOptions const& o) {
    if (p.label.h <= 0) return;
    Rect at = p.label;
    at.h = 16;
    float const w = draw_text(at, label, TextStyle::small, color(Token::text2));
    if (o.required) draw_text({at.x + w + 3, at.y, 10, 16}, "*", TextStyle::small, color(Token::bad));
}

void paint_box(FieldPlace const& p, TextFieldOptions const& o, bool hovered, bool editing, bool enabled) {
    if (o.look == FieldLook::bare) return;
    Rect box = p.box;
    if (o.look == FieldLook::read_inline) {
        box = box.inset({-8, 2, -8, 2});
        if (!editing && o.error.empty()) {
            if (hovered) fill(box, color(Token::sunken), control_radius_px);
            return;
        }
    }
    bool const bad = !o.error.empty();
    if (editing) stroke(box.inset(-3), color(bad ? Token::bad_tint : Token::accent_tint), control_radius_px + 3, 3);
    fill(box, enabled ? color(Token::surface) : color(Token::sunken), control_radius_px);
    Rgba const line = bad ? color(Token::bad) : editing ? color(Token::accent) : hovered ? mix(color(Token::line), color(Token::text3), 0.5f) : color(Token::line);
    stroke(box, line, control_radius_px, editing ? 1.5f : 1);
}

void paint_value(FieldPlace const& p, std::string_view value, TextFieldOptions const& o, bool editing, bool enabled) {
    if (o.icon != Icon::none)
        draw_icon(o.icon, {p.box.x + p.pad_left - 14, p.box.y + std::fmin(p.box.h, control_px) / 2}, 16, color(Token::text3));
    Rect inner = p.box.inset({p.pad_left, 0, p.pad_right, 0});
    if (!o.suffix.empty()) {
        float const end = p.pad_right - (o.look == FieldLook::boxed ? 11 : 0);
        draw_text({inner.right() + 8, p.box.y, end, p.box.h}, o.suffix, TextStyle::body, color(Token::text3));
    }
    if (editing) return;
    bool const empty = value.empty();
    std::string_view const shown = empty ? o.placeholder : value;
    Rgba const ink = color(empty ? Token::text3 : enabled ? Token::text1 : Token::text2);
    if (o.kind == TextKind::multiline) {
        float const pad = o.look == FieldLook::bare ? 2 : 8;
        draw_wrapped(inner.inset({0, pad, 0, pad}), shown, o.style, ink, std::max(1, int((inner.h - 2 * pad + 1) / line_height(o.style))));
    } else {
        draw_text(inner, shown, o.style, ink);
    }
}

EditStyle edit_style(FieldPlace const& p, TextFieldOptions const& o) {
    TypeFace const face = type_face(o.style);
    Rgba const ink = color(Token::text1);
    EditStyle e;
    e.kind = o.kind == TextKind::none ? TextKind::text : o.kind;
    e.font_px = face.size_px, e.line_px = face.line_px;
    e.weight = 400 + 100 * int(face.weight);
    e.ink_rgb = uint32_t(ink.r) << 16 | uint32_t(ink.g) << 8 | ink.b;
    e.pad_left_px = p.pad_left, e.pad_right_px = p.pad_right;
    e.pad_top_px = o.kind == TextKind::multiline ? (o.look == FieldLook::bare ? 2.f : 8.f) : 0;
    e.placeholder = o.placeholder;
    e.max_length = o.max_length;
    return e;
}

// This frame's events of the field, as one answer. `standing`: what it showed before it was typed into.
TextEdit answer(uint32_t id, std::string_view value, std::string_view standing) {
    Context& c = ctx();
    TextEdit a;
    a.editing = c.edit.node == id && !c.edit.ending;
    if (a.editing) c.edit.refused = standing != value;
    for (EditEvent const& e : c.edit_events) {
        if (e.node != id) continue;
        a.text = c.edit.draft;
        switch (e.kind) {
            case platform::InputKind::text_draft: a.edit = Edit::drafting; break;
            case platform::InputKind::text_enter:
            case platform::InputKind::text_leave:
                a.end = e.kind == platform::InputKind::text_enter ? EditEnd::enter : EditEnd::leave;
                a.edit = c.edit.draft != standing ? Edit::committed : Edit::cancelled;
                // What was committed is where Escape returns to from now on.
                if (a.end == EditEnd::enter) c.edit.start = c.edit.draft;
                break;
            case platform::InputKind::text_cancel:
                a.escaped = true;
                if (standing != value) {
                    c.edit.start = standing = value;
                    c.edit.refused = false;
                }
                // A form that kept the draft gets its old text back as one more draft.
                a.edit = value != c.edit.start ? Edit::drafting : Edit::cancelled;
                a.text = c.edit.draft = c.edit.start;
                break;
            default: break;
        }
    }
    return a;
}

}  // namespace

TextEdit text_field(std::string_view label, std::string_view value, TextFieldOptions const& options) {
    Context& c = ctx();
    TextFieldOptions o = options;
    if (o.look == FieldLook::read_inline && o.style == TextStyle::body) o.style = TextStyle::body_medium;
    uint32_t id = id_of(o.id.empty() ? label : o.id);
    bool const editing = c.edit.node == id && !c.edit.ending;
    std::string_view const standing = o.refused.value_or(value);
    std::string const shown(editing ? std::string_view(c.edit.draft) : standing);
    FieldPlace const p = place_field(shown, o);
    Node& node = record(Role::textbox, label, p.box, id);
    id = node.id;
    node.value = shown;
    node.description = o.error.empty() ? o.hint : o.error;
    node.states.required = o.required;
    node.states.invalid = !o.error.empty();
    node.states.disabled |= !o.enabled;
    bool const enabled = !node.states.disabled;
    node.edit = edit_style(p, o);
    Response const r = interact(id, p.box, {.enabled = enabled, .typed = true, .cursor = platform::Cursor::text});
    if (r.pressed && !editing) c.begin_edit = id;
    auto const [seen, fresh] = c.field_seen.try_emplace(id, c.frame);
    if (o.autofocus && enabled && (fresh || seen->second + 8 < c.frame)) c.begin_edit = id, c.focus = id;
    seen->second = c.frame;

    TextEdit const a = answer(id, value, standing);
    paint_label(p, label, o);
    paint_box(p, o, r.hovered, a.editing || r.focused, enabled);
    paint_value(p, standing, o, a.editing, enabled);
    if (p.message.h > 0)
        draw_wrapped({p.message.x, p.message.y + 4, p.message.w, p.message.h}, o.error.empty() ? o.hint : o.error, TextStyle::small,
                     color(o.error.empty() ? Token::text3 : Token::bad));
    return a;
}

void focus_field(std::string_view id) {
    ctx().wanted_focus = id_of(id);
    request_frame();
}

}  // namespace leadkeep::ui
