// A board of cards by their names, for tests of lists, dragging and choosing: three lists of the width and place that a
// desktop has, or one beside the other as on a phone.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "ui/ui_stage.h"

namespace leadkeep::tests {

struct CardBoardScreen {
    std::vector<std::vector<std::string>> lists = {{"A1", "A2", "A3"}, {"B1", "B2"}, {}};
    std::set<std::string> chosen, before;
    std::string opened;
    int laid_out = 0, drops = 0;
    float page_px = 0;  // of a phone
    int page = 0;

    static std::string name(size_t list) { return "List " + std::to_string(list); }
    static std::vector<std::string> cards(std::string const& letter, int count) {
        std::vector<std::string> all;
        for (int i = 1; i <= count; i++) all.push_back(letter + std::to_string(i));
        return all;
    }
    std::string order(size_t list) const {
        std::string all;
        for (auto const& key : lists[list]) all += key + " ";
        return all;
    }
    std::string chosen_names() const {
        std::string all;
        for (auto const& key : chosen) all += key + " ";
        return all;
    }

    void draw() {
        laid_out = 0;
        {
            ui::CardBoard ground({0, 20, 1000, 660}, int(chosen.size()));
            bool const phone = page_px > 0;
            float const step = phone ? page_px : 296;
            ui::Scroll scroll("columns", {.rect = {0, 40, phone ? page_px + 20 : 1000, 640},
                                          .axis = ui::ScrollAxis::horizontal,
                                          .content_px = phone ? float(lists.size()) * page_px + 20 : 20 + step * float(lists.size()),
                                          .page_px = page_px});
            page = scroll.page();
            float const x = scroll.content().x + (phone ? 16 : 20);
            for (size_t i = 0; i < lists.size(); i++) draw_list(i, {x + step * float(i), 60, step - 12, 600});
        }
        for (auto const& pick : ui::take_card_picks()) take(pick);
        if (auto drop = ui::take_drop()) move(*drop);
    }

private:
    void draw_list(size_t i, ui::Rect rect) {
        std::vector<int> places;
        for (size_t at = 0; at < lists[i].size(); at++)
            if (chosen.contains(lists[i][at])) places.push_back(int(at));
        std::string const key = name(i);
        ui::CardList list(key, {.name = key + ", " + std::to_string(lists[i].size()) + " leads", .rect = rect,
                                .count = int(lists[i].size()), .chosen = places});
        for (auto const& item : list.items()) {
            std::string const& card_key = lists[i][size_t(item.index)];
            ui::Card card(card_key, card_key, item, {.chosen = chosen.contains(card_key)});
            if (card.opened()) opened = card_key;
            laid_out++;
        }
    }
    void take(ui::CardPick const& pick) {
        if (pick.step == ui::PickStep::begins) before = chosen;
        std::set<std::string> picked;
        for (auto const& range : pick.ranges)
            for (int i = range.first; i < range.last; i++) picked.insert(lists[size_t(range.list.back() - '0')][size_t(i)]);
        if (pick.kind == ui::PickKind::toggle) {
            for (auto const& key : picked)
                if (chosen.erase(key) == 0) chosen.insert(key);
            return;
        }
        chosen = pick.kind == ui::PickKind::join ? before : std::set<std::string>();
        chosen.insert(picked.begin(), picked.end());
    }
    void move(ui::Drop const& drop) {
        drops++;
        std::vector<std::string> moving;
        auto const comes_along = [&](std::string const& key) {
            return drop.what == ui::Dropped::all_chosen ? chosen.contains(key) : key == drop.card_key;
        };
        for (auto& list : lists) {
            std::copy_if(list.begin(), list.end(), std::back_inserter(moving), comes_along);
            std::erase_if(list, comes_along);
        }
        auto& to = lists[size_t(drop.to_list.back() - '0')];
        to.insert(to.begin() + drop.to_index, moving.begin(), moving.end());
    }
};

}  // namespace leadkeep::tests
