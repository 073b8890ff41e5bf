// A date and time as date_field gives it ("2026-11-22T15:00", the viewer's clock) as a moment.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace leadkeep::views {

// A date alone means its end of work, 18:00. nullopt: empty or no date.
std::optional<int64_t> moment_of_local(std::string_view local);

}  // namespace leadkeep::views
