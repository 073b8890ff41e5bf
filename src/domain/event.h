// What happened: the kinds of timeline events and what their `data` (a JSON object) holds.
// Limits: events never change once written; names are for ever; a reader shows a kind it does not know by its name.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace leadkeep {

// Ids in data are UUID texts. Beside an id stands the name it had ("…_name"), for what is gone later.
enum class EventKind : uint8_t {
    created,           // {"from": "form" | "import" | "quick_add" | "conversion" | …}
    field_changed,     // {"field": register, "old": value, "new": value}; several columns: {"old": {column: value…}…}
    stage_moved,       // {"from": id, "from_name": text, "to": id, "to_name": text, "reason"?: id, "note"?: text}
    note,              // {"text": text, "activity"?: id}: a row of kind "note"; without it (Undo) the note is not shown
    activity_planned,  // {"activity": id, "kind": text, "subject": text, "due_at_ms": number}
    activity_done,     // {"activity": id, "kind": text, "subject": text, "result"?: text, "direction"?: "in" | "out",
                       //  "duration_min"?: number}
    enquiry_received,  // {"source"?: id, "text"?: text, "channel"?: text}
    converted,         // {"contact"?: id, "company"?: id, "deal"?: id, "…_name": text}; on those: {"lead": id, "lead_name"}
    merged,            // {"from": id, "from_name": text}
    imported,          // {"file": text, "line": number}
    message_sent,      // {"to": text, "channel": "email" | "sms" | …, "subject"?: text, "text"?: text}
    trashed,           // {}
    restored,          // {}
    undone,            // {"label": text, "args": [text…]}: the command's label (English, for trf())
    redone,            // the same
    mode_changed,      // {"from": text, "to": text}; owner: the setting's row
    count_
};

std::string_view event_kind_name(EventKind kind);
std::optional<EventKind> event_kind_by_name(std::string_view name);

}  // namespace leadkeep
