#include "ui/palette.h"

#include <algorithm>
#include <cmath>

#include "base/i18n.h"
#include "ui/buttons.h"
#include "ui/fields.h"
#include "ui/interact.h"
#include "ui/label.h"
#include "ui/layout.h"
#include "ui/motion.h"
#include "ui/overlay_stack.h"
#include "ui/paint.h"
#include "ui/semantics.h"

namespace leadkeep::ui {

namespace {

constexpr float width_px = 620, most_list_px = 420, field_px = 56, heading_px = 28, pad_px = 8;

float row_px() { return coarse_pointer() ? 48 : 40; }

bool begins_group(std::span<PaletteRow const> rows, size_t at) {
    return !rows[at].group.empty() && (at == 0 || rows[at].group != rows[at - 1].group);
}

float content_height(std::span<PaletteRow const> rows) {
    if (rows.empty()) return row_px() + 2 * pad_px;
    float height = 2 * pad_px + row_px() * float(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) height += begins_group(rows, i) ? heading_px : 0;
    return height;
}

// Returns what the field was told: a new text, Enter, Escape. On a phone a cross stands at its end: there is neither an
// Escape nor an outside to press.
TextEdit typed_line(Rect rect, std::string_view name, PaletteState const& state, PaletteOptions const& o, bool& closed) {
    Rect cross;
    if (is_phone()) cross = rect.cut_right(control_px + 12);
    draw_icon(Icon::search, {rect.x + 28, rect.center().y}, 18, color(Token::text3));
    next_rect({rect.x + 50, rect.y + (rect.h - 28) / 2, rect.w - 66, 28});
    TextEdit edit = text_field(name, state.text, {.kind = TextKind::search, .look = FieldLook::bare, .placeholder = o.placeholder,
                                                  .max_length = 200, .id = "typed"});
    if (edit.editing) ctx().walked_field = ctx().edit.node;
    if (!cross.empty()) {
        next_rect({cross.x, cross.center().y - control_px / 2, control_px, control_px});
        closed = icon_button(Icon::close, tr("Close"));
    }
    return edit;
}

bool option(PaletteRow const& row, Rect rect, bool chosen, int position, int count) {
    Node& node = record(Role::option, row.label, rect);
    node.description = row.detail;
    node.states.selected = chosen ? Tristate::on : Tristate::off;
    node.position = position, node.set_size = count;
    Response const r = interact(node.id, rect, {.focusable = false});
    if (chosen) fill(rect, color(Token::accent_tint), control_radius_px);
    else if (r.hovered) fill(rect, color(Token::sunken), control_radius_px);
    Rect inner = rect.inset({12, 0, 12, 0});
    if (row.icon != Icon::none) draw_icon(row.icon, {inner.x + 9, inner.center().y}, 18, color(chosen ? Token::accent : Token::text2));
    inner.cut_left(32);
    if (!row.keys.empty() && !coarse_pointer()) {
        float const w = std::ceil(text_width(row.keys, TextStyle::small));
        draw_text(inner.cut_right(w), row.keys, TextStyle::small, color(Token::text3), Align::end);
        inner.cut_right(12);
    }
    float const label_w = std::fmin(std::ceil(text_width(row.label, TextStyle::body_medium)), inner.w);
    draw_text(inner.cut_left(label_w), row.label, TextStyle::body_medium, color(Token::text1));
    inner.cut_left(10);
    if (inner.w > 40) draw_text(inner, row.detail, TextStyle::body, color(Token::text2));
    return r.pressed;
}

void choose(PaletteState& state, std::span<PaletteRow const> rows, int at) {
    int const count = int(rows.size());
    state.chosen = (at % count + count) % count;
    announce(rows[size_t(state.chosen)].label);
    request_frame();
}

// True when a row was pressed.
bool list(Rect rect, std::string_view name, PaletteState& state, std::span<PaletteRow const> rows, bool walked, PaletteOptions const& o) {
    Scroll scroll("rows", {.rect = rect, .pad = Insets::all(pad_px), .gap_px = 0});
    if (rows.empty()) {
        Column inside({.pad = {12, 10, 12, 0}});
        text(o.nothing_found, TextStyle::body, Token::text2);
        return false;
    }
    Group listbox(Role::listbox, name, {.rect = rect, .set_size = int(rows.size())});
    bool pressed = false;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (begins_group(rows, i)) {
            Rect const head = place(0, heading_px).inset({12, 8, 12, 4});
            draw_text(head, rows[i].group, TextStyle::label_medium, color(Token::text3));
        }
        Scope scope(static_cast<int64_t>(i));
        Rect const at = place(0, row_px());
        bool const chosen = int(i) == state.chosen;
        if (chosen && walked) scroll.reveal(i == 0 ? Rect{at.x, at.y - heading_px, at.w, at.h + heading_px} : at);
        if (!option(rows[i], at, chosen, int(i) + 1, int(rows.size()))) continue;
        state.chosen = int(i);
        pressed = true;
    }
    return pressed;
}

}  // namespace

PaletteEnd palette(std::string_view name, PaletteState& state, std::span<PaletteRow const> rows, PaletteOptions const& o) {
    uint32_t const id = id_of(name);
    OverlayFrame const frame = open_overlay(id, Backdrop::dim, true);
    ctx().overlays[size_t(ctx().layer) - 1].focus_field = true;
    PaletteEnd end = frame.dismissed ? PaletteEnd::dismissed : PaletteEnd::open;

    Rect const view = viewport();
    float const most = is_phone() ? view.h - field_px : std::fmin(most_list_px, view.h * 0.7f - field_px);
    float const list_px = is_phone() ? most : std::fmin(most, content_height(rows));
    float const w = is_phone() ? view.w : std::fmin(width_px, view.w - 48);
    Rect rect = is_phone() ? view : Rect{std::round((view.w - w) / 2), std::round(view.h * 0.14f), w, field_px + list_px};
    float const radius = is_phone() ? 0 : 14;
    if (!is_phone()) shadow(rect, radius, 16, 40, is_dark() ? 0.6f : 0.24f);
    fill(rect, color(Token::surface), radius);
    if (!is_phone() && is_dark()) stroke(rect, color(Token::line), radius);
    ground(rect);
    Node& node = record(Role::dialog, name, rect, id);
    node.modal = true;
    open_node(node.id);
    push_id(node.id);

    if (is_phone()) rect.cut_bottom(home_bar_px());
    Rect const line = rect.cut_top(field_px);
    bool closed = false;
    TextEdit const edit = typed_line(line, name, state, o, closed);
    if (closed) end = PaletteEnd::dismissed;
    line_h(line.x, line.bottom() - 1, line.w, color(Token::line));
    state.chosen = std::clamp(state.chosen, 0, std::max(0, int(rows.size()) - 1));
    int const step = rows.empty() ? 0 : take_key("ArrowDown") ? 1 : take_key("ArrowUp") ? -1 : 0;
    if (step != 0) choose(state, rows, state.chosen + step);
    if (list(rect, tr("Matches"), state, rows, step != 0, o)) end = PaletteEnd::taken;
    if (edit.end == EditEnd::enter) {
        if (!rows.empty()) end = PaletteEnd::taken;
    } else if (edit.escaped) {
        end = PaletteEnd::dismissed;
    } else if (edit.changed() && edit.text != state.text) {
        state.text = edit.text;
        state.chosen = 0;
        request_frame();
    }
    pop_id();
    close_node();
    close_overlay();
    return end;
}

}  // namespace leadkeep::ui
