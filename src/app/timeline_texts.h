// Timeline events in words: what a card's history shows.
#pragma once

#include <optional>

#include "app/lists.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/queries/history.h"

namespace leadkeep::app {

// The row that a note goes with; nullopt for other events and for notes without one.
std::optional<Uuid> note_row(store::EventRow const& event);
TimelineView timeline_view(Lists const& lists, store::EventRow const& event, int64_t now_ms);

}  // namespace leadkeep::app
