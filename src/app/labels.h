// Names of things in the current language: what ships with the program goes by its key, what a person named by its
// name.
#pragma once

#include <string>
#include <string_view>

#include "app/snapshots.h"
#include "store/queries/rows.h"

namespace leadkeep::app {

// A row of stage, source or loss_reason: its own name, or the shipped one in the current language.
std::string display_name(store::Row const& row);

std::string channel_kind_name(std::string_view kind);   // "Phone"
std::string channel_type_name(std::string_view type);   // "mobile"
std::string activity_kind_name(std::string_view kind);  // "Call"
std::string entity_name(Entity entity);                 // "Lead"

// First, middle and last name of a lead's or a contact's row; "" if it has none.
std::string person_name(store::Row const& row);
// What a card is called: a lead's title or "Lead A-17", a contact's name, a company's name, a deal's title.
std::string record_title(store::Row const& row);

// tel:, mailto:, https: for a channel; "" where there is nothing to open.
std::string channel_link(ChannelDraft const& channel, std::string_view normal);
// The value as it is shown: the same as typed; a phone with its extension apart.
std::string channel_text(store::Row const& channel);

std::string money_text(Money const& money);

}  // namespace leadkeep::app
