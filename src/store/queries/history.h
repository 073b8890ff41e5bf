// What happened to a record and what is planned: timeline events, activities, and the figures that a card shows of
// them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

struct EventRow {
    EventId id;
    RecordRef owner;
    std::string kind, data;  // data: a JSON object
    int64_t at_ms = 0;
    ManagerId manager;
};
// Newest first, at most `limit`.
Result<std::vector<EventRow>> read_events(Connection& connection, RecordRef owner, int limit);

// When something happened to the record last; 0: never.
Result<int64_t> read_last_event_ms(Connection& connection, RecordRef owner);

struct ActivityRow {
    ActivityId id;
    std::string kind, subject;
    std::optional<int64_t> due_at_ms;
};
// Not done, earliest due first, those without a due time last.
Result<std::vector<ActivityRow>> read_open_activities(Connection& connection, RecordRef owner, int limit);

// What the score and the warmth go by.
struct Engagement {
    int contacts_made = 0;   // activities done and messages sent
    int enquiries = 0;       // approaches by the person, the first one included
    int64_t last_at_ms = 0;  // of any of these, of a note or of a stage move; 0: none
};
Result<Engagement> read_engagement(Connection& connection, RecordRef owner);

}  // namespace leadkeep::store
