// Where the person is, and how that reads in the address: "leads", "deals", "settings/data", "lead/<id>".
// Limits: an address that names nothing known leads to the first board.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/commands.h"
#include "domain/entity.h"

namespace leadkeep::views {

enum class Page : uint8_t { leads, deals, contacts, companies, settings, gallery };
enum class SettingsSection : uint8_t { general, data, storage, devices, conflicts, trash, about };

struct Location {
    Page page = Page::leads;
    SettingsSection section = SettingsSection::general;
    std::optional<RecordRef> card;  // lies over its page
    bool operator==(Location const&) const = default;
};

Location location_of(std::string_view route, app::Mode mode);
std::string route_of(Location const& location);
// The page that a record's card lies over.
Page page_of(Entity entity);

}  // namespace leadkeep::views
