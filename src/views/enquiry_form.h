// The full form of a new enquiry: a lead in classic mode; contact, company and deal in simple mode.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "views/form_fields.h"

namespace leadkeep::views {

struct ShellState;

struct EnquiryForm {
    std::vector<app::SectionView> sections;  // what can be filled in
    FormValues form;
    std::vector<app::ChannelDraft> channels{{"phone", "work", ""}, {"email", "work", ""}};
    std::vector<std::string> tags;
    std::optional<StageId> stage;
    bool all_fields = false;
    bool first_frame = true;
};

void open_enquiry_form(ShellState& state);
void enquiry_form(ShellState& state);
// "New lead", or "New enquiry" in simple mode.
char const* new_enquiry_label(ShellState const& state);

}  // namespace leadkeep::views
