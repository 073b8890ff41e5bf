// Tables: a head that stays, rows of one height, only the visible ones laid out.
#include "ui/table.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "base/i18n.h"
#include "platform/locale.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/paint.h"
#include "ui/scroll.h"

namespace leadkeep::ui {

struct Table::State {
    std::vector<TableColumn> columns;
    std::vector<float> x, w;
    std::vector<float> fits;       // what the widest text drawn in the column needs
    TableOptions options;
    std::string name;
    Rect rect;
    std::optional<Scroll> across, body;
    std::unique_ptr<VirtualRows> rows;
    int column = 0;
    bool row_open = false, cell_open = false;
    Rect row;
    uint32_t id = 0;
};

namespace {

constexpr float head_px = 34, pad_px = 12, least_px = 110;
constexpr float narrowest_px = 56, widest_px = 900, step_px = 16, edge_px = 9;
constexpr double double_press_ms = 450;

void end_cell(Table::State& s) {
    if (std::exchange(s.cell_open, false)) close_node();
}

void end_row(Table::State& s) {
    end_cell(s);
    if (!std::exchange(s.row_open, false)) return;
    pop_id();
    close_node();
}

void draw_head(TableColumn const& column, Rect at, int index, TableSort* sort) {
    Node& node = record(Role::columnheader, column.label, at);
    Rect const inner = at.inset({pad_px, 0, pad_px, 0});
    bool const sorted = sort && sort->column == index;
    Token ink = Token::text2;
    if (column.sortable && sort) {
        if (sorted) node.description = sort->order == SortOrder::ascending ? "ascending" : "descending";
        Response const r = interact(node.id, at);
        if (r.hovered) ink = Token::text1;
        if (r.focused) focus_ring(at.inset(4), 4);
        if (r.pressed) {
            bool const flip = sorted && sort->order == SortOrder::ascending;
            *sort = {index, flip ? SortOrder::descending : SortOrder::ascending};
        }
    }
    float const w = draw_text(inner, column.label, TextStyle::small_medium, color(ink), column.align);
    if (sorted) {
        float const x = column.align == Align::end ? inner.right() - w - 10 : inner.x + w + 10;
        draw_icon(sort->order == SortOrder::ascending ? Icon::chevron_up : Icon::chevron_down, {x, at.center().y}, 13, color(ink));
    }
}

// The edge of a head that moves. Returns the column's new width when it is to change.
std::optional<float> column_edge(TableColumn const& column, Rect head, float fitting_px) {
    Context& c = ctx();
    Rect const at{head.right() - edge_px / 2, head.y, edge_px, head.h};
    Node& node = record(Role::separator, trf("Width of “{0}”", {column.label}), at);
    // A row owns cells and a table rows; the separators stand beside the table.
    node.parent = c.parents.size() > 2 ? c.parents[c.parents.size() - 3] : 0;
    node.value = platform::format_number(int64_t(std::lround(head.w)));
    uint32_t const id = node.id;
    Response const r = interact(id, at, {.cursor = platform::Cursor::resize_columns, .grow_px = coarse_pointer() ? 12.f : 1.f});
    ColumnDrag& drag = c.column_drag;
    bool const dragged = c.active == id;
    if (r.hovered || dragged || r.focused) fill({head.right() - 1, head.y + 6, 2, head.h - 12}, color(Token::accent), 1);
    else line_v(head.right() - 1, head.y + 9, head.h - 18, color(Token::line));
    if (r.focused) focus_ring(at.inset({1, 5, 1, 5}), 3);
    std::optional<float> wanted;
    if (dragged) {
        if (drag.handle != id) drag.handle = id, drag.moved = false, drag.width_px = head.w;
        float const by = c.pointer.x - c.press_origin.x;
        drag.moved |= std::fabs(by) >= 3;
        if (drag.moved) wanted = drag.width_px + by;
        c.cursor = platform::Cursor::resize_columns;
    } else if (drag.handle == id) {
        if (c.moved) wanted = drag.width_px + c.pointer.x - c.press_origin.x;  // where it was let go still counts
        drag.handle = 0;
    }
    if (r.pressed && c.pressed_by_key) {
        wanted = fitting_px;
    } else if (r.pressed && !c.moved) {
        bool const twice = drag.pressed == id && c.now_ms - drag.pressed_ms < double_press_ms;
        if (twice) wanted = fitting_px;
        drag.pressed = id, drag.pressed_ms = c.now_ms;
    }
    if (take_key("ArrowLeft", id)) wanted = head.w - step_px;
    if (take_key("ArrowRight", id)) wanted = head.w + step_px;
    if (wanted) wanted = std::round(std::clamp(*wanted, narrowest_px, widest_px));
    return wanted;
}

// Among rows that may not be laid out yet: the table scrolls there, and the row takes the keyboard as it appears.
void walk_rows(uint32_t table, int count, float row_px, float view_px) {
    Context& c = ctx();
    auto& at = c.table_row;
    if (at.table != table || c.focus != at.node || !c.focus || count == 0) return;
    auto const next = take_step(at.row, count, std::max(1, int(view_px / row_px) - 1));
    if (!next) return;
    at.wanted = *next;
    uint32_t const scroll_id = id_of("rows");
    float const offset = c.scrolls[scroll_id].offset, top = float(at.wanted) * row_px;
    if (top < offset) set_scroll(scroll_id, top);
    else if (top + row_px > offset + view_px) set_scroll(scroll_id, top + row_px - view_px);
    request_frame();
}

// One stop of the keyboard for all rows.
Response press_row(uint32_t table, int index, uint32_t node, Rect rect) {
    Context& c = ctx();
    KeyGroup keys(table, Arrows::vertical);
    if (c.table_row.table == table && c.table_row.wanted == index) {
        c.table_row.wanted = -1;
        set_focus(node, true);
    }
    Response const r = interact(node, rect);
    if (c.focus == node) c.table_row.table = table, c.table_row.node = node, c.table_row.row = index;
    return r;
}

}  // namespace

Table::Table(std::string_view name, std::span<TableColumn const> columns, int row_count, TableOptions const& o) : state_(new State) {
    State& s = *state_;
    s.columns.assign(columns.begin(), columns.end());
    s.fits.assign(columns.size(), 0);
    if (o.widths_px) {
        o.widths_px->resize(columns.size());
        for (size_t i = 0; i < columns.size(); i++)
            if ((*o.widths_px)[i] > 0) s.columns[i].width_px = (*o.widths_px)[i];
    }
    s.options = o;
    s.rect = o.rect.empty() ? remaining() : o.rect;
    if (o.rect.empty()) s.rect = take(0, std::fmax(120.f, s.rect.h), Width::full);
    s.id = id_of(name);
    Node& node = record(Role::table, name, s.rect, s.id);
    node.set_size = row_count + 1;
    open_node(node.id);
    push_id(node.id);
    float fixed = 0;
    int sharing = 0;
    for (auto const& column : s.columns) column.width_px > 0 ? fixed += column.width_px : float(sharing++);
    float const share = sharing ? std::fmax(least_px, std::floor((s.rect.w - fixed) / float(sharing))) : 0;
    float const width = std::fmax(s.rect.w, fixed + share * float(sharing));
    s.across.emplace("across", ScrollOptions{.rect = s.rect, .axis = ScrollAxis::horizontal, .gap_px = 0, .content_px = width});
    float x = s.across->content().x;
    for (auto const& column : s.columns) {
        s.x.push_back(x);
        s.w.push_back(column.width_px > 0 ? column.width_px : share);
        x += s.w.back();
    }
    Rect const head{s.across->content().x, s.rect.y, width, head_px};
    fill(head, color(Token::sunken));
    Node& head_row = record(Role::row, {}, head, id_of("head"));
    head_row.position = 1;
    open_node(head_row.id);
    for (int i = 0; i < int(s.columns.size()); i++)
        draw_head(s.columns[size_t(i)], {s.x[size_t(i)], head.y, s.w[size_t(i)], head_px}, i, o.sort);
    close_node();
    line_h(head.x, head.bottom() - 1, width, color(Token::line));
    for (size_t i = 0; o.widths_px && i < s.columns.size(); i++) {
        Scope scope(static_cast<int64_t>(i));
        auto const& known = ctx().column_fits[s.id];
        float const label = std::ceil(text_width(s.columns[i].label, TextStyle::small_medium)) + 2 * pad_px + 24;
        auto const wanted = column_edge(s.columns[i], {s.x[i], head.y, s.w[i], head_px}, std::fmax(label, i < known.size() ? known[i] : 0));
        if (!wanted || *wanted == s.w[i]) continue;
        // The others stay as they are, also those that shared what was left.
        *o.widths_px = s.w;
        (*o.widths_px)[i] = *wanted;
        request_frame();
    }
    if (o.pressable) walk_rows(s.id, row_count, o.row_px, s.rect.h - head_px);
    s.body.emplace("rows", ScrollOptions{.rect = {head.x, head.bottom(), width, s.rect.h - head_px}, .gap_px = 0});
    s.rows = std::make_unique<VirtualRows>(row_count, o.row_px);
}

Table::~Table() {
    end_row(*state_);
    if (state_->options.widths_px) ctx().column_fits[state_->id] = std::move(state_->fits);
    state_->rows.reset();
    state_->body.reset();
    state_->across.reset();
    pop_id();
    close_node();
    delete state_;
}

VisibleRange Table::visible() const { return state_->rows->visible(); }

bool Table::row(int index, std::string_view name, Mark mark) {
    State& s = *state_;
    end_row(s);
    s.row = s.rows->rect(index);
    s.column = 0;
    Node& node = record(Role::row, name, s.row, id_of(s.id, std::to_string(index)));
    uint32_t const id = node.id;
    node.position = index + 2;  // the head is the first
    node.states.current = mark == Mark::current;
    bool pressed = false;
    if (mark == Mark::current) fill(s.row, color(Token::accent_tint));
    if (s.options.pressable) {
        Response const r = press_row(s.id, index, id, s.row);
        if (r.hovered && mark == Mark::none) fill(s.row, color(Token::sunken).with_alpha(0.6f));
        if (r.focused) stroke(s.row, color(Token::accent), 4, 2);
        pressed = r.pressed;
    }
    line_h(s.row.x, s.row.bottom() - 1, s.row.w, color(Token::line));
    open_node(id);
    push_id(id);
    s.row_open = true;
    return pressed;
}

Rect Table::next_cell() {
    State& s = *state_;
    end_cell(s);
    size_t const i = size_t(s.column++);
    if (i >= s.x.size()) return {};
    return Rect{s.x[i], s.row.y, s.w[i], s.row.h}.inset({pad_px, 0, pad_px, 0});
}

Rect Table::cell_rect(std::string_view name) {
    Rect const at = next_cell();
    open_node(record(Role::cell, name, at, id_of("cell " + std::to_string(state_->column))).id);
    state_->cell_open = true;
    return at;
}

void Table::cell(std::string_view text, Token ink, TextStyle style) {
    State& s = *state_;
    Align const align = s.column < int(s.columns.size()) ? s.columns[size_t(s.column)].align : Align::start;
    std::string_view const line = text.substr(0, text.find('\n'));
    if (s.options.widths_px && s.column < int(s.fits.size())) {
        float& fit = s.fits[size_t(s.column)];
        fit = std::fmax(fit, std::ceil(text_width(line, style)) + 2 * pad_px + 1);
    }
    Rect const at = next_cell();
    if (at.empty()) return;
    record(Role::cell, text, at);
    draw_text(at, line, style, color(ink), align);
}

}  // namespace leadkeep::ui
