// The form of a new contact or company that comes without an enquiry.
#pragma once

#include <string>
#include <vector>

#include "views/form_fields.h"

namespace leadkeep::views {

struct ShellState;

struct ClientForm {
    Entity entity = Entity::contact;
    std::vector<app::SectionView> sections;
    FormValues form;
    std::vector<app::ChannelDraft> channels{{"phone", "work", ""}, {"email", "work", ""}};
    std::vector<std::string> tags;
    std::string company_name;  // a contact's
    bool all_fields = false;
    bool first_frame = true;
};

void open_client_form(ShellState& state, Entity entity);
void client_form(ShellState& state);
// "New contact" or "New company".
char const* new_client_label(Entity entity);

}  // namespace leadkeep::views
