// The form of a new deal that came from no lead.
#pragma once

#include <optional>
#include <vector>

#include "views/form_fields.h"

namespace leadkeep::views {

struct ShellState;

struct DealForm {
    std::vector<app::SectionView> sections;
    FormValues form;
    std::optional<StageId> stage;
    bool first_frame = true;
};

void open_deal_form(ShellState& state);
void deal_form(ShellState& state);

}  // namespace leadkeep::views
