#include "views/location.h"

#include <array>
#include <utility>

namespace leadkeep::views {
namespace {

constexpr std::array<std::pair<std::string_view, Page>, 6> page_names{{
    {"leads", Page::leads}, {"deals", Page::deals}, {"contacts", Page::contacts}, {"companies", Page::companies},
    {"settings", Page::settings}, {"gallery", Page::gallery}}};
constexpr std::array<std::pair<std::string_view, SettingsSection>, 7> section_names{{
    {"general", SettingsSection::general}, {"data", SettingsSection::data}, {"storage", SettingsSection::storage},
    {"devices", SettingsSection::devices}, {"conflicts", SettingsSection::conflicts}, {"trash", SettingsSection::trash}, {"about", SettingsSection::about}}};
constexpr std::array<std::pair<std::string_view, Entity>, 4> card_names{{
    {"lead", Entity::lead}, {"deal", Entity::deal}, {"contact", Entity::contact}, {"company", Entity::company}}};

template <class Names, class T>
std::string_view name_of(Names const& names, T value) {
    for (auto const& [name, one] : names)
        if (one == value) return name;
    return {};
}

}  // namespace

Page page_of(Entity entity) {
    switch (entity) {
        case Entity::deal: return Page::deals;
        case Entity::contact: return Page::contacts;
        case Entity::company: return Page::companies;
        default: return Page::leads;
    }
}

Location location_of(std::string_view route, app::Mode mode) {
    size_t const slash = route.find('/');
    std::string_view const head = route.substr(0, slash);
    std::string_view const tail = slash == std::string_view::npos ? std::string_view{} : route.substr(slash + 1);
    Location location;
    for (auto const& [name, entity] : card_names) {
        if (name != head) continue;
        if (auto const id = Uuid::parse(tail)) {
            location.card = RecordRef{entity, *id};
            location.page = page_of(entity);
        }
    }
    for (auto const& [name, page] : page_names)
        if (name == head) location.page = page;
    for (auto const& [name, section] : section_names)
        if (name == tail) location.section = section;
    if (mode == app::Mode::simple && location.page == Page::leads) location.page = Page::deals;
    return location;
}

std::string route_of(Location const& location) {
    if (location.card) {
        auto const name = name_of(card_names, location.card->entity);
        if (!name.empty()) return std::string(name) + "/" + location.card->id.to_string();
    }
    std::string route(name_of(page_names, location.page));
    if (location.page == Page::settings) route += "/" + std::string(name_of(section_names, location.section));
    return route;
}

}  // namespace leadkeep::views
