// Contacts and companies as plain lists, newest first.
#pragma once

#include "domain/entity.h"
#include "ui/geometry.h"

namespace leadkeep::views {

struct ShellState;

void client_list(ShellState& state, ui::Rect area, Entity entity);

}  // namespace leadkeep::views
