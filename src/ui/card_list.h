// Lists whose items can be lifted and dropped in another place or list: the columns of a board. By mouse (a move of
// 4 px lifts), touch (a long press), keyboard (Space lifts, arrows move, Space drops, Escape puts back).
// Only visible items are handed out; a lifted card follows the pointer, turned 1.5°, a dashed place shows where it
// would land, lists scroll by themselves near their edges.
// A chosen card (ui/card_selection.h) lifts all that are chosen with it.
// Limits: all items of a list have one height; one card at a time is held, however many come along.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/buttons.h"
#include "ui/layout.h"

namespace leadkeep::ui {

struct CardListOptions {
    std::string_view name;       // read aloud: "In progress, 12 leads, 340 000 ₽"
    Rect rect;                   // the scrolling part
    int count = 0;
    float item_px = 88, gap_px = card_gap_px;
    Insets pad = {8, 8, 8, 8};   // room for shadows and the foot
    float foot_px = 0;           // room after the last item ("+ Quick lead"); see foot()
    bool accepts_drop = true;
    std::span<int const> chosen = {};  // indices of the cards that are chosen, ascending
};
// CardList list(stage_key, {...}); for (auto const& item : list.items()) { Card card(lead_key, title, item); …draw… }
class CardList {
public:
    struct Item {
        int index = 0;           // in the screen's own list
        Rect rect;               // where it is now (while lifted: at the pointer)
        bool lifted = false;
    };
    CardList(std::string_view key, CardListOptions const& options);
    ~CardList();
    CardList(CardList const&) = delete;
    CardList& operator=(CardList const&) = delete;
    std::span<Item const> items() const;
    Rect foot() const;           // after the last item; may be out of sight

private:
    struct State;
    State* state_;
};

struct CardOptions {
    std::string_view description;  // read after the name: "In progress, overdue"
    bool current = false;          // it is open now
    bool chosen = false;           // together with others, as its list was told
    bool draggable = true;
};
// One card: ground, shadow, hover, focus ring; listitem named by `title`. Draw its content over `rect()`.
class Card {
public:
    Card(std::string_view key, std::string_view title, CardList::Item const& item, CardOptions const& options = {});
    ~Card();
    Card(Card const&) = delete;
    Card& operator=(Card const&) = delete;
    Rect rect() const { return rect_; }
    bool opened() const { return opened_; }    // pressed, or Enter

private:
    Rect rect_;
    bool opened_ = false;
    void* state_ = nullptr;
};

// A card was dropped: put it into `to_list` before the item that now is at `to_index` there (what moves along not
// counted). Told once, in the frame of the drop; the screen shows the new order at once.
enum class Dropped : uint8_t { one, all_chosen };
struct Drop {
    std::string card_key, from_list, to_list;
    int from_index = 0, to_index = 0;
    Dropped what = Dropped::one;
};
std::optional<Drop> take_drop();
bool card_lifted();
std::string_view lift_target();  // the list in which the lifted card would land; "" while none is lifted

}  // namespace leadkeep::ui
