// The stored names of the event kinds.
#include "domain/event.h"

#include <array>
#include <cassert>

namespace leadkeep {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(EventKind::count_)> names{
    "created",  "field_changed", "stage_moved",  "note",    "activity_planned", "activity_done", "enquiry_received", "converted",
    "merged",   "imported",      "message_sent", "trashed", "restored",         "undone",        "redone",           "mode_changed"};

}  // namespace

std::string_view event_kind_name(EventKind kind) {
    assert(kind < EventKind::count_);
    return names[static_cast<size_t>(kind)];
}

std::optional<EventKind> event_kind_by_name(std::string_view name) {
    for (size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<EventKind>(i);
    return std::nullopt;
}

}  // namespace leadkeep
