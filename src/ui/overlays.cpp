// Dialogs and the side panel.
#include "ui/overlays.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/i18n.h"
#include "ui/interact.h"
#include "ui/label.h"
#include "ui/motion.h"
#include "ui/overlay_stack.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

constexpr float head_px = 60, foot_px = 66, side_px = 24;

OverlayState& overlay_of(uint32_t id) {
    auto& all = ctx().overlays;
    return *std::find_if(all.begin(), all.end(), [&](OverlayState const& o) { return o.id == id; });
}

struct DialogState {
    uint32_t id = 0;
    Rect foot;
    std::optional<Scroll> body;
    bool footed = false;
};
std::vector<DialogState*> open_dialogs;

Rect dialog_rect(OverlayState const& overlay, DialogOptions const& o) {
    Rect const view = viewport();
    if (is_phone()) return view;
    float const most = std::fmin(o.max_height_px, view.h - 48);
    float const height = std::fmin(most, head_px + overlay.body_px + (overlay.foot_px > 0 ? overlay.foot_px : 0));
    float const width = std::fmin(o.width_px, view.w - 48);
    return {std::round((view.w - width) / 2), std::round(std::fmax(24.f, (view.h - height) * 0.42f)), width, height};
}

// How far the body's content reaches, for the next frame's height.
void measure_body(DialogState& state) {
    if (!state.body) return;
    uint32_t const id = id_of("body");
    state.body.reset();
    OverlayState& overlay = overlay_of(state.id);
    float const content = ctx().scrolls[id].content;
    if (std::fabs(overlay.body_px - content) > 0.5f) {
        overlay.body_px = content;
        ctx().relayout = true;
        request_frame();
    }
}

// A panel that is open already shows something else now: the keyboard comes from the screen beside it, or stays at what is
// so named ("Next card").
void hand_over_focus(OverlayState& overlay, uint32_t subject) {
    Context& c = ctx();
    bool const other = !overlay.fresh && overlay.subject != subject;
    overlay.subject = subject;
    if (!other) return;
    if (!focus_in_layer(c.layer)) overlay.saved_focus = {c.focus, place_of_focus()};
    else if (Node const* held = node_by_id(c.focus)) overlay.held_name = held->name;
    overlay.fresh = true;
}

}  // namespace

Dialog::Dialog(std::string_view name, DialogOptions const& o) {
    uint32_t const id = id_of(o.id.empty() ? name : o.id);
    OverlayFrame const frame = open_overlay(id, Backdrop::dim, true);
    dismissed_ = frame.dismissed && o.kind == DialogKind::dialog;
    OverlayState& overlay = overlay_of(id);
    overlay.focus_field = true;
    auto* state = new DialogState;
    state->id = id;
    state_ = state;
    open_dialogs.push_back(state);
    Rect rect = dialog_rect(overlay, o);
    bool const phone = is_phone();
    if (!phone) shadow(rect, 14, 16, 40, is_dark() ? 0.6f : 0.24f);
    fill(rect, color(Token::surface), phone ? 0 : 14);
    if (!phone && is_dark()) stroke(rect, color(Token::line), 14);
    ground(rect);
    Node& node = record(o.kind == DialogKind::alert ? Role::alertdialog : Role::dialog, name, rect, id);
    node.modal = true;
    node.description = o.description;
    open_node(node.id);
    push_id(node.id);
    if (phone) rect.cut_bottom(home_bar_px());
    Rect head = rect.cut_top(head_px).inset({side_px, 8, 14, 0});
    Rect const cross = head.cut_right(control_px);
    next_rect({head.x, head.center().y - 13, head.w - 8, 26});
    heading(name, 2);
    next_rect({cross.x, cross.center().y - control_px / 2, control_px, control_px});
    if (icon_button(Icon::close, tr("Close"))) dismissed_ = true;
    state->foot = rect;
    if (overlay.foot_px > 0) state->foot = rect.cut_bottom(overlay.foot_px);
    state->body.emplace("body", ScrollOptions{.rect = rect, .pad = {side_px, 4, side_px, overlay.foot_px > 0 ? 12 : side_px}, .gap_px = 14});
}

Dialog::~Dialog() {
    auto* state = static_cast<DialogState*>(state_);
    measure_body(*state);
    OverlayState& overlay = overlay_of(state->id);
    if ((overlay.foot_px > 0) != state->footed) {
        overlay.foot_px = state->footed ? foot_px : 0;
        ctx().relayout = true;
        request_frame();
    }
    pop_id();
    close_node();
    close_overlay();
    open_dialogs.pop_back();
    delete state;
}

DialogFooter::DialogFooter() {
    DialogState& state = *open_dialogs.back();
    measure_body(state);
    state.footed = true;
    Rect const rect = state.foot;
    line_h(rect.x, rect.y, rect.w, color(Token::line));
    open_layout(LayoutKind::row, rect.inset({side_px, 1, side_px, 0}), 8, {}, Align::center, id_of("foot"), true);
    spacer();
    ctx().layouts.back().first = true;
}
DialogFooter::~DialogFooter() { close_layout(); }

SidePanel::SidePanel(std::string_view name, SidePanelOptions const& o) {
    uint32_t const id = id_of(o.id.empty() ? name : o.id);
    bool const modal = is_phone();
    OverlayFrame const frame = open_overlay(id, modal ? Backdrop::clear : Backdrop::below, modal);
    dismissed_ = frame.dismissed;
    hand_over_focus(overlay_of(id), id_of(o.subject));
    Rect const view = viewport();
    float const width = is_phone() ? view.w : std::fmin(o.width_px, view.w);
    float const t = reduced_motion() ? 1.f : std::fmin(1.f, float(frame.age_ms) / 180);
    if (t < 1) request_frame();
    float const slide = std::round((1 - t) * (1 - t) * (1 - t) * (is_phone() ? 60.f : 90.f));
    area_ = {view.w - width + slide, 0, width, view.h};
    if (!is_phone()) {
        shadow(area_, 0, 0, 48, (is_dark() ? 0.7f : 0.20f) * t);
        line_v(area_.x - 1, 0, area_.h, color(Token::line));
    }
    fill(area_, color(Token::surface));
    ground(area_);
    Node& node = record(Role::dialog, name, area_, id);
    node.modal = modal;
    open_node(node.id);
    push_id(node.id);
    area_.cut_bottom(home_bar_px());
    open_layout(LayoutKind::column, area_, 8, {}, Align::start, id_of("inside"), true);
}

SidePanel::~SidePanel() {
    close_layout();
    pop_id();
    close_node();
    close_overlay();
}

FloatingBar::FloatingBar(std::string_view name, Rect rect) {
    constexpr float radius_px = 14;
    shadow(rect, radius_px, 10, 32, is_dark() ? 0.6f : 0.22f);
    fill(rect, color(Token::raised), radius_px);
    stroke(rect, color(Token::line), radius_px);
    ground(rect);
    ctx().toast_floor_px = viewport().h - rect.y;
    open_node(record(Role::toolbar, name, rect, id_of("floating bar")).id);
    open_layout(LayoutKind::row, rect.inset({16, 0, 6, 0}), 4, {}, Align::center, id_of("inside the bar"), true);
}

FloatingBar::~FloatingBar() {
    close_layout();
    close_node();
}

}  // namespace leadkeep::ui
