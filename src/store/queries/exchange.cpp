// The SQL of exchange.h.
#include "store/queries/exchange.h"

#include "domain/catalog.h"

namespace leadkeep::store {

Result<KnownChannels> read_known_channels(Connection& connection, Entity owner, Uuid const& after, int limit) {
    auto query = LK_TRY(connection.prepare(
        "SELECT id, owner_kind, owner_id, kind, normal, deleted_at_ms FROM channel WHERE id > ?1 ORDER BY id LIMIT ?2"));
    // A nil id would bind NULL, which nothing is greater than.
    query.bind_blob(1, after.bytes).bind(2, int64_t{limit});
    std::string const table(info(owner).table);
    auto live = LK_TRY(connection.prepare("SELECT 1 FROM " + table + " WHERE id = ?1 AND deleted_at_ms IS NULL"));
    KnownChannels known;
    int seen = 0;
    while (LK_TRY(query.step())) {
        ++seen;
        known.last = query.uuid(0);
        auto const kind = query.text_view(3);
        if (query.text_view(1) != table || !query.is_null(5) || query.is_null(4) || (kind != "phone" && kind != "email")) continue;
        auto const record = query.uuid(2);
        live.bind(1, record);
        bool const is_live = LK_TRY(live.step());
        live.rewind();
        if (is_live) known.channels.push_back({known.last, record, query.text(3), query.text(4)});
    }
    if (seen < limit) known.last = {};
    return known;
}

Result<std::string> least_board_key(Connection& connection, Entity cards) {
    auto query = LK_TRY(connection.prepare("SELECT min(board_key) FROM " + std::string(info(cards).table) +
                                           " WHERE deleted_at_ms IS NULL AND board_key > ''"));
    LK_CHECK(query.step());
    return query.text(0);
}

Result<std::vector<Uuid>> read_oldest(Connection& connection, Entity entity) {
    auto query = LK_TRY(connection.prepare("SELECT id FROM " + std::string(info(entity).table) +
                                           " WHERE deleted_at_ms IS NULL ORDER BY created_at_ms, id"));
    std::vector<Uuid> ids;
    while (LK_TRY(query.step())) ids.push_back(query.uuid(0));
    return ids;
}

}  // namespace leadkeep::store
