// Texts are joined by SQLite, so that a record is one row here.
#include "store/queries/index_lines.h"

#include <cassert>

#include "domain/catalog.h"

namespace leadkeep::store {
namespace {

// concat_ws passes over what is NULL. The channels come with their normalised form, so that 8 912… is found by +7 912….
constexpr std::string_view lead_sql =
    "SELECT id, concat_ws(char(10), title, number, first_name || ' ' || last_name, last_name || ' ' || first_name, "
    "first_name, "
    "middle_name, last_name, company_name, (SELECT group_concat(concat_ws(char(10), value, normal), char(10)) FROM "
    "channel "
    "WHERE owner_id = lead.id AND deleted_at_ms IS NULL)), manager_id, source_id, stage_id, stage_since_ms, amount_minor, currency "
    "FROM lead WHERE deleted_at_ms IS NULL AND ";
constexpr std::string_view contact_sql =
    "SELECT id, concat_ws(char(10), first_name || ' ' || last_name, last_name || ' ' || first_name, first_name, "
    "middle_name, last_name, "
    "(SELECT group_concat(concat_ws(char(10), value, normal), char(10)) FROM channel WHERE owner_id = contact.id AND "
    "deleted_at_ms IS NULL)), manager_id, source_id, NULL, NULL, NULL, NULL FROM contact WHERE deleted_at_ms IS NULL AND ";
constexpr std::string_view company_sql =
    "SELECT id, concat_ws(char(10), name, (SELECT group_concat(concat_ws(char(10), value, normal), char(10)) FROM "
    "channel "
    "WHERE owner_id = company.id AND deleted_at_ms IS NULL)), manager_id, source_id, NULL, NULL, NULL, NULL "
    "FROM company WHERE deleted_at_ms IS NULL AND ";
constexpr std::string_view deal_sql =
    "SELECT id, concat_ws(char(10), title, number), manager_id, source_id, stage_id, stage_since_ms, amount_minor, currency "
    "FROM deal WHERE deleted_at_ms IS NULL AND ";

// Empty for what has no lines.
std::string_view sql_of(Entity entity) {
    switch (entity) {
        case Entity::lead: return lead_sql;
        case Entity::deal: return deal_sql;
        case Entity::contact: return contact_sql;
        case Entity::company: return company_sql;
        default: return {};
    }
}

IndexLine line_of(Entity entity, Statement& statement) {
    IndexLine line{{entity, statement.uuid(0)}, statement.text(1), statement.uuid(2), statement.uuid(3), statement.uuid(4), statement.integer(5), {}, {}};
    if (!statement.is_null(6)) {
        line.amount_minor = statement.integer(6);
        line.currency = statement.text(7);
    }
    return line;
}

}  // namespace

Result<std::optional<IndexLine>> read_index_line(Connection& connection, RecordRef record) {
    std::string_view const sql = sql_of(record.entity);
    if (sql.empty()) return std::nullopt;
    auto statement = LK_TRY(connection.prepare(std::string(sql) + "id = ?1"));
    statement.bind(1, record.id);
    if (!LK_TRY(statement.step())) return std::nullopt;
    return line_of(record.entity, statement);
}

Result<std::vector<IndexLine>> read_index_lines(Connection& connection, Entity entity, Uuid const& after, int limit) {
    std::string_view const sql = sql_of(entity);
    assert(!sql.empty());
    auto statement = LK_TRY(connection.prepare(std::string(sql) + "id > ?1 ORDER BY id LIMIT ?2"));
    // As bytes: a nil id would bind NULL, behind which nothing comes.
    statement.bind_blob(1, after.bytes).bind(2, limit);
    std::vector<IndexLine> lines;
    while (LK_TRY(statement.step())) lines.push_back(line_of(entity, statement));
    return lines;
}

}  // namespace leadkeep::store
