// Settings of the workspace as screens read and write them: stored as JSON, shown as plain text.
#pragma once

#include <string>
#include <string_view>

#include "app/workspace.h"

namespace leadkeep::views {

std::string text_setting(app::Workspace const& workspace, std::string const& key);  // "" if unset or not a text
app::SetSetting set_text_setting(std::string key, std::string_view text);
std::string default_currency(app::Workspace const& workspace);
std::string default_country(app::Workspace const& workspace);  // ISO code

}  // namespace leadkeep::views
