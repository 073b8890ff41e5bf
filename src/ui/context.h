// The interface's own state between and during frames. Only src/ui/*.cpp include it; screens never do.
// Limits: one interface a process; pointers into it are good for one frame.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imgui.h"
#include "platform/display.h"
#include "platform/input.h"
#include "ui/card_selection.h"
#include "ui/geometry.h"
#include "ui/id_table.h"
#include "ui/layout.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace leadkeep::ui {

// What the pointer can meet, in paint order; the last one that contains it wins.
enum class HitKind : uint8_t { widget, ground, scroll };
enum class Lift : uint8_t { no, yes };
struct Hit {
    uint32_t id = 0;
    Rect rect;                    // what is visible of it
    HitKind kind = HitKind::widget;
    ScrollAxis axis = ScrollAxis::vertical;
    Lift lift = Lift::no;
    platform::Cursor cursor = platform::Cursor::pointer;
    int layer = 0;                // 0 the screen, 1… overlays by the order they were opened in
};

// A stop of the keyboard. Members of a group are one stop for Tab; arrows move among them.
enum class Arrows : uint8_t { none, horizontal, vertical, both, cards };
struct Stop {
    uint32_t id = 0, group = 0;
    Rect rect;
    Arrows arrows = Arrows::none;
    bool entry = false;           // where Tab enters the group
    bool typed = false;           // a text field
    bool lifts = false;           // a card
    int layer = 0;
};

struct ScrollState {
    float offset = 0, target = 0, velocity = 0;   // velocity: px/ms of a fling
    float shown = 0;                              // the offset of the last frame
    float content = 0, view = 0, known = 0;       // known: the content's length as the screen told it
    double touched_ms = -1e9;                     // for the bar's fading
    float page = 0;                               // it rests on multiples of this; 0: anywhere
    float glide_from = 0;                         // on the way to `target` while gliding
    double glide_ms = 0;                          // since when
    bool gliding = false;
    uint64_t last_frame = 0;
};

// One layout of the stack; see layout.cpp.
enum class LayoutKind : uint8_t { column, row, grid };
struct LayoutMemory {
    float length = 0, across = 0;  // of the content, without the spacers' room
    int spacers = 0;
    uint64_t last_frame = 0;
};
struct Layout {
    LayoutKind kind = LayoutKind::column;
    uint32_t id = 0;
    Rect area;                     // inside the padding
    Rect outer;                    // as the parent gave it
    float cursor = 0, across = 0;  // along and across, from the area's origin
    float line_start = 0;          // wrapped rows: where the line begins, across
    float gap = 0;
    Align align = Align::start;
    Insets pad;
    bool wrap = false, fixed_height = false, given_rect = false, first = true;
    int spacers = 0, column = 0, columns = 1, children = 0;
    float row_gap = 0, spacer_px = 0;
    LayoutMemory memory;           // of the last frame
};

struct EditSession {
    uint32_t node = 0;             // 0: no field has the keyboard
    std::string start, draft;
    uint32_t revision = 0;
    bool ending = false;           // leaves after this frame
    bool refused = false;          // it stands over a value it could not become: Escape brings that back
};
// See refused_texts.h.
struct RefusedText {
    uint32_t field = 0, overlay = 0, subject = 0;  // overlay 0: the screen or a popup
    uint64_t last_frame = 0;
    std::string value, typed;
};
struct EditEvent {
    platform::InputKind kind;
    uint32_t node;
    std::string text;
};

// A focus to come back to. Its widget may be gone by then: Tab goes on from its place among the stops.
struct SavedFocus {
    uint32_t id = 0;
    size_t place = 0;
};
struct OverlayState {
    uint32_t id = 0;
    SavedFocus saved_focus;
    uint32_t subject = 0;          // of a side panel
    std::string held_name;         // what had the keyboard in it when the subject changed
    bool modal = false, seen = false, fresh = true, focus_field = false;
    double opened_ms = 0;
    float body_px = 0;             // its content's height in the last frame
    float foot_px = 0;
    float width_px = 0;
};
struct OpenPopup {
    uint32_t id = 0;
    Rect anchor;
    uint64_t drawn_frame = 0;      // one that nobody draws any more closes
};
// A card in the air: where it came from, where it would land. Places to land are counted among the cards that stay.
struct LiftedCard {
    bool active = false, by_keyboard = false, by_touch = false;
    bool together = false;         // all chosen cards are in the air with it
    bool carried = false;          // the pointer has moved since: a finger that only held the card chooses it
    int cards = 1;
    uint32_t card = 0;
    std::string key, title, from_list, to_list;
    int from_index = 0, to_index = 0;
    int home_index = 0;            // where it would land if nothing had moved
    Point origin;                  // of the pointer
    double began_ms = 0;
    Rect rect;                     // as it lay
    Point grab;                    // of the pointer, within it
    Rect landing;                  // where it would land
    uint64_t source_frame = 0;     // its own list was drawn
};
// A card on its way from where it was let go to where it lies now.
struct SettlingCard {
    uint32_t card = 0;
    Rect from;
    bool together = false;
    double since_ms = 0;
};
struct CardListInfo {
    std::string key, name;
    uint32_t id = 0;
    uint32_t across = 0;           // the scroll in which the lists stand beside each other
    Rect rect;
    Insets pad;
    float item_px = 0, step_px = 0;
    int count = 0;                 // without lifted cards
    bool accepts = true;
    uint64_t frame = 0;
};
struct CardPlace {
    uint32_t list = 0;
    int index = -1;
    uint32_t card = 0;
};
struct Toast {
    std::string text, action;
    std::function<void()> on_action;
    double until_ms = 0, shown_ms = 0;
    int number = 0;
};

// Where the open calendar is.
struct CalendarCursor {
    int64_t day = 0;               // since 1970-01-01; the keyboard's, its month is shown
    bool placed = false, times_shown = false;
};

// The tag field that is typed into: its text, and what is offered for it.
struct TagFieldState {
    uint32_t id = 0;
    std::string text;
    int chosen = -1;               // of what is offered, by the arrows
    std::string taken;             // pressed in the last frame
    Rect offers;
};
struct ChartPoint {
    uint32_t chart = 0;
    int point = -1;                // the one that the keyboard is at
};
// A table's column being made wider or narrower by the pointer.
struct ColumnDrag {
    uint32_t handle = 0;           // held now; 0: none
    bool moved = false;
    float width_px = 0;            // when it was taken
    uint32_t pressed = 0;          // the last press without a movement, for double presses
    double pressed_ms = -1e9;
};

struct Clipping {
    Rect rect;
};

struct Context {
    // the machine
    platform::Display display;
    Rect viewport;
    double now_ms = 0;
    float step_ms = 0;                // since the frame before, at most 50
    uint64_t frame = 1;
    int64_t frames_drawn = 0;
    double cpu_ms = 0;
    std::function<void()> draw_screen;

    // while drawing
    std::vector<uint32_t> ids;
    std::vector<Clipping> clips;
    std::vector<Layout> layouts;
    std::vector<ImDrawList*> lists;
    std::vector<uint32_t> parents;
    std::vector<uint32_t> groups;          // keyboard groups, with their arrows
    std::vector<Arrows> group_arrows;
    std::vector<bool> disabled;
    float next_width = 0;
    bool next_fill = false, has_next_rect = false;
    Rect next_rect, last_rect;
    uint32_t last_id = 0;
    float toast_floor_px = 0;              // what stands at the bottom of the screen, under the toast

    // the tree, the pointer's and the keyboard's lists: being built, and of the last frame
    std::vector<Node> building, finished;
    IdTable finished_index;                // places in `finished`
    IdTable used_ids;
    std::vector<Hit> hits_building, hits;
    std::vector<Stop> stops_building, stops;
    size_t modal_node = 0, modal_stop = 0;  // where the topmost modal begins (lists are in the layers' order)
    int layer = 0, modal_layer_building = 0;
    std::vector<std::string> shortcuts_building, shortcuts;
    std::vector<std::string> said, said_to_page;

    // input
    std::vector<platform::InputEvent> queue;
    Point pointer{-1, -1};
    platform::PointerKind pointer_kind = platform::PointerKind::mouse;
    bool pointer_inside = false, pointer_held = false;
    bool shift = false, ctrl = false, alt = false;
    uint32_t hot = 0;                 // under the pointer
    uint32_t active = 0;              // pressed and not yet let go
    uint32_t pressed = 0;             // activated in this frame
    bool pressed_by_key = false;
    uint32_t context_pressed = 0;     // secondary button, long press without lift
    Point press_origin;
    double press_ms = 0;
    bool press_shift = false, press_ctrl = false, press_touch = false;  // as the press began; not a screen reader's
    uint32_t press_ground = 0;        // the ground that was pressed, where no widget was
    uint32_t ground_pressed = 0;      // pressed and let go there, in this frame
    bool moved = false, panning = false;
    bool pointer_lost = false;        // in this frame it was taken away in the middle of a press
    uint32_t pan_scroll = 0;
    ScrollAxis pan_axis = ScrollAxis::vertical;
    Point pan_last;
    double pan_ms = 0;
    float pan_velocity = 0;           // px/ms of the last moves, smoothed
    float pan_from = 0;               // the offset it began at
    double edge_since_ms = 0;         // a lifted card waits at the edge of a paged scroll; 0: it does not
    uint32_t lift_wish = 0;           // a draggable hit whose press became a drag, this frame on
    bool lift_dropped = false;
    platform::Cursor cursor = platform::Cursor::arrow;
    // the one key of this frame; empty when none or once it was used
    std::string key;
    platform::InputEvent key_event;

    // keyboard focus
    uint32_t focus = 0;
    size_t focus_place = 0;  // among the stops, when it was last seen there
    bool focus_visible = false;
    bool page_focused = false;
    std::unordered_map<uint32_t, uint32_t> last_in_group;
    uint32_t wanted_focus = 0;        // to be focused as soon as it is recorded
    std::string wanted_field;
    uint32_t begin_edit = 0;          // tell the page after this frame
    bool end_edit = false;

    EditSession edit;
    std::vector<EditEvent> edit_events;
    std::vector<RefusedText> refused_texts;
    uint32_t walked_field = 0;        // while it is edited, up and down walk the list below it
    std::unordered_map<uint32_t, uint64_t> field_seen;  // for autofocus

    std::unordered_map<uint32_t, ScrollState> scrolls;
    std::vector<uint32_t> scroll_stack;
    uint32_t reveal = 0;              // the focused widget, to be scrolled into sight
    std::unordered_map<uint32_t, LayoutMemory> layout_memory;
    struct Animation {
        float from = 0, to = 0;
        double start_ms = 0;
        uint64_t last_frame = 0;
    };
    std::unordered_map<uint32_t, Animation> animations;
    std::vector<OverlayState> overlays;
    int modal_layer = 0;              // of the topmost modal, 0: none
    std::vector<OpenPopup> popups;
    size_t popup_depth = 0;           // of what is being drawn
    std::vector<std::function<void()>> on_top;
    Toast toast;
    std::string select_filter;
    CalendarCursor calendar;
    TagFieldState tag_field;
    ChartPoint chart_point;
    ColumnDrag column_drag;
    std::unordered_map<uint32_t, std::vector<float>> column_fits;  // by table
    struct {
        uint32_t table = 0, node = 0;
        int row = 0, wanted = -1;
    } table_row;                      // the row of a table that has the keyboard, and the one that gets it
    uint32_t card_list_node = 0;      // the role=list being filled
    LiftedCard lift;
    std::vector<CardListInfo> card_lists;
    CardPlace focused_card, wanted_card;
    CardPlace press_from;             // the card that had the keyboard as the press began
    CardPlace range_anchor;           // where Shift's range begins
    bool range_begins = false;        // no range was drawn from it yet
    float row_y = -1;                 // kept while arrows go from list to list; -1: not on the way
    int chosen_cards = 0;             // on the board that is shown
    std::vector<CardPick> card_picks; // asked for and not yet told
    int lift_round = 0;               // cards change places only when a lift ends
    SettlingCard settling;
    bool scrolled = false;            // something moved since the last frame
    double mirror_due_ms = 0;         // the page's tree may lag so long while things move
    bool wants_frame = false;
    bool relayout = false;            // something turned out another size: lay out again before showing it
    bool another_step = false;        // of this frame follows for certain: what this one draws is never seen
    bool may_relayout = false;        // …and if `relayout` is set, too
    double wake_ms = 0;
};

Context& ctx();

// ---- ids
uint32_t id_of(std::string_view name);            // within the present scope
uint32_t id_of(uint32_t parent, std::string_view name);
void push_id(uint32_t id);
void pop_id();

// ---- drawing targets, see context.cpp
ImDrawList& list();
// A layer is an ImGui window over the whole screen, above all begun before it; layouts and clips start afresh.
void begin_layer(char const* name, Rect area);
void end_layer();
Rect clip();                                      // the present clip
float to_px(float css);                           // to physical pixels, not rounded
float snap(float css);                            // to the nearest physical pixel, in CSS pixels
Rect snap(Rect rect);
ImU32 col(Rgba color);
bool is_unseen();                                 // what is drawn now will be drawn anew before it is shown

// ---- recording, see semantics.cpp
Node& record(Role role, std::string_view name, Rect rect, uint32_t id = 0);
Node* recorded(uint32_t id);                      // in this frame; nullptr: not
void open_node(uint32_t id);                      // following nodes become its children
void close_node();
void say(std::string_view text);

// ---- layout, see layout.cpp
enum class Width : uint8_t { natural, full };
Rect take(float w_px, float h_px, Width width = Width::natural);
float coming_width(float natural);                // what take() will give a full-width widget; natural: in a row
void open_layout(LayoutKind kind, Rect area, float gap, Insets pad, Align align, uint32_t id, bool given_rect);
Layout close_layout();

}  // namespace leadkeep::ui
