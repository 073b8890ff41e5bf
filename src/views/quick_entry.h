// One typed line taken apart into an enquiry: "Roof repair +7 900 000-12-34 ivan@example.com" has a title, a phone and
// an e-mail. Limits: what looks like neither stays in the title, word for word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"

namespace leadkeep::views {

struct QuickEntry {
    std::string title;
    std::vector<app::ChannelDraft> channels;
};
QuickEntry read_quick_entry(std::string_view line);

// "phone" or "email" by what was typed; for a single field that takes either.
std::string channel_kind_of(std::string_view typed);

}  // namespace leadkeep::views
