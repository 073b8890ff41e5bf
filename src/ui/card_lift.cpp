// Where a lifted card would land, and the moment it does.
#include "ui/card_lift.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/i18n.h"
#include "gfx/shapes.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/scroll.h"

namespace leadkeep::ui {

namespace {

constexpr float turn_radians = 1.5f * 3.14159265f / 180;
constexpr float edge_px = 56, edge_speed_px_per_ms = 0.9f;

std::optional<Drop> dropped;

CardListInfo* info_of(std::string_view key) {
    for (CardListInfo& info : ctx().card_lists)
        if (info.key == key) return &info;
    return nullptr;
}

// A list's name says its count and sum as well; the part before the first comma is what moves are told with.
std::string short_name(CardListInfo const& info) { return info.name.substr(0, info.name.find(',')); }

void tell_place() {
    LiftedCard const& lift = ctx().lift;
    CardListInfo const* info = info_of(lift.to_list);
    if (!info) return;
    say(trf("{0}: position {1} of {2}", {short_name(*info), std::to_string(lift.to_index + 1), std::to_string(info->count + 1)}));
}

void put_back() {
    Context& c = ctx();
    if (c.lift.by_keyboard) say(tr("Move cancelled"));
    c.lift = {};
    c.active = 0;
    request_frame();
}

void drop() {
    Context& c = ctx();
    LiftedCard const lift = std::exchange(c.lift, {});
    bool const moved = lift.to_list != lift.from_list || lift.to_index != lift.from_index;
    if (moved) dropped = Drop{lift.key, lift.from_list, lift.to_list, lift.from_index, lift.to_index};
    c.focus = lift.card;
    request_frame();
}

// Left and right: the nearest list that takes cards.
void to_neighbouring_list(bool right) {
    Context& c = ctx();
    CardListInfo const* from = info_of(c.lift.to_list);
    CardListInfo const* best = nullptr;
    if (!from) return;
    for (CardListInfo const& info : c.card_lists) {
        if (!info.accepts || &info == from) continue;
        float const dx = right ? info.rect.x - from->rect.x : from->rect.x - info.rect.x;
        if (dx > 1 && (!best || dx < std::fabs(best->rect.x - from->rect.x))) best = &info;
    }
    if (!best) return;
    c.lift.to_list = best->key;
    c.lift.to_index = std::min(c.lift.to_index, best->count);
    tell_place();
}

void keyboard_moves() {
    Context& c = ctx();
    CardListInfo const* list = info_of(c.lift.to_list);
    int const before = c.lift.to_index;
    if (take_key("ArrowDown") && list) c.lift.to_index = std::min(c.lift.to_index + 1, list->count);
    else if (take_key("ArrowUp")) c.lift.to_index = std::max(c.lift.to_index - 1, 0);
    else if (take_key("ArrowLeft")) to_neighbouring_list(false);
    else if (take_key("ArrowRight")) to_neighbouring_list(true);
    else if (take_key(" ") || take_key("Enter")) return drop();
    if (before != c.lift.to_index) tell_place();
    c.reveal = c.lift.card;
    if (!c.key.empty()) c.key.clear();  // nothing else happens while a card is in the air
}

// The board itself scrolls when the card nears its left or right edge.
void scroll_at_edges() {
    Context& c = ctx();
    for (Hit const& hit : c.hits) {
        if (hit.kind != HitKind::scroll || hit.layer != 0) continue;
        bool const across = hit.axis == ScrollAxis::horizontal;
        if (!hit.rect.inset(-edge_px).contains(c.pointer)) continue;
        if (!across && (c.pointer.x < hit.rect.x || c.pointer.x > hit.rect.right())) continue;
        float const at = across ? c.pointer.x : c.pointer.y;
        float const from = across ? hit.rect.x : hit.rect.y, to = across ? hit.rect.right() : hit.rect.bottom();
        float push = 0;
        if (at < from + edge_px) push = -(from + edge_px - at) / edge_px;
        else if (at > to - edge_px) push = (at - (to - edge_px)) / edge_px;
        if (push == 0) continue;
        if (scroll_by(hit.id, std::fmax(-1.f, std::fmin(1.f, push)) * edge_speed_px_per_ms * 16, false)) request_frame();
    }
}

}  // namespace

void begin_lift(uint32_t card, std::string_view key, std::string_view title, std::string_view list_key, int index, Rect rect, bool by_keyboard) {
    Context& c = ctx();
    LiftedCard lift;
    lift.active = true, lift.by_keyboard = by_keyboard;
    lift.card = card, lift.key = key, lift.title = title;
    lift.from_list = lift.to_list = list_key;
    lift.from_index = lift.to_index = index;
    lift.rect = lift.landing = rect;
    lift.grab = {c.press_origin.x - rect.x, c.press_origin.y - rect.y};
    lift.source_frame = c.frame;
    c.lift = lift;
    c.relayout = true;
    if (by_keyboard) say(trf("{0} picked up. Arrows move it, Space drops it, Escape puts it back.", {title}));
    request_frame();
}

void follow_lift(uint32_t list_id, std::string_view list_key, CardListOptions const& o, int rest, float top) {
    Context& c = ctx();
    CardListInfo* info = info_of(list_key);
    if (!info) {
        c.card_lists.push_back({});
        info = &c.card_lists.back();
        info->key = list_key;
    }
    info->name = o.name, info->id = list_id, info->rect = o.rect, info->count = rest;
    info->accepts = o.accepts_drop, info->frame = c.frame;
    LiftedCard& lift = c.lift;
    if (!lift.active || lift.by_keyboard || !o.accepts_drop) return;
    float const reach = column_gap_px / 2;
    if (c.pointer.x < o.rect.x - reach || c.pointer.x >= o.rect.right() + reach) return;
    float const middle = c.pointer.y - lift.grab.y + lift.rect.h / 2;
    float const step = o.item_px + o.gap_px;
    int const index = std::max(0, std::min(rest, int(std::floor((middle - top) / step))));
    if (lift.to_list == list_key && lift.to_index == index) return;
    lift.to_list = list_key;
    lift.to_index = index;
    c.relayout = true;
    request_frame();
}

Rect lifted_rect() {
    Context& c = ctx();
    LiftedCard const& lift = c.lift;
    if (lift.by_keyboard) return lift.landing;
    return {c.pointer.x - lift.grab.x, c.pointer.y - lift.grab.y, lift.rect.w, lift.rect.h};
}

void advance_lift() {
    Context& c = ctx();
    std::erase_if(c.card_lists, [&](CardListInfo const& info) { return info.frame + 2 < c.frame; });
    if (!c.lift.active) return;
    // Its list went away (another screen, a sync): nothing to drop.
    if (c.lift.source_frame + 3 < c.frame || take_key("Escape")) return put_back();
    if (c.lift.by_keyboard) return keyboard_moves();
    if (c.lift_dropped) return drop();
    c.cursor = platform::Cursor::grabbing;
    scroll_at_edges();
}

void gfx_rotate(int first_vertex, Point center_px) {
    gfx::rotate_since(list(), first_vertex, ImVec2(center_px.x, center_px.y), turn_radians);
}

std::optional<Drop> take_drop() { return std::exchange(dropped, std::nullopt); }
bool card_lifted() { return ctx().lift.active; }
std::string_view lift_target() { return ctx().lift.active ? std::string_view(ctx().lift.to_list) : std::string_view(); }

}  // namespace leadkeep::ui
