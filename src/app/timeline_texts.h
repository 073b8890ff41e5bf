// Timeline events in words: what a card's history shows.
#pragma once

#include "app/lists.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/queries/history.h"

namespace leadkeep::app {

TimelineView timeline_view(Lists const& lists, store::EventRow const& event, int64_t now_ms);

}  // namespace leadkeep::app
