// Who is responsible, in a table: the disc of the card and the name beside it.
#pragma once

#include <cstdint>
#include <string>

#include "ui/table.h"

namespace leadkeep::views {

// An empty name: nobody.
void manager_cell(ui::Table& table, std::string const& name, std::string const& initials, uint32_t colour_seed);

}  // namespace leadkeep::views
