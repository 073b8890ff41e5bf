// What tables of records have alike: a line opens its record and is marked while that is open, the manager's cell, the order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/board_query.h"
#include "domain/entity.h"
#include "ui/table.h"

namespace leadkeep::views {

struct ShellState;

// Begins the row of a record.
void record_row(ShellState& state, ui::Table& table, int index, RecordRef record, std::string_view name);
// Who is responsible: the disc of the card and the name beside it. An empty name: nobody.
void manager_cell(ui::Table& table, std::string const& name, std::string const& initials, uint32_t colour_seed);
app::SortOrder direction_of(ui::TableSort const& sort);

}  // namespace leadkeep::views
