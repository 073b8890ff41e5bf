// The tree of what is on the screen, recorded by the widgets while they draw: the browser's accessibility mirror, the
// keyboard's focus order and the tests all read it. Widgets of src/ui record themselves; a screen adds only groups.
// Limits: a tree lives for one frame; ids are stable from frame to frame (ImGui ids, made unique).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"

namespace leadkeep::ui {

enum class Role : uint8_t {
    none, text, heading, region, navigation, main, banner, form, search, group, toolbar,
    list, listitem, button, link, checkbox, switch_, radio, radiogroup, tab, tablist, tabpanel,
    textbox, combobox, listbox, option, menu, menuitem, menuitemradio, menuitemcheckbox, dialog, alertdialog, status, alert,
    progressbar, table, row, columnheader, cell, img, separator,
    grid, gridcell
};
char const* role_name(Role role);  // the ARIA name, "switch"

enum class Tristate : uint8_t { unset, off, on, mixed };
// What keyboard a phone shows and how a field is announced.
enum class TextKind : uint8_t { none, text, phone, email, url, number, money, date, multiline, search };

struct NodeStates {
    bool disabled = false, required = false, invalid = false, busy = false, current = false;
    Tristate selected = Tristate::unset, checked = Tristate::unset, expanded = Tristate::unset, pressed = Tristate::unset;
    bool operator==(NodeStates const&) const = default;
};

// How the page draws a field's real <input> while it is being edited; all CSS pixels.
struct EditStyle {
    TextKind kind = TextKind::none;
    float font_px = 13, line_px = 18;
    int weight = 400;
    uint32_t ink_rgb = 0;
    float pad_left_px = 0, pad_right_px = 0, pad_top_px = 0;
    bool align_end = false;
    std::string placeholder;
    int max_length = 0;
    bool operator==(EditStyle const&) const = default;
};

struct Node {
    uint32_t id = 0;
    uint32_t parent = 0;  // 0: the root
    Role role = Role::none;
    std::string name, value, description, keys;  // keys: "Ctrl+K", for aria-keyshortcuts
    NodeStates states;
    Rect rect, clip;             // on the screen; clip is what may be seen of it
    int set_size = 0, position = 0, level = 0;  // "3 of 12", a table's rows and which one; 0: not said
    float progress = -1;         // 0…1 for progressbar; -1: not said
    bool focusable = false;      // in the keyboard's order
    bool modal = false;          // what was recorded before it is out of reach
    int layer = 0;               // 0 the screen, then what was opened over it
    bool scrolls = false;        // a scrolling part: children are placed in its content
    float scroll_x = 0, scroll_y = 0, content_w = 0, content_h = 0;
    EditStyle edit;
};

// A group around the widgets recorded while it lives: region, list, listitem, navigation, form, toolbar…
struct GroupOptions {
    Rect rect;                   // empty: the current layout's area
    std::string_view id;         // default: the name
    std::string_view description;
    NodeStates states;
    int set_size = 0, position = 0;
};
class Group {
public:
    Group(Role role, std::string_view name, GroupOptions const& options = {});
    ~Group();
    Group(Group const&) = delete;
    Group& operator=(Group const&) = delete;
};

// Says something through the polite live region ("Moved to In progress"); a toast does this by itself.
void announce(std::string_view text);

// The tree of the last finished frame, in paint order, and searches in it (tests; name "" means any).
std::vector<Node> const& nodes();
Node const* find(Role role, std::string_view name);
std::vector<Node const*> find_all(Role role, std::string_view name_part = {});
Node const* node_by_id(uint32_t id);
bool reachable(Node const& node);      // not behind a modal, not clipped away
uint32_t focused_node();               // 0: none
std::vector<std::string> announcements();  // since the last call

}  // namespace leadkeep::ui
