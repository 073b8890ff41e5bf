#include "views/setting_text.h"

#include <nlohmann/json.hpp>

#include "base/i18n.h"
#include "domain/defaults.h"

namespace leadkeep::views {

std::string text_setting(app::Workspace const& workspace, std::string const& key) {
    auto const value = nlohmann::json::parse(workspace.setting(key), nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string();
}

app::SetSetting set_text_setting(std::string key, std::string_view text) {
    return {std::move(key), nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

std::string default_currency(app::Workspace const& workspace) {
    auto const currency = text_setting(workspace, std::string(setting::currency));
    return currency.empty() ? std::string(usual_currency(language())) : currency;
}

std::string default_country(app::Workspace const& workspace) {
    auto const country = text_setting(workspace, std::string(setting::country));
    return country.empty() ? std::string(usual_country(language())) : country;
}

}  // namespace leadkeep::views
