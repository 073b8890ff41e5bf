// A lead becomes a contact, a company and a deal: what to make, under which names, whom it joins.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/snapshots.h"

namespace leadkeep::views {

struct ShellState;

struct ConvertForm {
    LeadId lead;
    bool to_contact = true, to_company = false, to_deal = true;
    std::string person, company, deal_title, currency;
    std::optional<int64_t> amount_minor;
    std::vector<std::string> known;  // clients with the same phone or e-mail: linked, not doubled
};

void open_convert_form(ShellState& state, app::RecordView const& lead);
void convert_dialog(ShellState& state);

}  // namespace leadkeep::views
