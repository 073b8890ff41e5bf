// The stack of layouts. A layout's size is known when it closes; until then its last frame's size stands in.
#include "ui/layout.h"

#include <cmath>

#include "ui/context.h"
#include "ui/motion.h"

namespace leadkeep::ui {

namespace {

bool near(float a, float b) { return std::fabs(a - b) < 0.5f; }

float row_height(Layout const& l) { return l.fixed_height ? l.area.h : l.memory.across; }

float aligned(Align align, float room, float size) {
    if (align == Align::center) return (room - size) / 2;
    return align == Align::end ? room - size : 0;
}

Rect take_in_column(Layout& l, float w, float h, bool full) {
    if (!l.first) l.cursor += l.gap;
    l.first = false;
    float const width = full ? l.area.w : std::fmin(w, l.area.w);
    float const x = full || l.align == Align::stretch ? 0 : std::fmax(0.f, aligned(l.align, l.area.w, width));
    Rect const rect{l.area.x + x, l.area.y + l.cursor, l.align == Align::stretch ? l.area.w : width, h};
    l.cursor += h;
    l.across = std::fmax(l.across, width);
    return rect;
}

Rect take_in_row(Layout& l, float w, float h, bool fills) {
    if (!l.first) l.cursor += l.gap;
    if (l.wrap && !l.first && l.cursor + w > l.area.w + 0.5f) {
        l.line_start += l.across + l.gap;
        l.cursor = 0, l.across = 0;
    }
    l.first = false;
    float width = w;
    if (fills) {
        l.spacers++;
        width = l.spacer_px;
    }
    float const room = l.wrap ? h : std::fmax(row_height(l), h);
    float const y = l.align == Align::stretch ? 0 : aligned(l.align, room, h);
    Rect const rect{l.area.x + l.cursor, l.area.y + l.line_start + y, width,
                    l.align == Align::stretch && room > h ? room : h};
    l.cursor += width;
    l.across = std::fmax(l.across, h);
    return rect;
}

Rect take_in_grid(Layout& l, float w, float h, bool full) {
    float const cell = (l.area.w - l.gap * float(l.columns - 1)) / float(l.columns);
    if (l.column == l.columns) {
        l.cursor += l.across + l.row_gap;
        l.column = 0, l.across = 0;
    }
    Rect const rect{l.area.x + float(l.column) * (cell + l.gap), l.area.y + l.cursor, full ? cell : std::fmin(w, cell), h};
    l.column++;
    l.across = std::fmax(l.across, h);
    return rect;
}

// A nested layout turned out higher than its last frame's size.
void settle_in_parent(Layout& parent, float taken_h, float real_h) {
    if (parent.kind == LayoutKind::column) parent.cursor += real_h - taken_h;
    else parent.across = std::fmax(parent.across, real_h);
}

void open_nested(LayoutKind kind, float gap, Insets pad, Align align, std::string_view name, Width width) {
    Context& c = ctx();
    Layout& parent = c.layouts.back();
    int const ordinal = parent.children++;
    uint32_t const id = name.empty() ? id_of(parent.id ^ uint32_t(kind) << 20, {reinterpret_cast<char const*>(&ordinal), sizeof ordinal})
                                     : id_of(parent.id, name);
    LayoutMemory const memory = c.layout_memory[id];
    bool const row = kind == LayoutKind::row;
    float const h = (row ? memory.across : memory.length) + pad.top + pad.bottom;
    float const w = (row ? memory.length : memory.across) + pad.left + pad.right;
    Rect const left = remaining();
    Rect rect = take(w, h, memory.spacers ? Width::full : width);
    if (parent.kind == LayoutKind::column) rect.h = std::fmax(rect.h, left.bottom() - rect.y);
    open_layout(kind, rect, gap, pad, align, id, false);
    c.layouts.back().outer.h = h;  // what was taken of the parent
}

}  // namespace

void open_layout(LayoutKind kind, Rect area, float gap, Insets pad, Align align, uint32_t id, bool given_rect) {
    Context& c = ctx();
    Layout l;
    l.kind = kind, l.id = id, l.outer = area, l.area = area.inset(pad), l.gap = gap, l.pad = pad, l.align = align;
    l.given_rect = given_rect;
    l.memory = c.layout_memory[id];
    if (kind == LayoutKind::row) {
        l.fixed_height = given_rect;
        if (l.memory.spacers) l.spacer_px = std::fmax(0.f, (l.area.w - l.memory.length) / float(l.memory.spacers));
        else l.spacer_px = 0;
    }
    c.layouts.push_back(l);
}

Layout close_layout() {
    Context& c = ctx();
    Layout const l = c.layouts.back();
    c.layouts.pop_back();
    LayoutMemory now;
    now.last_frame = c.frame;
    now.spacers = l.spacers;
    if (l.kind == LayoutKind::row) {
        now.length = l.cursor - float(l.spacers) * l.spacer_px;
        now.across = l.wrap ? l.line_start + l.across : l.across;
        if (l.wrap) now.length = l.area.w;
    } else if (l.kind == LayoutKind::grid) {
        now.length = l.cursor + l.across;
        now.across = l.area.w;
    } else {
        now.length = l.cursor;
        now.across = l.across;
    }
    LayoutMemory& kept = c.layout_memory[l.id];
    if (!near(kept.length, now.length) || !near(kept.across, now.across) || kept.spacers != now.spacers) {
        c.relayout = true;
        request_frame();
    }
    kept = now;
    if (!l.given_rect && !c.layouts.empty()) {
        float const real = (l.kind == LayoutKind::row ? now.across : now.length) + l.pad.top + l.pad.bottom;
        settle_in_parent(c.layouts.back(), l.outer.h, real);
        c.last_rect = {l.outer.x, l.outer.y, l.outer.w, real};
    }
    return l;
}

Rect take(float w, float h, Width width) {
    Context& c = ctx();
    if (c.has_next_rect) {
        c.has_next_rect = false;
        c.next_width = 0, c.next_fill = false;
        return c.last_rect = c.next_rect;
    }
    Layout& l = c.layouts.back();
    bool full = width == Width::full || c.next_fill;
    if (c.next_width > 0) w = c.next_width, full = false;
    c.next_width = 0, c.next_fill = false;
    w = std::ceil(w);
    Rect rect;
    if (l.kind == LayoutKind::column) rect = take_in_column(l, w, h, full);
    else if (l.kind == LayoutKind::row) rect = take_in_row(l, w, h, full);
    else rect = take_in_grid(l, w, h, full);
    return c.last_rect = rect;
}

float coming_width(float natural) {
    Context const& c = ctx();
    if (c.has_next_rect) return c.next_rect.w;
    if (c.next_width > 0) return c.next_width;
    Layout const& l = c.layouts.back();
    if (l.kind == LayoutKind::grid) return (l.area.w - l.gap * float(l.columns - 1)) / float(l.columns);
    return l.kind == LayoutKind::column ? l.area.w : natural;
}

Rect viewport() { return ctx().viewport; }
bool is_phone() { return ctx().viewport.w < 720; }
bool coarse_pointer() { return ctx().display.coarse_pointer; }
float home_bar_px() { return ctx().display.safe_bottom_css_px; }

Column::Column(ColumnOptions const& o) { open_nested(LayoutKind::column, o.gap_px, o.pad, o.align, {}, Width::full); }
Column::Column(Rect area, ColumnOptions const& o) {
    Layout& parent = ctx().layouts.back();
    int const ordinal = parent.children++;
    open_layout(LayoutKind::column, area, o.gap_px, o.pad, o.align,
                id_of(parent.id, {reinterpret_cast<char const*>(&ordinal), sizeof ordinal}), true);
}
Column::~Column() { close_layout(); }

Row::Row(RowOptions const& o) {
    open_nested(LayoutKind::row, o.gap_px, o.pad, o.align, o.id, ctx().layouts.back().kind == LayoutKind::row ? Width::natural : Width::full);
    Layout& l = ctx().layouts.back();
    l.wrap = o.wrap;
    if (o.height_px > 0) {
        l.memory.across = o.height_px - o.pad.top - o.pad.bottom;
        l.across = l.memory.across;
    }
}
Row::Row(Rect area, RowOptions const& o) {
    Layout& parent = ctx().layouts.back();
    int const ordinal = parent.children++;
    uint32_t const id = o.id.empty() ? id_of(parent.id, {reinterpret_cast<char const*>(&ordinal), sizeof ordinal})
                                     : id_of(parent.id, o.id);
    open_layout(LayoutKind::row, area, o.gap_px, o.pad, o.align, id, true);
    ctx().layouts.back().wrap = o.wrap;
}
Row::~Row() { close_layout(); }

Grid::Grid(GridOptions const& o) {
    open_nested(LayoutKind::grid, o.gap_px, {}, Align::start, {}, Width::full);
    Layout& l = ctx().layouts.back();
    l.columns = o.columns;
    while (l.columns > 1 && (l.area.w - o.gap_px * float(l.columns - 1)) / float(l.columns) < o.min_column_px) l.columns--;
    l.row_gap = o.row_gap_px;
}
Grid::~Grid() { close_layout(); }

void spacer() {
    Layout& l = ctx().layouts.back();
    if (l.kind != LayoutKind::row) return;
    l.spacers++;
    l.cursor += l.spacer_px;
}

void gap(float px) {
    Layout& l = ctx().layouts.back();
    l.cursor += px;
}

void next_width(float px) { ctx().next_width = px; }
void next_fill() { ctx().next_fill = true; }
void next_rect(Rect rect) {
    ctx().next_rect = rect;
    ctx().has_next_rect = true;
}
Rect place(float w_px, float h_px) { return take(w_px, h_px, w_px == 0 ? Width::full : Width::natural); }
Rect last_rect() { return ctx().last_rect; }

Rect remaining() {
    Layout const& l = ctx().layouts.back();
    float const used = l.cursor + (l.first ? 0 : l.gap);
    if (l.kind == LayoutKind::row) return {l.area.x + used, l.area.y, std::fmax(0.f, l.area.w - used), l.area.h};
    return {l.area.x, l.area.y + used, l.area.w, std::fmax(0.f, l.area.h - used)};
}

}  // namespace leadkeep::ui
