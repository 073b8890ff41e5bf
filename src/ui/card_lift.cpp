// Where a lifted card would land, and the moment it does.
#include "ui/card_lift.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/i18n.h"
#include "gfx/shapes.h"
#include "ui/card_lasso.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/scroll.h"

namespace leadkeep::ui {

namespace {

constexpr float turn_radians = 1.5f * 3.14159265f / 180;
constexpr float edge_px = 56, edge_speed_px_per_ms = 0.9f;
constexpr float settle_duration_ms = 180;

std::optional<Drop> dropped;

CardListInfo* info_of(std::string_view key) {
    for (CardListInfo& info : ctx().card_lists)
        if (info.key == key) return &info;
    return nullptr;
}

uint32_t id_of_list(std::string_view key) {
    CardListInfo const* info = info_of(key);
    return info ? info->id : 0;
}

// A list's name says its count and sum as well; the part before the first comma is what moves are told with.
std::string short_name(CardListInfo const& info) { return info.name.substr(0, info.name.find(',')); }

void tell_place() {
    LiftedCard const& lift = ctx().lift;
    CardListInfo const* info = info_of(lift.to_list);
    if (!info) return;
    say(trf("{0}: position {1} of {2}", {short_name(*info), std::to_string(lift.to_index + 1), std::to_string(info->count + 1)}));
}

// From where it is now it runs to where its card will be drawn.
void settle() {
    Context& c = ctx();
    c.settling = {};
    if (c.lift.by_keyboard || !c.lift.carried || reduced_motion()) return;
    c.settling = {c.lift.card, lifted_rect(), c.lift.together, c.now_ms};
    request_frame();
}

void put_back() {
    Context& c = ctx();
    if (c.lift.by_keyboard) say(tr("Move cancelled"));
    settle();
    c.lift = {};
    c.active = 0;
    request_frame();
}

void drop() {
    Context& c = ctx();
    settle();
    LiftedCard const lift = std::exchange(c.lift, {});
    c.focus = lift.card;
    request_frame();
    if (lift.by_touch && !lift.carried) return pick_toggle(lift.from_list, {id_of_list(lift.from_list), lift.from_index, lift.card});
    if (lift.to_list == lift.from_list && lift.to_index == lift.home_index) return;
    c.lift_round++;
    dropped = Drop{lift.key, lift.from_list, lift.to_list, lift.from_index, lift.to_index,
                   lift.together ? Dropped::all_chosen : Dropped::one};
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

// A finger that waits at the edge turns one page, and the next after another wait.
void turn_page_at_edge(Hit const& hit) {
    Context& c = ctx();
    constexpr float near_px = 32;
    constexpr double wait_ms = 350;
    bool const back = c.pointer.x < hit.rect.x + near_px, on = c.pointer.x > hit.rect.right() - near_px;
    if ((!back && !on) || !c.lift.carried) {
        c.edge_since_ms = 0;
        return;
    }
    if (c.edge_since_ms == 0) c.edge_since_ms = c.now_ms;
    double const rest_ms = c.edge_since_ms + wait_ms - c.now_ms;
    if (rest_ms > 0) return wake_in_ms(rest_ms);
    turn_page(hit.id, back ? -1 : 1);
    c.edge_since_ms = c.now_ms + 250;
}

// Beside every list: it would land where it came from.
void leave_lists() {
    Context& c = ctx();
    float const reach = column_gap_px / 2;
    constexpr float head_px = 96, foot_px = 48;  // a column's name above its cards, the board's margin below
    for (CardListInfo const& info : c.card_lists)
        if (info.accepts && info.rect.inset({-reach, -head_px, -reach, -foot_px}).contains(c.pointer)) return;
    if (c.lift.to_list == c.lift.from_list && c.lift.to_index == c.lift.home_index) return;
    c.lift.to_list = c.lift.from_list;
    c.lift.to_index = c.lift.home_index;
    c.relayout = true;
}

}  // namespace

void scroll_at_edges() {
    Context& c = ctx();
    for (Hit const& hit : c.hits) {
        if (hit.kind != HitKind::scroll || hit.layer != 0) continue;
        bool const across = hit.axis == ScrollAxis::horizontal;
        if (!hit.rect.inset(-edge_px).contains(c.pointer)) continue;
        if (!across && (c.pointer.x < hit.rect.x || c.pointer.x > hit.rect.right())) continue;
        if (c.scrolls[hit.id].page > 0) {
            turn_page_at_edge(hit);
            continue;
        }
        float const at = across ? c.pointer.x : c.pointer.y;
        float const from = across ? hit.rect.x : hit.rect.y, to = across ? hit.rect.right() : hit.rect.bottom();
        float push = 0;
        if (at < from + edge_px) push = -(from + edge_px - at) / edge_px;
        else if (at > to - edge_px) push = (at - (to - edge_px)) / edge_px;
        if (push == 0) continue;
        float const step = std::fmax(-1.f, std::fmin(1.f, push)) * edge_speed_px_per_ms * std::fmax(1.f, c.step_ms);
        if (scroll_by(hit.id, step, false)) request_frame();
    }
}

void begin_lift(LiftStart const& start) {
    Context& c = ctx();
    LiftedCard lift;
    lift.active = true, lift.by_keyboard = start.by_keyboard, lift.by_touch = !start.by_keyboard && c.press_touch;
    lift.carried = !lift.by_touch;
    lift.together = start.cards > 1, lift.cards = start.cards;
    lift.card = start.card, lift.key = start.key, lift.title = start.title;
    lift.from_list = lift.to_list = start.list_key;
    lift.from_index = start.index;
    lift.to_index = lift.home_index = start.index - start.chosen_before;
    lift.rect = lift.landing = start.rect;
    lift.origin = c.press_origin;
    lift.grab = {c.press_origin.x - start.rect.x, c.press_origin.y - start.rect.y};
    lift.began_ms = c.now_ms;
    lift.source_frame = c.frame;
    c.lift = lift;
    c.settling = {};
    c.edge_since_ms = 0;
    c.relayout = true;
    if (start.by_keyboard) {
        std::string const what = lift.together ? trn("{0} card", "{0} cards", lift.cards) : lift.title;
        say(trf("{0} picked up. Arrows move it, Space drops it, Escape puts it back.", {what}));
    }
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
    info->across = c.scroll_stack.empty() ? 0 : c.scroll_stack.back();
    info->pad = o.pad, info->item_px = o.item_px, info->step_px = o.item_px + o.gap_px;
    info->accepts = o.accepts_drop, info->frame = c.frame;
    LiftedCard& lift = c.lift;
    if (!lift.active || lift.by_keyboard || !lift.carried || !o.accepts_drop) return;
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
    if (!lift.carried) return lift.rect;
    return {c.pointer.x - lift.grab.x, c.pointer.y - lift.grab.y, lift.rect.w, lift.rect.h};
}

void advance_lift() {
    Context& c = ctx();
    std::erase_if(c.card_lists, [&](CardListInfo const& info) { return info.frame + 2 < c.frame; });
    if (!c.lift.active) return;
    LiftedCard& lift = c.lift;
    // Its list went away (another screen, a sync), or the pointer did: nothing to drop.
    if (c.lift.source_frame + 3 < c.frame || c.pointer_lost || take_key("Escape")) return put_back();
    if (lift.by_keyboard) return keyboard_moves();
    float const dx = c.pointer.x - lift.origin.x, dy = c.pointer.y - lift.origin.y;
    constexpr float held_px = 9;  // a finger is never quite still
    lift.carried = lift.carried || dx * dx + dy * dy > held_px * held_px;
    if (lift.carried) leave_lists();
    if (c.lift_dropped) return drop();
    c.cursor = platform::Cursor::grabbing;
    scroll_at_edges();
}

float settled_share(uint32_t card, bool chosen) {
    Context& c = ctx();
    bool const on_the_way = c.settling.card == card || (c.settling.together && chosen);
    if (!c.settling.card || !on_the_way) return 1;
    float const t = float(c.now_ms - c.settling.since_ms) / settle_duration_ms;
    if (t >= 1 || reduced_motion()) return 1;
    request_frame();
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

void gfx_rotate(int first_vertex, Point center_px, float share) {
    gfx::rotate_since(list(), first_vertex, ImVec2(center_px.x, center_px.y), turn_radians * share);
}

std::optional<Drop> take_drop() { return std::exchange(dropped, std::nullopt); }
bool card_lifted() { return ctx().lift.active; }
std::string_view lift_target() { return ctx().lift.active ? std::string_view(ctx().lift.to_list) : std::string_view(); }

}  // namespace leadkeep::ui
