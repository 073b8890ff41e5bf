// Tables with a head: import's matching and preview, lists, results. Cells are laid out by the screen as in a Row.
// Rows that are pressed are one stop of the keyboard; up, down and by pages go from row to row.
// Columns are made wider and narrower at the edges of their heads: dragged, walked by arrows, fitted by a double press.
// Limits: rows of equal height; only the visible ones are laid out, and only they count where a column is fitted.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/layout.h"
#include "ui/theme.h"

namespace leadkeep::ui {

struct TableColumn {
    std::string label;
    float width_px = 0;            // 0: shares what is left
    Align align = Align::start;
    bool sortable = false;
};
enum class SortOrder : uint8_t { ascending, descending };
struct TableSort {
    int column = -1;
    SortOrder order = SortOrder::ascending;
    bool operator==(TableSort const&) const = default;
};
struct TableOptions {
    Rect rect;                     // empty: all that remains of the layout
    float row_px = 40;
    TableSort* sort = nullptr;     // changed by a press on a sortable head
    std::vector<float>* widths_px = nullptr;  // the person's, by column, 0: as the column says; null: fixed
    bool pressable = false;        // rows can be activated: row_pressed()
};
// Table table(tr("Preview"), columns, count); for (int r : table.rows()) { table.row(r, name); table.cell(text); … }
class Table {
public:
    Table(std::string_view name, std::span<TableColumn const> columns, int row_count, TableOptions const& options = {});
    ~Table();
    Table(Table const&) = delete;
    Table& operator=(Table const&) = delete;
    VisibleRange visible() const;
    // Begins a row; true when it was activated.
    enum class Mark : uint8_t { none, current };
    bool row(int index, std::string_view name = {}, Mark mark = Mark::none);
    void cell(std::string_view text, Token ink = Token::text1, TextStyle style = TextStyle::body);
    // The next cell for what is drawn by hand; `name` is what is read aloud, empty where widgets in it say it.
    Rect cell_rect(std::string_view name = {});

    struct State;

private:
    Rect next_cell();
    State* state_;
};

}  // namespace leadkeep::ui
