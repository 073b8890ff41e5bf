// Contacts and companies as tables, newest first until a column is pressed; on a phone as plain lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/board_query.h"
#include "domain/entity.h"
#include "ui/geometry.h"
#include "ui/table.h"

namespace leadkeep::views {

struct ShellState;

// The clients in their order; asked for anew when one of the keys changes.
struct ClientListState {
    ui::TableSort sort;  // none: newest first
    uint64_t revision = ~uint64_t{0};
    Entity entity = Entity::contact;
    std::string search;
    app::ListOrder order;
    std::vector<Uuid> clients;
};

void client_list(ShellState& state, ui::Rect area, Entity entity);

}  // namespace leadkeep::views
