// Presses and keys that choose cards; the rectangle is in card_lasso.cpp.
#include "ui/card_selection.h"

#include <algorithm>
#include <utility>

#include "ui/buttons.h"
#include "ui/card_lasso.h"
#include "ui/interact.h"
#include "ui/motion.h"

namespace leadkeep::ui {

void pick(CardPick one) {
    ctx().card_picks.push_back(std::move(one));
    ctx().relayout = true;
    request_frame();
}

void pick_toggle(std::string_view list, CardPlace place) {
    Context& c = ctx();
    c.range_anchor = place;
    c.range_begins = true;
    pick({PickKind::toggle, PickStep::begins, {{std::string(list), place.index, place.index + 1}}});
}

void pick_range(std::string_view list, CardPlace from, int to_index) {
    Context& c = ctx();
    if (c.range_anchor.list != from.list) {
        c.range_anchor = from;
        c.range_begins = true;
    }
    auto const [low, high] = std::minmax(c.range_anchor.index, to_index);
    PickStep const step = std::exchange(c.range_begins, false) ? PickStep::begins : PickStep::goes_on;
    pick({PickKind::join, step, {{std::string(list), low, high + 1}}});
}

void pick_list(std::string_view list, int count) { pick({PickKind::replace, PickStep::begins, {{std::string(list), 0, count}}}); }

void choosing_keys(std::string_view list, int count) {
    CardPlace const place = ctx().focused_card;
    if (shortcut("Ctrl+A")) pick_list(list, count);
    if (shortcut("Ctrl+ ") || shortcut("X")) pick_toggle(list, place);
}

std::vector<CardPick> take_card_picks() { return std::exchange(ctx().card_picks, {}); }

}  // namespace leadkeep::ui
