// SQL over the indexes event(owner_id, at_ms) and activity(owner_id, …).
#include "store/queries/history.h"

#include "domain/catalog.h"

namespace leadkeep::store {

Result<std::vector<EventRow>> read_events(Connection& connection, RecordRef owner, int limit) {
    auto statement = LK_TRY(connection.prepare(
        "SELECT id, kind, data, at_ms, manager_id FROM event WHERE owner_id = ?1 AND owner_kind = ?2 "
        "ORDER BY at_ms DESC, id DESC LIMIT ?3"));
    statement.bind(1, owner.id).bind(2, info(owner.entity).table).bind(3, static_cast<int64_t>(limit));
    std::vector<EventRow> events;
    while (LK_TRY(statement.step()))
        events.push_back({{statement.uuid(0)},
                          owner,
                          statement.text(1),
                          statement.text(2),
                          statement.integer(3),
                          {statement.uuid(4)}});
    return events;
}

Result<int64_t> read_last_event_ms(Connection& connection, RecordRef owner) {
    auto statement = LK_TRY(connection.prepare("SELECT max(at_ms) FROM event WHERE owner_id = ?1 AND owner_kind = ?2"));
    statement.bind(1, owner.id).bind(2, info(owner.entity).table);
    LK_CHECK(statement.step());
    return statement.integer(0);
}

Result<std::vector<ActivityRow>> read_open_activities(Connection& connection, RecordRef owner, int limit) {
    auto statement =
        LK_TRY(connection.prepare("SELECT id, kind, subject, due_at_ms FROM activity WHERE owner_id = ?1 AND "
                                  "owner_kind = ?2 AND done_at_ms IS NULL "
                                  "AND deleted_at_ms IS NULL ORDER BY due_at_ms IS NULL, due_at_ms, id LIMIT ?3"));
    statement.bind(1, owner.id).bind(2, info(owner.entity).table).bind(3, static_cast<int64_t>(limit));
    std::vector<ActivityRow> activities;
    while (LK_TRY(statement.step())) {
        auto& one = activities.emplace_back();
        one.id = {statement.uuid(0)};
        one.kind = statement.text(1);
        one.subject = statement.text(2);
        if (!statement.is_null(3)) one.due_at_ms = statement.integer(3);
    }
    return activities;
}

Result<Engagement> read_engagement(Connection& connection, RecordRef owner) {
    Engagement engagement;
    auto events = LK_TRY(connection.prepare("SELECT kind, at_ms FROM event WHERE owner_id = ?1 AND owner_kind = ?2"));
    events.bind(1, owner.id).bind(2, info(owner.entity).table);
    while (LK_TRY(events.step())) {
        std::string_view const kind = events.text_view(0);
        bool const contact = kind == "message_sent" || kind == "activity_done";
        bool const enquiry = kind == "enquiry_received";
        if (contact) ++engagement.contacts_made;
        if (enquiry) ++engagement.enquiries;
        if (contact || enquiry || kind == "note" || kind == "stage_moved")
            engagement.last_at_ms = std::max(engagement.last_at_ms, events.integer(1));
    }
    return engagement;
}

}  // namespace leadkeep::store
