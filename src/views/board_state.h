// What a board keeps between frames: the quick form that is open, the columns narrowed by the search, the chosen cards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/snapshots.h"
#include "views/card_choice.h"
#include "views/column_state.h"

namespace leadkeep::views {

struct BoardState {
    std::optional<StageId> quick_stage;  // the column whose quick form is open
    bool quick_focus = false;            // it takes the keyboard in the next frame
    bool quick_editing = false;          // it had the keyboard in the last frame
    std::string quick_text;
    int quick_round = 0;                 // a new field after each addition, so that no old text stays

    // The columns as the search leaves them; rebuilt when one of the keys changes.
    struct Narrowed {
        uint64_t revision = ~uint64_t{0};
        app::Board board = app::Board::leads;
        std::string search;
        std::vector<std::vector<Uuid>> columns;
        int64_t total = 0;
    } narrowed;

    ColumnState columns;
    Density density = Density::comfortable;

    CardChoice choice;
    std::string new_tag;        // typed for all chosen cards

    int phone_column = 0;       // the one whose tab is marked
    int revealed_tab = -1;      // and scrolled into sight
};

}  // namespace leadkeep::views
