#include "views/setting_text.h"

#include <nlohmann/json.hpp>

#include "base/i18n.h"

namespace leadkeep::views {

std::string text_setting(app::Workspace const& workspace, std::string const& key) {
    auto const value = nlohmann::json::parse(workspace.setting(key), nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string();
}

app::SetSetting set_text_setting(std::string key, std::string_view text) {
    return {std::move(key), nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

std::string default_currency(app::Workspace const& workspace) {
    auto const currency = text_setting(workspace, "default_currency");
    if (!currency.empty()) return currency;
    return language() == Language::russian ? "RUB" : "USD";
}

}  // namespace leadkeep::views
