#include "views/record_table.h"

#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {

void record_row(ShellState& state, ui::Table& table, int index, RecordRef record, std::string_view name) {
    bool const open = state.location.card == record;
    if (table.row(index, name, open ? ui::Table::Mark::current : ui::Table::Mark::none)) state.open_card(record);
}

void manager_cell(ui::Table& table, std::string const& name, std::string const& initials, uint32_t colour_seed) {
    if (name.empty()) return table.cell({});
    constexpr float disc_px = 22;
    ui::Rect const at = table.cell_rect();
    ui::next_rect({at.x, at.y + (at.h - disc_px) / 2, disc_px, disc_px});
    ui::avatar(initials, colour_seed, name, disc_px);
    ui::draw_text(at.inset({disc_px + 8, 0, 0, 0}), name, ui::TextStyle::body, ui::color(ui::Token::text2));
}

app::SortOrder direction_of(ui::TableSort const& sort) {
    return sort.order == ui::SortOrder::ascending ? app::SortOrder::ascending : app::SortOrder::descending;
}

}  // namespace leadkeep::views
