// Popups: menus and small panels anchored to what opened them.
#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/overlay_stack.h"
#include "ui/overlays.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

struct PopupState {
    uint32_t id = 0;
    bool menu = false;
    float widest = 0;
    std::optional<Scroll> body;
};
std::vector<PopupState*> open_states;
bool close_wanted = false;

OverlayState& overlay_of(uint32_t id) {
    auto& all = ctx().overlays;
    return *std::find_if(all.begin(), all.end(), [&](OverlayState const& o) { return o.id == id; });
}

// Below what opened it, or above where there is more room; always inside the window.
Rect popup_rect(Rect anchor, float width, float height) {
    Rect const view = viewport().inset(8);
    height = std::fmin(height, view.h);
    Rect at{anchor.x, anchor.bottom() + 4, std::fmin(width, view.w), height};
    if (at.bottom() > view.bottom()) {
        float const above = anchor.y - 4 - height;
        at.y = above >= view.y ? above : view.bottom() - height;
    }
    at.x = std::fmax(view.x, std::fmin(at.x, view.right() - at.w));
    return at;
}

PopupState* begin_popup(std::string_view key, std::string_view name, Role role, float width, Insets pad, float gap_px) {
    Context& c = ctx();
    uint32_t const id = id_of(key);
    auto const at = std::find_if(c.popups.begin(), c.popups.end(), [&](OpenPopup const& p) { return p.id == id; });
    if (at == c.popups.end()) return nullptr;
    Rect const anchor = at->anchor;
    at->drawn_frame = c.frame;
    size_t const depth = size_t(at - c.popups.begin()) + 1;
    OverlayFrame const frame = open_overlay(id, Backdrop::clear, true);
    OverlayState& overlay = overlay_of(id);
    overlay.focus_field = role == Role::dialog;
    if (role == Role::menu) width = std::fmax(width, overlay.width_px);
    Rect const rect = popup_rect(anchor, width, overlay.body_px);
    shadow(rect, 10, 8, 24, is_dark() ? 0.6f : 0.18f);
    fill(rect, color(Token::raised), 10);
    stroke(rect, color(Token::line), 10);
    ground(rect);
    Node& node = record(role, name.empty() ? key : name, rect, id);
    node.modal = role == Role::dialog;
    open_node(node.id);
    push_id(node.id);
    auto* state = new PopupState{id, role == Role::menu};
    open_states.push_back(state);
    c.popup_depth = depth;
    close_wanted = frame.dismissed;
    state->body.emplace("items", ScrollOptions{.rect = rect.inset(1), .pad = pad, .gap_px = gap_px});
    return state;
}

void end_popup(PopupState* state) {
    Context& c = ctx();
    uint32_t const scroll_id = id_of("items");
    state->body.reset();
    OverlayState& overlay = overlay_of(state->id);
    float const content = c.scrolls[scroll_id].content + 2;
    if (std::fabs(overlay.body_px - content) > 0.5f || (state->menu && overlay.width_px < state->widest)) {
        overlay.body_px = content;
        overlay.width_px = std::fmax(overlay.width_px, state->widest);
        c.relayout = true;
        request_frame();
    }
    c.popup_depth--;
    if (close_wanted) {
        close_wanted = false;
        c.popups.resize(std::min(c.popups.size(), c.popup_depth));
        request_frame();
    }
    pop_id();
    close_node();
    close_overlay();
    open_states.pop_back();
    delete state;
}

void open_at(std::string_view id, Rect anchor) {
    Context& c = ctx();
    c.popups.resize(std::min(c.popups.size(), c.popup_depth));
    c.popups.push_back({id_of(id), anchor, c.frame});
    request_frame();
}

}  // namespace

void open_popup(std::string_view id) { open_at(id, last_rect()); }
void open_popup_at(std::string_view id, Point at) { open_at(id, {at.x, at.y - 4, 0, 0}); }
void close_popup() {
    if (open_states.empty()) ctx().popups.clear();
    else close_wanted = true;
    request_frame();
}

Menu::Menu(std::string_view id, std::string_view name, float min_width_px) {
    PopupState* state = begin_popup(id, name, Role::menu, min_width_px, Insets::all(4), 0);
    state_ = state;
    open_ = state != nullptr;
    if (!open_) return;
    ctx().groups.push_back(state->id);
    ctx().group_arrows.push_back(Arrows::vertical);
}
Menu::~Menu() {
    if (!open_) return;
    ctx().groups.pop_back();
    ctx().group_arrows.pop_back();
    end_popup(static_cast<PopupState*>(state_));
}

namespace {

Role role_of(MenuItemOptions const& o) {
    if (o.checked == Tristate::unset) return Role::menuitem;
    return o.choice == MenuChoice::stays ? Role::menuitemcheckbox : Role::menuitemradio;
}

}  // namespace

bool menu_item(std::string_view label, Icon icon, MenuItemOptions const& o) {
    float const icon_w = icon != Icon::none || o.checked != Tristate::unset ? 28 : 0;
    float const keys_w = o.keys.empty() ? 0 : std::ceil(text_width(o.keys, TextStyle::small)) + 24;
    float const natural = std::ceil(text_width(label, TextStyle::body)) + 20 + icon_w + keys_w;
    if (!open_states.empty()) open_states.back()->widest = std::fmax(open_states.back()->widest, natural + 10);
    Rect const rect = take(natural, coarse_pointer() ? 44 : 32, Width::full);
    Node& node = record(role_of(o), label, rect);
    node.states.disabled |= !o.enabled;
    node.states.checked = o.checked;
    node.keys = o.keys;
    Response const r = interact(node.id, rect, {.enabled = !node.states.disabled});
    if (r.hovered || r.focused) fill(rect, color(Token::sunken), 6);
    Token ink = o.tone == Tone::bad ? Token::bad : Token::text1;
    if (!o.enabled) ink = Token::text3;
    Icon const shown = o.checked == Tristate::on ? Icon::check : icon;
    if (shown != Icon::none) draw_icon(shown, {rect.x + 18, rect.center().y}, 16, color(ink == Token::text1 ? Token::text2 : ink));
    Rect inner = rect.inset({10 + icon_w, 0, 10, 0});
    if (keys_w > 0) draw_text(inner.cut_right(keys_w), o.keys, TextStyle::small, color(Token::text3), Align::end);
    draw_text(inner, label, TextStyle::body, color(ink));
    if (r.focused) stroke(rect, color(Token::accent), 6, 2);
    if (r.pressed && o.choice == MenuChoice::closes) close_popup();
    return r.pressed;
}

void menu_separator() {
    Rect const rect = take(0, 9, Width::full);
    line_h(rect.x + 2, rect.y + 4, rect.w - 4, color(Token::line));
}

Popup::Popup(std::string_view id, std::string_view name, float width_px, Insets pad) {
    PopupState* state = begin_popup(id, name, Role::dialog, width_px, pad, 8);
    state_ = state;
    open_ = state != nullptr;
}
Popup::~Popup() {
    if (open_) end_popup(static_cast<PopupState*>(state_));
}

}  // namespace leadkeep::ui
