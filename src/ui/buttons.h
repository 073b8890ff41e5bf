// What is pressed: buttons, navigation, chips, tabs, segmented switches, the stage bar. All return true in the frame in
// which they were activated: by pointer, Enter or Space, a screen reader's click, or a test.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/icons.h"
#include "ui/layout.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace leadkeep::ui {

enum class ButtonKind : uint8_t { primary, secondary, ghost, danger };
struct ButtonOptions {
    ButtonKind kind = ButtonKind::secondary;
    Icon icon = Icon::none;
    bool enabled = true;
    bool wide = false;                     // full width of the layout, label centred
    Tristate pressed = Tristate::unset;    // toggle buttons
    std::string_view keys;                 // "Ctrl+Enter": shown in the tooltip, works as a shortcut
    std::string_view description;          // why it is disabled, what it does: tooltip and aria-description
    std::string_view id;                   // where two equal labels share a scope
};
bool button(std::string_view label, ButtonOptions const& options = {});
bool primary_button(std::string_view label);
// How wide such a button is by itself; in CSS pixels.
float button_width(std::string_view label, Icon icon = Icon::none);
// A square button without words; `name` is its tooltip and what is read aloud.
bool icon_button(Icon icon, std::string_view name, ButtonOptions const& options = {.kind = ButtonKind::ghost});
// A line of text that is pressed ("+ Quick lead", "Show all"); quiet: in text 3.
enum class LinkLook : uint8_t { accent, quiet };
bool text_button(std::string_view label, LinkLook look = LinkLook::accent, Icon icon = Icon::none);

// A pill that is pressed ("mobile" beside a phone's number); as high as a value that is edited in its place.
bool pill_button(std::string_view label, std::string_view id = {});

// An entry of the main navigation; count < 0: none. `compact`: icon over a small label (phone's bottom bar).
enum class NavLook : uint8_t { side, bottom };
bool nav_item(Icon icon, std::string_view label, int64_t count, bool current, NavLook look = NavLook::side);

enum class ChipAnswer : uint8_t { none, pressed, removed };
// A filter. Selected and removable chips carry a ×.
ChipAnswer chip(std::string_view label, bool selected, bool removable = false);

// One of a few; returns true when `index` changed.
bool segmented(std::string_view name, std::span<std::string const> labels, int& index);
bool tabs(std::string_view name, std::span<std::string const> labels, int& index);

// The stages a card goes through as coloured segments. Returns the index pressed, or -1.
struct StageSegment {
    std::string label;
    Rgba color;
};
int stage_bar(std::string_view name, std::span<StageSegment const> stages, int current);

// A whole area that is pressed (a card, a table's line). Draw over `rect` what it shows; widgets drawn on it later win
// over it. Records `role` named `name`; returns true when activated.
struct AreaOptions {
    Role role = Role::button;
    std::string_view id;
    std::string_view description;
    NodeStates states;
    int set_size = 0, position = 0;
};
struct AreaAnswer {
    bool pressed = false, hovered = false, focused = false;
    bool by_pointer = false;  // pressed by it, not by a key or a screen reader
    explicit operator bool() const { return pressed; }
};
AreaAnswer area(std::string_view name, Rect rect, AreaOptions const& options = {});

// A tooltip for the widget placed last; shows after a moment of rest or at once on keyboard focus.
void tooltip(std::string_view text);

// True in the frame in which the chord was pressed: "Ctrl+K", "Ctrl+Shift+Z", "?", "Delete". Ctrl is ⌘ on a Mac. Works
// on any layout; chords without Ctrl or Alt stay silent while a field is edited. Only chords asked for in the last
// frame are taken from the browser.
bool shortcut(std::string_view chord);

}  // namespace leadkeep::ui
