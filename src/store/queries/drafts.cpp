// Each draft is written at once: it has to survive the next moment.
#include "store/queries/drafts.h"

#include "store/write_scope.h"

namespace leadkeep::store {

Result<std::vector<DraftRow>> read_drafts(Connection& connection) {
    auto statement = LK_TRY(connection.prepare("SELECT record, field, text FROM draft"));
    std::vector<DraftRow> drafts;
    while (LK_TRY(statement.step())) drafts.push_back({statement.uuid(0), statement.text(1), statement.text(2)});
    return drafts;
}

Result<void> write_draft(Store& store, DraftRow const& draft, int64_t now_ms) {
    auto scope = LK_TRY(WriteScope::begin(store));
    {
        auto statement = LK_TRY(scope.connection().prepare(
            "INSERT OR REPLACE INTO draft(record, field, text, at_ms) VALUES(?1, ?2, ?3, ?4)"));
        statement.bind_blob(1, draft.record.bytes)
            .bind(2, std::string_view(draft.field))
            .bind(3, std::string_view(draft.text))
            .bind(4, now_ms);
        LK_CHECK(statement.run());
    }
    return scope.commit();
}

Result<void> erase_draft(Store& store, Uuid const& record, std::string_view field) {
    auto scope = LK_TRY(WriteScope::begin(store));
    {
        auto statement = LK_TRY(scope.connection().prepare("DELETE FROM draft WHERE record = ?1 AND field = ?2"));
        statement.bind_blob(1, record.bytes).bind(2, field);
        LK_CHECK(statement.run());
    }
    return scope.commit();
}

}  // namespace leadkeep::store
