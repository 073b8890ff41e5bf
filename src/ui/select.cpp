// The drop-down: a box that opens a list; long lists get a search field.
#include <algorithm>
#include <cmath>

#include "base/i18n.h"
#include "base/name_fold.h"
#include "ui/choices.h"
#include "ui/fields.h"
#include "ui/interact.h"
#include "ui/overlays.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

constexpr size_t search_above = 8;

bool option_line(SelectOption const& option, bool chosen, int position, int count) {
    Rect const rect = take(0, coarse_pointer() ? 44 : 32, Width::full);
    Node& node = record(Role::option, option.label, rect);
    node.states.selected = chosen ? Tristate::on : Tristate::off;
    node.description = option.detail;
    node.position = position, node.set_size = count;
    Response const r = interact(node.id, rect, {.entry = chosen});
    if (r.hovered || r.focused) fill(rect, color(Token::sunken), 6);
    if (r.focused) stroke(rect, color(Token::accent), 6, 2);
    Rect inner = rect.inset({10, 0, 10, 0});
    Rect const tick = inner.cut_right(22);
    if (chosen) draw_icon(Icon::check, {tick.right() - 8, tick.center().y}, 16, color(Token::accent));
    if (option.dot.a) {
        disc({inner.x + 5, inner.center().y}, 5, option.dot);
        inner.cut_left(20);
    }
    if (!option.detail.empty()) {
        float const w = std::ceil(text_width(option.detail, TextStyle::small)) + 12;
        draw_text(inner.cut_right(std::fmin(w, inner.w / 2)), option.detail, TextStyle::small, color(Token::text3), Align::end);
    }
    draw_text(inner, option.label, chosen ? TextStyle::body_medium : TextStyle::body, color(Token::text1));
    return r.pressed;
}

// Returns the option chosen, -1 for "none", -2 while nothing was chosen.
int option_list(std::string_view label, std::span<SelectOption const> options, int index, SelectOptions const& look, float width) {
    Popup popup("options", label, std::fmax(width, 200.f), Insets::all(5));
    if (!popup) return -2;
    std::string& filter = ctx().select_filter;
    bool const searched = options.size() > search_above;
    if (searched) {
        TextEdit const typed = text_field(tr("Search"), filter, {.kind = TextKind::search, .placeholder = tr("Search"), .icon = Icon::search, .hide_label = true});
        if (typed.changed()) filter = typed.text;
    }
    std::string const wanted = searched ? fold_name(filter) : "";
    int chosen = -2, first_match = -2, shown = 0;
    Column column({.gap_px = 0});
    uint32_t const list_id = id_of("list");
    Node const& listbox = record(Role::listbox, label, ctx().layouts.back().area, list_id);
    size_t const listbox_at = ctx().building.size() - 1;
    open_node(listbox.id);
    push_id(list_id);
    {
        KeyGroup keys(list_id, Arrows::vertical);
        if (look.clearable && wanted.empty() && option_line({.label = tr("None")}, index == -1, 0, 0)) chosen = -1;
        for (int i = 0; i < int(options.size()); i++) {
            if (!wanted.empty() && fold_name(options[size_t(i)].label).find(wanted) == std::string::npos) continue;
            if (first_match == -2) first_match = i;
            shown++;
            Scope scope(int64_t{i});
            if (option_line(options[size_t(i)], i == index, i + 1, int(options.size()))) chosen = i;
        }
    }
    if (shown == 0) draw_text(take(0, 32, Width::full), tr("Nothing found"), TextStyle::body, color(Token::text3));
    Rect& whole = ctx().building[listbox_at].rect;
    whole.h = remaining().y - whole.y;
    pop_id();
    close_node();
    for (EditEvent const& e : ctx().edit_events)
        if (searched && e.kind == platform::InputKind::text_enter && first_match >= 0) chosen = first_match;
    if (chosen != -2) close_popup();
    return chosen;
}

}  // namespace

bool select(std::string_view label, std::span<SelectOption const> options, int& index, SelectOptions const& o) {
    Scope scope(o.id.empty() ? label : o.id);
    bool const labelled = !o.hide_label;
    float const label_h = !labelled ? 0 : o.inline_look ? inline_label_px : boxed_label_px;
    float const box_h = o.inline_look ? 30 : coarse_pointer() ? 44 : control_px;
    float const message_h = o.error.empty() ? 0 : 20;
    Rect rest = take(200, label_h + box_h + message_h, Width::full);
    Rect const whole = rest;
    Rect const label_at = rest.cut_top(label_h);
    Rect const at = rest.cut_top(box_h);
    bool const known = index >= 0 && index < int(options.size());
    SelectOption const* current = known ? &options[size_t(index)] : nullptr;
    Node& node = record(Role::combobox, label, at, id_of("box"));
    node.value = current ? current->label : "";
    node.states.expanded = Tristate::off;
    node.states.invalid = !o.error.empty();
    node.states.disabled |= !o.enabled;
    bool const enabled = !node.states.disabled;
    for (OpenPopup const& popup : ctx().popups)
        if (popup.id == id_of("options")) node.states.expanded = Tristate::on;
    bool const open = node.states.expanded == Tristate::on;
    Response const r = interact(node.id, at, {.enabled = enabled});
    if (labelled) draw_text({label_at.x, label_at.y, label_at.w, 16}, label, TextStyle::small, color(Token::text2));
    Rect const box = o.inline_look ? at.inset({-8, 2, -8, 2}) : at;
    bool const boxed = !o.inline_look || open;
    if (boxed) {
        fill(box, color(enabled ? Token::surface : Token::sunken), control_radius_px);
        Rgba const line = !o.error.empty() ? color(Token::bad) : open ? color(Token::accent) : r.hovered ? mix(color(Token::line), color(Token::text3), 0.5f) : color(Token::line);
        stroke(box, line, control_radius_px);
    } else if (r.hovered) {
        fill(box, color(Token::sunken), control_radius_px);
    }
    Rect inner = o.inline_look ? at : at.inset({11, 0, 9, 0});
    if (boxed || r.hovered) draw_icon(Icon::chevron_down, {box.right() - 17, box.center().y}, 16, color(Token::text3));
    inner.cut_right(22);
    if (current && current->dot.a) {
        disc({inner.x + 5, inner.center().y}, 5, current->dot);
        inner.cut_left(18);
    }
    TextStyle const style = o.inline_look ? TextStyle::body_medium : TextStyle::body;
    draw_text(inner, current ? std::string_view(current->label) : o.placeholder, style, color(current ? Token::text1 : Token::text3));
    if (!o.error.empty()) draw_text({rest.x, rest.y + 4, rest.w, 16}, o.error, TextStyle::small, color(Token::bad));
    if (r.focused) focus_ring(box, control_radius_px);
    ctx().last_rect = box;
    bool const by_arrow = enabled && (take_key("ArrowDown", r.id) || take_key("ArrowUp", r.id));
    if (r.pressed || by_arrow) {
        ctx().select_filter.clear();
        ctx().pressed_by_key |= by_arrow;
        open_popup("options");
    }
    int const chosen = option_list(label, options, index, o, box.w);
    ctx().last_rect = whole;
    if (chosen == -2 || chosen == index) return false;
    index = chosen;
    return true;
}

}  // namespace leadkeep::ui
