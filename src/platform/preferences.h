// Small choices of this device that never sync: language, theme. localStorage in the browser, memory in headless/.
// Limits: a few short strings; where the browser blocks storage, they last as long as the page.
#pragma once

#include <string>
#include <string_view>

namespace leadkeep::platform {

std::string preference(std::string_view key);  // "" where nothing was chosen
void set_preference(std::string_view key, std::string_view value);

}  // namespace leadkeep::platform
