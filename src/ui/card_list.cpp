// A board's columns: which cards are visible, where each lies while one is in the air, focus from card to card.
#include "ui/card_list.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/i18n.h"
#include "ui/card_lift.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/paint.h"
#include "ui/scroll.h"

namespace leadkeep::ui {

struct CardList::State {
    uint32_t id = 0;
    std::string key;
    CardListOptions options;
    std::vector<Item> items;
    Rect foot;
    float content = 0;
    bool source = false;   // the lifted card comes from here
};

namespace {

// The list whose cards are being drawn.
struct Current {
    uint32_t id = 0;
    int count = 0;
    std::string key;
} current;

struct Slots {
    int rest = 0;          // items without the lifted one
    int hole = -1;         // the slot left free for it
    int taken_out = -1;    // the lifted one's index
    int count() const { return rest + (hole >= 0 ? 1 : 0); }
    int slot_of(int index) const {
        int slot = index - (taken_out >= 0 && index > taken_out ? 1 : 0);
        return slot + (hole >= 0 && slot >= hole ? 1 : 0);
    }
};

// Down and up among cards that may not be laid out yet: the list scrolls there and focuses it as it appears.
void move_focus(uint32_t list_id, Rect rect, CardListOptions const& o) {
    Context& c = ctx();
    if (c.focused_card.list != list_id || c.lift.active || c.edit.node) return;
    int next = c.focused_card.index;
    if (take_key("ArrowDown")) next++;
    else if (take_key("ArrowUp")) next--;
    else if (take_key("Home")) next = 0;
    else if (take_key("End")) next = o.count - 1;
    else return;
    next = std::max(0, std::min(next, o.count - 1));
    if (next == c.focused_card.index) return;
    c.wanted_card = {list_id, next};
    float const step = o.item_px + o.gap_px, top = o.pad.top + float(next) * step;
    ScrollState const& s = c.scrolls[list_id];
    if (top - o.pad.top < s.target) scroll_by(list_id, top - o.pad.top - s.target, true);
    else if (top + o.item_px + o.pad.bottom > s.target + rect.h)
        scroll_by(list_id, top + o.item_px + o.pad.bottom - s.target - rect.h, true);
}

void draw_hole(Rect at) {
    fill(at, color(Token::accent_tint).with_alpha(is_dark() ? 0.7f : 0.8f), card_radius_px);
    dashed(at, color(Token::accent), card_radius_px);
}

}  // namespace

CardList::CardList(std::string_view key, CardListOptions const& o) : state_(new State) {
    Context& c = ctx();
    State& s = *state_;
    s.key = key;
    s.options = o;
    s.id = id_of(key);
    s.source = c.lift.active && c.lift.from_list == key;
    Slots slots{o.count - (s.source ? 1 : 0), -1, s.source ? c.lift.from_index : -1};
    float const step = o.item_px + o.gap_px;
    ScrollState const& scroll = c.scrolls[s.id];
    float const top = o.rect.y + o.pad.top - snap(scroll.offset);
    follow_lift(s.id, key, o, slots.rest, top);
    if (c.lift.active && c.lift.to_list == key) slots.hole = c.lift.to_index;
    move_focus(s.id, o.rect, o);

    float const length = slots.count() > 0 ? float(slots.count()) * step - o.gap_px : 0;
    s.content = o.pad.top + length + o.pad.bottom + o.foot_px;
    open_scroll(s.id, o.rect, ScrollAxis::vertical, s.content);
    Rect const whole{o.rect.x, o.rect.y - snap(scroll.offset), o.rect.w, std::fmax(o.rect.h, s.content)};
    c.card_list_node = record(Role::list, o.name, whole, id_of(s.id, "list")).id;
    open_node(c.card_list_node);
    push_id(s.id);
    c.groups.push_back(s.id);
    c.group_arrows.push_back(Arrows::cards);
    // Shadows at the sides may reach out of the list; its upper and lower edges cut.
    Rect const cut{o.rect.x, o.rect.y, o.rect.w, o.rect.h};
    c.clips.push_back({clip().intersect(cut)});
    Rect const px = snap(c.clips.back().rect);
    list().PushClipRect(ImVec2(std::round(to_px(px.x)), std::round(to_px(px.y))),
                        ImVec2(std::round(to_px(px.right())), std::round(to_px(px.bottom()))));

    float const x = o.rect.x + o.pad.left, w = o.rect.w - o.pad.left - o.pad.right;
    auto const slot_rect = [&](float slot) { return Rect{x, top + slot * step, w, o.item_px}; };
    if (slots.hole >= 0) {
        c.lift.landing = slot_rect(float(slots.hole));
        if (!c.lift.by_keyboard) draw_hole(c.lift.landing);
    }
    Rect const seen = clip();
    int const first = std::max(0, int(std::floor((seen.y - top) / step)) - 2);
    int const last = std::min(o.count, int(std::ceil((seen.bottom() - top) / step)) + 2);
    int const wanted = c.wanted_card.list == s.id ? c.wanted_card.index : -1;
    auto const add = [&](int index) {
        if (index == slots.taken_out || index < 0 || index >= o.count) return;
        float slot = float(slots.slot_of(index));
        if (c.lift.active) {
            Scope scope(int64_t{index});
            slot = animate("slot", slot, 120);
        }
        Rect const rect = slot_rect(slot);
        if (rect.bottom() + 4 > seen.y && rect.y - 4 < seen.bottom()) s.items.push_back({index, rect, false});
        else if (index == wanted) s.items.push_back({index, rect, false});
    };
    for (int i = first; i < last; i++) add(i);
    if (wanted >= 0 && (wanted < first || wanted >= last)) add(wanted);
    if (s.source) {
        c.lift.source_frame = c.frame;
        s.items.push_back({c.lift.from_index, lifted_rect(), true});
    }
    s.foot = {x, top + length + (length > 0 ? o.gap_px : 0), w, o.foot_px};
    current = {s.id, o.count, s.key};
}

CardList::~CardList() {
    Context& c = ctx();
    list().PopClipRect();
    c.clips.pop_back();
    c.groups.pop_back();
    c.group_arrows.pop_back();
    pop_id();
    close_node();
    c.card_list_node = 0;
    close_scroll(state_->id, state_->options.rect, ScrollAxis::vertical, state_->content);
    current = {};
    delete state_;
}

std::span<CardList::Item const> CardList::items() const { return state_->items; }
Rect CardList::foot() const { return state_->foot; }

namespace {

struct CardState {
    bool lifted = false, turned = false;
    int first_vertex = 0;
};

// The lifted card is drawn over everything, in its own layer.
void begin_lifted(CardState& state, Rect rect) {
    Context& c = ctx();
    state.lifted = true;
    state.turned = !c.lift.by_keyboard;
    begin_layer("lifted", c.viewport);
    state.first_vertex = list().VtxBuffer.Size;
    shadow(rect, card_radius_px, 12, 28, is_dark() ? 0.5f : 0.22f);
    fill(rect, color(Token::raised), card_radius_px);
    stroke(rect.inset(-1.5f), color(Token::accent), card_radius_px + 1.5f, 1.5f);
}

}  // namespace

Card::Card(std::string_view key, std::string_view title, CardList::Item const& item, CardOptions const& o) : rect_(item.rect) {
    Context& c = ctx();
    auto* state = new CardState;
    state_ = state;
    uint32_t const id = id_of(id_of(0x43617264, "card"), key);
    Node& node = record(Role::listitem, title, item.rect, id);
    node.description = o.description;
    node.set_size = current.count;
    node.position = item.index + 1;
    node.states.current = o.selected;
    Response const r = interact(node.id, item.rect, {.lift = o.draggable ? Lift::yes : Lift::no});
    if (current.id && c.wanted_card.list == current.id && c.wanted_card.index == item.index) {
        c.wanted_card = {};
        set_focus(node.id, true);
    }
    if (current.id && c.focus == node.id) c.focused_card = {current.id, item.index};
    opened_ = r.pressed && !c.lift.active;
    if (o.draggable && current.id && !item.lifted && !c.lift.active) {
        bool const by_key = c.focus == node.id && take_key(" ", node.id);
        if (c.lift_wish == node.id || by_key) begin_lift(node.id, key, title, current.key, item.index, item.rect, by_key);
    }
    open_node(node.id);
    push_id(node.id);
    if (item.lifted) {
        begin_lifted(*state, item.rect);
        return;
    }
    card_ground(item.rect, r.hovered);
    if (o.selected) stroke(item.rect, color(Token::accent), card_radius_px, 1.5f);
    if (r.focused) stroke(item.rect.inset(-2), color(Token::accent), card_radius_px + 2, 2);
}

Card::~Card() {
    auto* state = static_cast<CardState*>(state_);
    if (state->lifted) {
        float const scale = ctx().display.scale;
        Point const middle = rect_.center();
        if (state->turned && !reduced_motion())
            gfx_rotate(state->first_vertex, {middle.x * scale, middle.y * scale});
        end_layer();
    }
    pop_id();
    close_node();
    delete state;
}

}  // namespace leadkeep::ui
