// Several cards chosen together on a board's lists: by Ctrl or Shift and a press, a rectangle drawn on empty ground, keys,
// or a finger that holds a card and lets go. The screen keeps what is chosen; from here it hears by places in lists, so
// that cards that are not laid out are chosen as well.
// Limits: one board is shown at a time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/geometry.h"

namespace leadkeep::ui {

struct CardRange {
    std::string list;
    int first = 0, last = 0;  // in the screen's own list; last is one past
};
enum class PickKind : uint8_t {
    toggle,   // the one card that is told
    replace,  // these and no others
    join      // these, beside those that were chosen when the gesture began
};
enum class PickStep : uint8_t { begins, goes_on };
struct CardPick {
    PickKind kind = PickKind::toggle;
    PickStep step = PickStep::begins;  // of its gesture: a rectangle and Shift's range tell more than once
    std::vector<CardRange> ranges;
};

// Around a board's lists: its ground takes the rectangle, Escape and a press on the ground let go of what is chosen.
class CardBoard {
public:
    // `chosen`: how many cards of the board are chosen now.
    CardBoard(Rect rect, int chosen);
    ~CardBoard();
    CardBoard(CardBoard const&) = delete;
    CardBoard& operator=(CardBoard const&) = delete;
    bool ground_pressed() const { return ground_pressed_; }  // and nothing was chosen that it let go of

private:
    Rect rect_;
    uint32_t id_ = 0;
    bool ground_pressed_ = false;
};
// What was asked for, each told once; ask after the CardBoard is gone.
std::vector<CardPick> take_card_picks();

}  // namespace leadkeep::ui
