// The rectangle that chooses the cards it touches. It lies on the lists' contents: what has scrolled out of sight under
// it stays chosen, and each list is reckoned by its own scrolling.
#include "ui/card_lasso.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "ui/buttons.h"
#include "ui/card_lift.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

struct Lasso {
    bool drawn = false, ended = false, joins = false, told = false;
    Point start;
    uint32_t list = 0, across = 0;                // whose scrolling carries its first corner
    std::unordered_map<uint32_t, float> offsets;  // of the scrolls as it began
    std::vector<CardRange> ranges;                // as they were told
} lasso;
uint32_t board_ground = 0;

// How far a scroll has moved since the rectangle was begun.
float moved_by(uint32_t scroll) {
    auto const at = lasso.offsets.find(scroll);
    return at == lasso.offsets.end() ? 0 : ctx().scrolls[scroll].offset - at->second;
}

Rect lasso_rect() {
    Point const from{lasso.start.x - moved_by(lasso.across), lasso.start.y - moved_by(lasso.list)};
    Point const to = ctx().pointer;
    return {std::fmin(from.x, to.x), std::fmin(from.y, to.y), std::fabs(from.x - to.x), std::fabs(from.y - to.y)};
}

// The cards of one list that it touches, by index arithmetic: most of them may not be laid out.
CardRange touched_cards(CardListInfo const& info) {
    CardRange const none{info.key, 0, 0};
    Rect const& list = info.rect;
    float const left = lasso.start.x - moved_by(info.across), right = ctx().pointer.x;
    if (std::fmax(left, right) < list.x + info.pad.left || std::fmin(left, right) > list.right() - info.pad.right) return none;
    float const from = lasso.start.y, to = ctx().pointer.y;
    if (std::fmax(from, to) < list.y || std::fmin(from, to) > list.bottom()) return none;
    auto const in_content = [&](float y, float offset) { return std::fmax(list.y, std::fmin(y, list.bottom())) - list.y + offset; };
    float const offset = ctx().scrolls[info.id].offset;
    float const a = in_content(from, offset - moved_by(info.id)), b = in_content(to, offset);
    float const low = std::fmin(a, b), high = std::fmax(a, b);
    int const first = int(std::floor((low - info.pad.top - info.item_px) / info.step_px)) + 1;
    int const last = int(std::ceil((high - info.pad.top) / info.step_px));
    CardRange range{info.key, std::max(0, std::min(first, info.count)), std::max(0, std::min(last, info.count))};
    return range.first < range.last ? range : none;
}

bool same(std::vector<CardRange> const& a, std::vector<CardRange> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](CardRange const& x, CardRange const& y) {
        return x.list == y.list && x.first == y.first && x.last == y.last;
    });
}

void tell_ranges() {
    std::vector<CardRange> ranges;
    for (CardListInfo const& info : ctx().card_lists)
        if (CardRange range = touched_cards(info); range.first < range.last) ranges.push_back(std::move(range));
    if (lasso.told && same(ranges, lasso.ranges)) return;
    lasso.ranges = ranges;
    PickStep const step = std::exchange(lasso.told, true) ? PickStep::goes_on : PickStep::begins;
    pick({lasso.joins ? PickKind::join : PickKind::replace, step, std::move(ranges)});
}

}  // namespace

bool begin_lasso(uint32_t ground) {
    Context& c = ctx();
    if (!ground || ground != board_ground || c.lift.active) return false;
    lasso = {};
    lasso.drawn = true;
    lasso.joins = c.press_shift || c.press_ctrl;
    lasso.start = c.press_origin;
    for (auto const& [id, scroll] : c.scrolls) lasso.offsets[id] = scroll.offset;
    for (CardListInfo const& info : c.card_lists) {
        lasso.across = info.across;
        if (info.rect.contains(lasso.start)) lasso.list = info.id;
    }
    request_frame();
    return true;
}

// Where the pointer was let go still counts: the board tells it when it is drawn.
bool end_lasso() {
    if (!lasso.drawn) return false;
    lasso.ended = true;
    request_frame();
    return true;
}

void advance_lasso() {
    Context& c = ctx();
    if (!lasso.drawn || lasso.ended) return;
    if (c.pointer_lost) {
        end_lasso();
    } else if (take_key("Escape")) {
        if (lasso.told) pick({PickKind::join, PickStep::goes_on, {}});
        lasso = {};
        request_frame();
    } else {
        scroll_at_edges();
    }
}

CardBoard::CardBoard(Rect rect, int chosen) : rect_(rect), id_(id_of("card board")) {
    Context& c = ctx();
    if (std::exchange(c.chosen_cards, chosen) > 0 && chosen == 0) c.range_anchor = {};
    board_ground = id_;
    ground(rect, id_);
    if (lasso.drawn) return;
    bool const plain = !c.press_touch && !c.press_shift && !c.press_ctrl;
    ground_pressed_ = c.ground_pressed == id_ && chosen == 0;
    if (chosen > 0 && !c.lift.active && ((c.ground_pressed == id_ && plain) || shortcut("Escape"))) pick({PickKind::replace, PickStep::begins, {}});
}

CardBoard::~CardBoard() {
    if (!lasso.drawn) return;
    tell_ranges();
    if (lasso.ended) {
        lasso = {};
        return;
    }
    Clip clip(rect_);
    Rect const drawn = lasso_rect();
    fill(drawn, color(Token::accent).with_alpha(is_dark() ? 0.16f : 0.10f), 3);
    stroke(drawn, color(Token::accent), 3, 1);
}

}  // namespace leadkeep::ui
