// A board's columns: which cards are visible, where each lies while one is in the air, focus from card to card.
#include "ui/card_list.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/i18n.h"
#include "ui/card_lasso.h"
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
};

namespace {

// The list whose cards are being drawn.
struct Current {
    uint32_t id = 0;
    int count = 0;
    std::string key;
    std::span<int const> chosen;
} current;

// Places from the top: those of the cards that stay, and one left free for what is in the air.
struct Slots {
    std::span<int const> taken;  // indices of the cards in the air, ascending
    int rest = 0;                // cards that stay
    int hole = -1;
    int count() const { return rest + (hole >= 0 ? 1 : 0); }
    int slot_of(int index) const {
        int const slot = index - int(std::lower_bound(taken.begin(), taken.end(), index) - taken.begin());
        return slot + (hole >= 0 && slot >= hole ? 1 : 0);
    }
    // The card in a slot that is not the hole.
    int index_at(int slot) const {
        int const among_rest = slot - (hole >= 0 && slot > hole ? 1 : 0);
        size_t low = 0, high = taken.size();
        while (low < high) {
            size_t const middle = (low + high) / 2;
            if (taken[middle] - int(middle) <= among_rest) low = middle + 1;
            else high = middle;
        }
        return among_rest + int(low);
    }
};

int rows_on_a_page(Rect rect, CardListOptions const& o) { return std::max(1, int(rect.h / (o.item_px + o.gap_px)) - 1); }

// Up, down and by pages among cards that may not be laid out yet: the list scrolls there and focuses one as it appears;
// with Shift all up to it are chosen.
void move_focus(uint32_t list_id, std::string_view key, Rect rect, CardListOptions const& o) {
    Context& c = ctx();
    bool const here = c.focused_card.list == list_id && c.focused_card.card == c.focus && c.focus;
    if (!here || c.lift.active || c.edit.node) return;
    choosing_keys(key, o.count);
    auto const step_to = take_step(c.focused_card.index, o.count, rows_on_a_page(rect, o));
    if (!step_to) return;
    c.row_y = -1;
    int const next = *step_to;
    if (next == c.focused_card.index) return;
    if (c.key_event.shift) pick_range(key, c.focused_card, next);
    else c.range_anchor = {};
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
    // The lifted card comes from here, unless the list has shrunk under it.
    bool const source = c.lift.active && c.lift.from_list == key && c.lift.from_index < o.count;
    Slots slots;
    if (c.lift.active && c.lift.together) slots.taken = o.chosen;
    else if (source) slots.taken = {&c.lift.from_index, 1};
    slots.rest = o.count - int(slots.taken.size());
    float const step = o.item_px + o.gap_px;
    ScrollState const& scroll = c.scrolls[s.id];
    float const top = o.rect.y + o.pad.top - snap(scroll.offset);
    follow_lift(s.id, key, o, slots.rest, top);
    if (c.lift.active && c.lift.to_list == key) slots.hole = std::min(c.lift.to_index, slots.rest);
    move_focus(s.id, key, o.rect, o);

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
    c.clips.push_back({clip().intersect(o.rect)});
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
    int const wanted = c.wanted_card.list == s.id ? c.wanted_card.index : -1;
    auto const add = [&](int index) {
        if (index < 0 || index >= o.count) return;
        float slot = float(slots.slot_of(index));
        // Cards move aside for what is in the air, and close up behind it.
        {
            Scope scope((int64_t{c.lift_round} << 32) + index);
            slot = animate("slot", slot, 120);
        }
        Rect const rect = slot_rect(slot);
        bool const visible = rect.bottom() + 4 > seen.y && rect.y - 4 < seen.bottom();
        if (visible || index == wanted) s.items.push_back({index, rect, false});
    };
    int const first = std::max(0, int(std::floor((seen.y - top) / step)) - 2);
    int const last = std::min(slots.count(), int(std::ceil((seen.bottom() - top) / step)) + 2);
    for (int slot = first; slot < last; slot++)
        if (slot != slots.hole) add(slots.index_at(slot));
    int const wanted_slot = wanted >= 0 ? slots.slot_of(wanted) : first;
    if (wanted_slot < first || wanted_slot >= last) add(wanted);
    if (source) {
        c.lift.source_frame = c.frame;
        s.items.push_back({c.lift.from_index, lifted_rect(), true});
    }
    s.foot = {x, top + length + (length > 0 ? o.gap_px : 0), w, o.foot_px};
    current = {s.id, o.count, s.key, o.chosen};
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
    bool in_air = false;
    bool held = false;      // the card under the pointer or the keyboard, not one that settles
    float turn = 0;         // share of the look's angle
    float raised = 0;       // share of the lifted look
    int first_vertex = 0;
};

// In the air a card is drawn over everything, in its own layer; those that come along lie under it.
void begin_in_air(CardState& state, Rect rect) {
    Context& c = ctx();
    begin_layer("lifted", c.viewport);
    if (state.held && c.lift.together)
        for (float const below : {8.f, 4.f}) {
            Rect const card = rect.moved(below, below);
            shadow(card, card_radius_px, 2, 6, is_dark() ? 0.5f : 0.12f);
            fill(card, color(Token::raised), card_radius_px);
            stroke(card, mix(color(Token::line), color(Token::accent), 0.4f), card_radius_px, 1);
        }
    state.first_vertex = list().VtxBuffer.Size;
    shadow(rect, card_radius_px, 12 * state.raised, 28 * state.raised + 2, (is_dark() ? 0.5f : 0.22f) * std::fmax(0.3f, state.raised));
    fill(rect, color(Token::raised), card_radius_px);
    stroke(rect.inset(-1.5f), color(Token::accent).with_alpha(state.raised), card_radius_px + 1.5f, 1.5f);
}

// How many are in the air.
void draw_count(Rect card, int count) {
    std::string const text = std::to_string(count);
    float const w = std::fmax(24.f, text_width(text, TextStyle::small_strong) + 14);
    Rect const badge{card.right() - w + 8, card.y - 10, w, 24};
    shadow(badge, 12, 2, 6, 0.25f);
    fill(badge, color(Token::accent), 12);
    draw_text(badge, text, TextStyle::small_strong, color(Token::on_accent), Align::center);
}

void draw_lying(Rect rect, Response const& r, CardOptions const& o) {
    card_ground(rect, r.hovered);
    if (o.chosen) fill(rect, color(Token::accent_tint), card_radius_px);
    if (o.chosen || o.current) stroke(rect, color(Token::accent), card_radius_px, 1.5f);
    if (r.focused) stroke(rect.inset(-2), color(Token::accent), card_radius_px + 2, 2);
}

// A press with Ctrl or Shift chooses; so does a finger's once something is chosen. Any other opens.
bool press_chooses(CardList::Item const& item, uint32_t card) {
    Context& c = ctx();
    if (!current.id || c.pressed_by_key) return false;
    CardPlace const place{current.id, item.index, card};
    CardPlace const from = c.range_anchor.list == current.id ? c.range_anchor : c.press_from;
    if (c.press_shift && from.list == current.id) pick_range(current.key, from, item.index);
    else if (c.press_shift || c.press_ctrl || (c.press_touch && c.chosen_cards > 0)) pick_toggle(current.key, place);
    else return false;
    return true;
}

// Of the chosen cards, those that lie above this one in its list.
int chosen_before(int index) {
    return int(std::lower_bound(current.chosen.begin(), current.chosen.end(), index) - current.chosen.begin());
}

}  // namespace

Card::Card(std::string_view key, std::string_view title, CardList::Item const& item, CardOptions const& o) : rect_(item.rect) {
    Context& c = ctx();
    auto* state = new CardState;
    state_ = state;
    uint32_t const id = id_of(id_of(0x43617264, "card"), key);
    Node& node = record(Role::listitem, title, item.rect, id);
    node.description = o.chosen ? std::string(tr("Selected")) + ". " + std::string(o.description) : std::string(o.description);
    node.set_size = current.count;
    node.position = item.index + 1;
    node.states.current = o.current;
    if (o.chosen) node.states.selected = Tristate::on;
    Response const r = interact(node.id, item.rect, {.lift = o.draggable ? Lift::yes : Lift::no});
    if (current.id && c.wanted_card.list == current.id && c.wanted_card.index == item.index) {
        c.wanted_card = {};
        set_focus(node.id, true);
    }
    opened_ = r.pressed && !c.lift.active && !press_chooses(item, id);
    if (current.id && c.focus == node.id) c.focused_card = {current.id, item.index, node.id};
    if (c.range_anchor.card == id) c.range_anchor.index = item.index;
    if (o.draggable && current.id && !item.lifted && !c.lift.active) {
        bool const by_key = c.focus == node.id && take_key(" ", node.id);
        bool const together = o.chosen && c.chosen_cards > 1;
        if (c.lift_wish == node.id || by_key)
            begin_lift({node.id, key, title, current.key, item.index, together ? chosen_before(item.index) : 0,
                        together ? c.chosen_cards : 1, item.rect, by_key});
    }
    open_node(node.id);
    push_id(node.id);
    float const settled = item.lifted ? 0 : settled_share(id, o.chosen);
    if (item.lifted) {
        float const risen = reduced_motion() ? 1 : std::fmin(1.f, float(c.now_ms - c.lift.began_ms) / 120);
        if (risen < 1) request_frame();
        *state = {true, true, c.lift.by_keyboard || reduced_motion() ? 0 : risen, risen};
    } else if (settled < 1) {
        Rect const from = c.settling.from;
        rect_.x = from.x + (rect_.x - from.x) * settled;
        rect_.y = from.y + (rect_.y - from.y) * settled;
        *state = {true, false, 1 - settled, 1 - settled};
    }
    if (state->in_air) begin_in_air(*state, rect_);
    else draw_lying(rect_, r, o);
}

Card::~Card() {
    auto* state = static_cast<CardState*>(state_);
    if (state->in_air) {
        Context& c = ctx();
        if (state->held && c.lift.together) draw_count(rect_, c.lift.cards);
        float const scale = c.display.scale;
        Point const middle = rect_.center();
        if (state->turn > 0) gfx_rotate(state->first_vertex, {middle.x * scale, middle.y * scale}, state->turn);
        end_layer();
    }
    pop_id();
    close_node();
    delete state;
}

}  // namespace leadkeep::ui
