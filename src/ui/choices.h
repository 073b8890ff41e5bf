// What chooses: check boxes, toggles, radio groups, drop-downs. Each changes its argument and then returns true.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/layout.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace leadkeep::ui {

bool checkbox(std::string_view label, bool& checked, bool enabled = true);
bool toggle(std::string_view label, bool& on, std::string_view description = {});

struct RadioOption {
    std::string label, description;
    bool enabled = true;
};
// Boxes below each other, each with its explanation; `index` -1: none chosen yet.
bool radio_group(std::string_view label, std::span<RadioOption const> options, int& index);

struct SelectOption {
    std::string label;
    std::string detail = {};       // quiet, at the right
    Rgba dot = {0, 0, 0, 0};       // a stage's or tag's colour; alpha 0: none
};
struct SelectOptions {
    std::string_view placeholder;  // shown while index is -1
    bool clearable = false;        // offers "none" (index -1)
    bool hide_label = false;
    bool enabled = true;
    std::string_view error;
    std::string_view id;
    bool inline_look = false;      // like a read value until pointed at (a card's fields)
};
// A drop-down; more than eight options get a search field. Role combobox, its list a listbox.
bool select(std::string_view label, std::span<SelectOption const> options, int& index, SelectOptions const& look = {});

}  // namespace leadkeep::ui
