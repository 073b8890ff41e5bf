// Placement in immediate mode: columns, rows, free rectangles. A widget asks the innermost layout for its place:
// in a Column it gets the full width (fields, banners) or its natural width (buttons, pills); in a Row its natural
// width, one after the other. Everything is in CSS pixels.
// Limits: a spacer, a centred row and anything that must know sizes beforehand use those of the last frame (one frame
// late; a change asks for another frame by itself).
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/geometry.h"
#include "ui/theme.h"

namespace leadkeep::ui {

Rect viewport();        // the window
bool is_phone();        // narrower than 720: one column, bottom bar, full-screen panels
bool coarse_pointer();  // fingers: targets ≥ 44
float home_bar_px();    // a phone's home bar lies over so much of the window's foot

// Names what is drawn while it lives, so that equal labels differ: Scope scope(lead.id.uuid.to_string()).
class Scope {
public:
    explicit Scope(std::string_view id);
    explicit Scope(int64_t id);
    ~Scope();
    Scope(Scope const&) = delete;
    Scope& operator=(Scope const&) = delete;
};

enum class Align : uint8_t { start, center, end, stretch };

struct ColumnOptions {
    float gap_px = 8;
    Insets pad;
    Align align = Align::start;  // of natural-width widgets, across
};
// Lays widgets one below the other. Without a rectangle: at the place the surrounding layout gives (its full width).
class Column {
public:
    explicit Column(ColumnOptions const& options = {});
    explicit Column(Rect area, ColumnOptions const& options = {});
    ~Column();
    Column(Column const&) = delete;
    Column& operator=(Column const&) = delete;
};

struct RowOptions {
    float gap_px = 8;
    Insets pad;
    Align align = Align::center;  // up and down
    float height_px = 0;          // 0: that of the tallest
    bool wrap = false;            // on to the next line when full (chips); spacers mean nothing then
    std::string_view id;          // only when a conditional row before it would shift its memory
};
class Row {
public:
    explicit Row(RowOptions const& options = {});
    explicit Row(Rect area, RowOptions const& options = {});
    ~Row();
    Row(Row const&) = delete;
    Row& operator=(Row const&) = delete;
};

// Equal columns beside each other (a form's two columns); falls back to one below `min_column_px`.
// Grid grid({.columns = 2}); then each widget takes the next cell.
struct GridOptions {
    int columns = 2;
    float gap_px = 12, row_gap_px = 12, min_column_px = 200;
};
class Grid {
public:
    explicit Grid(GridOptions const& options = {});
    ~Grid();
    Grid(Grid const&) = delete;
    Grid& operator=(Grid const&) = delete;
};

void spacer();              // in a Row: pushes what follows to the far end (several share the room)
void gap(float px);         // extra room along the layout
void next_width(float px);  // the next widget's width
void next_fill();           // in a Row: the next widget takes all the room that is left
void next_rect(Rect rect);  // the next widget is exactly here and does not move the layout
Rect place(float w_px, float h_px);      // takes room for something drawn by hand; w 0: full width
Rect remaining();                        // what the innermost layout has left (Column: below; Row: right)
Rect last_rect();                        // of the widget placed last (anchors of popups)

// A scrolling part with its own inertia; wheel, touch and keyboard. Widgets inside are laid out in a column.
enum class ScrollAxis : uint8_t { vertical, horizontal };
struct ScrollOptions {
    Rect rect;  // empty: all that remains of the layout
    ScrollAxis axis = ScrollAxis::vertical;
    Insets pad;
    float gap_px = 8;
    float content_px = 0;  // known length of the content (virtual lists); 0: measured
    float page_px = 0;     // horizontal ones: a swipe goes on by this much and no less; 0: it rests anywhere
};
class Scroll {
public:
    explicit Scroll(std::string_view id, ScrollOptions const& options = {});
    ~Scroll();
    Scroll(Scroll const&) = delete;
    Scroll& operator=(Scroll const&) = delete;
    Rect area() const;       // the visible part
    Rect content() const;    // the content's origin and width, moved by the scroll
    float offset_px() const;
    int page() const;        // the one it rests on or is going to
    void go_to_page(int page);
    void scroll_to(float offset_px);
    void reveal(Rect const& rect);  // scrolls as little as shows it

private:
    uint32_t id_;
};

// Only what is visible of many equally high items: for (int i : list) { Rect r = list.rect(i); … }. Inside a Scroll.
struct VisibleRange {
    int first = 0, last = 0;  // last is one past
};
class VirtualRows {
public:
    VirtualRows(int count, float item_px, float gap_px = 0);  // takes the whole height in the layout
    VisibleRange visible() const { return range_; }
    Rect rect(int index) const;

private:
    Rect origin_;
    float step_px_, item_px_;
    VisibleRange range_;
};

}  // namespace leadkeep::ui
