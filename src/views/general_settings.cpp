// Settings, General: what this device shows (language, theme) and how the workspace works (mode, me, currency).
#include <array>
#include <string>

#include "base/i18n.h"
#include "domain/defaults.h"
#include "ui/widgets.h"
#include "views/column_layout.h"
#include "views/mode_dialog.h"
#include "views/setting_text.h"
#include "views/settings_view.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr std::array<char const*, 3> language_keys{"", "en", "ru"};
constexpr std::array<char const*, 3> theme_keys{"", "light", "dark"};

std::string preference(ShellState& state, char const* key) {
    return state.services.preference ? state.services.preference(key) : std::string();
}

template <size_t n>
int index_of(std::array<char const*, n> const& keys, std::string const& key) {
    for (size_t i = 0; i < n; ++i)
        if (key == keys[i]) return int(i);
    return 0;
}

void language_and_theme(ShellState& state) {
    ui::section(tr("Language"));
    int language = index_of(language_keys, preference(state, "language"));
    std::array<std::string, 3> const languages{tr("As the browser"), "English", "Русский"};
    if (ui::segmented(tr("Language"), languages, language)) prefer(state, "language", language_keys[size_t(language)]);
    ui::gap(8);
    ui::section(tr("Theme"));
    int theme = index_of(theme_keys, preference(state, "theme"));
    std::array<std::string, 3> const themes{tr("As the system"), tr("Light"), tr("Dark")};
    if (ui::segmented(tr("Theme"), themes, theme)) prefer(state, "theme", theme_keys[size_t(theme)]);
}

void density_choice(ShellState& state) {
    ui::section(tr("Cards on boards"));
    int density = int(state.board.density);
    std::array<std::string, 2> const densities{tr("Comfortable"), tr("Compact")};
    if (ui::segmented(tr("Cards on boards"), densities, density)) prefer_density(state, Density(density));
}

void mode_choice(ShellState& state) {
    ui::section(tr("How you work"));
    std::array<ui::RadioOption, 2> const options{
        ui::RadioOption{tr("Classic"), tr("Leads and deals have a board each. An enquiry becomes a lead; a good lead is converted to a deal.")},
        ui::RadioOption{tr("Simple"), tr("One board of deals. An enquiry becomes a contact and a deal at once, and a company when it names one.")}};
    int mode = int(state.workspace.mode());
    if (ui::radio_group(tr("Mode"), options, mode)) switch_mode(state, app::Mode(mode));
}

void my_name(ShellState& state) {
    ManagerId const me = state.workspace.me();
    std::string name;
    for (auto const& manager : state.workspace.choices().managers)
        if (manager.id == me.uuid) name = manager.text;
    ui::section(tr("You"));
    next_setting_width();
    auto const edit = ui::text_field(tr("My name"), name, {.hint = tr("Shown on what you do and on your cards."), .max_length = 200});
    if (edit.committed() && !edit.text.empty()) state.commands.push(app::RenameManager{me, edit.text});
}

void currency_choice(ShellState& state) {
    constexpr std::array<char const*, 10> currencies{"RUB", "USD", "EUR", "GBP", "KZT", "BYN", "UAH", "CNY", "TRY", "AED"};
    std::vector<ui::SelectOption> options;
    std::string const now = default_currency(state.workspace);
    int index = -1;
    for (auto const* code : currencies) {
        if (now == code) index = int(options.size());
        options.push_back({code});
    }
    if (index < 0) {
        index = int(options.size());
        options.push_back({now});
    }
    next_setting_width();
    if (ui::select(tr("Currency of new amounts"), options, index) && index >= 0)
        state.commands.push(set_text_setting(std::string(setting::currency), options[size_t(index)].label));
}

struct PhoneCountry {
    char const* code;
    char const* name;
    char const* prefix;
};
constexpr std::array<PhoneCountry, 12> phone_countries{{
    {"RU", tr_mark("Russia"), "+7"},
    {"KZ", tr_mark("Kazakhstan"), "+7"},
    {"BY", tr_mark("Belarus"), "+375"},
    {"UA", tr_mark("Ukraine"), "+380"},
    {"AM", tr_mark("Armenia"), "+374"},
    {"GE", tr_mark("Georgia"), "+995"},
    {"UZ", tr_mark("Uzbekistan"), "+998"},
    {"US", tr_mark("United States"), "+1"},
    {"GB", tr_mark("United Kingdom"), "+44"},
    {"DE", tr_mark("Germany"), "+49"},
    {"FR", tr_mark("France"), "+33"},
    {"TR", tr_mark("Türkiye"), "+90"},
}};

// Which country a phone without a country code belongs to.
void country_choice(ShellState& state) {
    std::vector<ui::SelectOption> options;
    std::string const now = default_country(state.workspace);
    int index = -1;
    for (auto const& country : phone_countries) {
        if (now == country.code) index = int(options.size());
        options.push_back({tr(country.name), country.prefix});
    }
    next_setting_width();
    if (ui::select(tr("Phones without a country code are of"), options, index, {.placeholder = now}) && index >= 0)
        state.commands.push(set_text_setting(std::string(setting::country), phone_countries[size_t(index)].code));
}

void defaults(ShellState& state) {
    ui::section(tr("Defaults"));
    currency_choice(state);
    country_choice(state);
}

}  // namespace

void prefer(ShellState& state, char const* key, char const* value) {
    if (state.services.set_preference) state.services.set_preference(key, value);
    apply_preferences(state);
    ui::request_frame();
}

void prefer_density(ShellState& state, Density density) { prefer(state, "cards", density == Density::compact ? "compact" : ""); }

void prefer_look(ShellState& state, BoardLook look) { prefer(state, "board_look", look == BoardLook::list ? "list" : ""); }

void apply_preferences(ShellState& state) {
    std::string const language_key = preference(state, "language");
    Language wanted = language_key == "ru" ? Language::russian : Language::english;
    if (language_key.empty() && state.services.system_language) wanted = state.services.system_language();
    set_language(wanted);
    if (state.services.language_shown) state.services.language_shown(wanted);
    state.board.density = preference(state, "cards") == "compact" ? Density::compact : Density::comfortable;
    state.board.look = preference(state, "board_look") == "list" ? BoardLook::list : BoardLook::columns;
    read_collapsed(state, preference(state, "collapsed_stages"));
    std::string const theme = preference(state, "theme");
    ui::set_theme(theme == "light" ? ui::ThemeChoice::light : theme == "dark" ? ui::ThemeChoice::dark : ui::ThemeChoice::system);
}

void general_settings(ShellState& state) {
    language_and_theme(state);
    ui::gap(8);
    density_choice(state);
    ui::gap(8);
    mode_choice(state);
    ui::gap(8);
    my_name(state);
    ui::gap(8);
    defaults(state);
}

}  // namespace leadkeep::views
