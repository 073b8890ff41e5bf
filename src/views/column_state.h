// What a person does to columns between two frames: which are collapsed on this device, the name that is being typed,
// what the menu opens next, the two dialogs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

#include "app/snapshots.h"
#include "views/loss_dialog.h"

namespace leadkeep::views {

enum class Density : uint8_t { comfortable, compact };
enum class BoardLook : uint8_t { columns, list };

struct StageForm {
    app::Board board = app::Board::leads;
    StageId after;
    std::string name, error;
    uint32_t colour_rgb = 0;
};
struct StageDeletion {
    app::Board board = app::Board::leads;
    StageId stage;
    int64_t cards = 0;
    int to = -1;  // of the other stages, in the board's order
    LossAnswer loss;
};

struct ColumnState {
    std::unordered_set<Uuid> collapsed;  // see column_layout.h
    std::unordered_set<Uuid> sprung;     // of them, those that a card hanging over opened until it is dropped
    Uuid hovered;                        // a card hangs over it
    double hovered_since_ms = 0;

    std::optional<StageId> renaming;
    Uuid pressed_name;                   // the second press soon after renames
    double name_pressed_ms = 0;

    enum class Popup : uint8_t { none, sort, colour, stall } next = Popup::none;
    StageId next_of;                     // what its menu asked for opens in the next frame

    std::optional<StageForm> form;
    std::optional<StageDeletion> deletion;
};

}  // namespace leadkeep::views
