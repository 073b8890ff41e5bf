// What a board keeps between frames: the quick form that is open, what narrows it, the list in its place, the chosen cards.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/board_query.h"
#include "app/snapshots.h"
#include "ui/table.h"
#include "views/card_choice.h"
#include "views/column_state.h"

namespace leadkeep::views {

// The cards of a board as lines; put in order anew when one of the keys changes.
struct CardListState {
    ui::TableSort sort;  // none: as on the board
    uint64_t revision = ~uint64_t{0};
    app::BoardQuery query;
    app::ListOrder order;
    std::vector<Uuid> cards;
};

struct BoardState {
    std::optional<StageId> quick_stage;  // the column whose quick form is open
    bool quick_focus = false;            // it takes the keyboard in the next frame
    bool quick_editing = false;          // it had the keyboard in the last frame
    std::string quick_text;
    int quick_round = 0;                 // a new field after each addition, so that no old text stays

    std::array<app::BoardFilter, 2> filters;  // by app::Board
    // The board as search and filter leave it; made anew when one of the keys changes.
    struct Narrowed {
        uint64_t revision = ~uint64_t{0};
        app::BoardQuery query;
        app::BoardView view;
    } narrowed;

    bool filters_open = false;                // on a phone, where they are out of the way else
    BoardLook look = BoardLook::columns;
    std::array<CardListState, 2> lists;       // by app::Board

    ColumnState columns;
    Density density = Density::comfortable;

    CardChoice choice;
    std::string new_tag;        // typed for all chosen cards

    int phone_column = 0;       // the one whose tab is marked
    int revealed_tab = -1;      // and scrolled into sight
};

}  // namespace leadkeep::views
