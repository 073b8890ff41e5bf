// Texts are joined by SQLite, so that a record is one row here.
#include "store/queries/search_texts.h"

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
    "WHERE owner_id = lead.id AND deleted_at_ms IS NULL)) FROM lead WHERE deleted_at_ms IS NULL AND ";
constexpr std::string_view contact_sql =
    "SELECT id, concat_ws(char(10), first_name || ' ' || last_name, last_name || ' ' || first_name, first_name, "
    "middle_name, last_name, "
    "(SELECT group_concat(concat_ws(char(10), value, normal), char(10)) FROM channel WHERE owner_id = contact.id AND "
    "deleted_at_ms IS NULL)) "
    "FROM contact WHERE deleted_at_ms IS NULL AND ";
constexpr std::string_view company_sql =
    "SELECT id, concat_ws(char(10), name, (SELECT group_concat(concat_ws(char(10), value, normal), char(10)) FROM "
    "channel "
    "WHERE owner_id = company.id AND deleted_at_ms IS NULL)) FROM company WHERE deleted_at_ms IS NULL AND ";
constexpr std::string_view deal_sql = "SELECT id, concat_ws(char(10), title, number) FROM deal WHERE deleted_at_ms IS NULL AND ";

// Empty for what is not searched.
std::string_view sql_of(Entity entity) {
    switch (entity) {
        case Entity::lead: return lead_sql;
        case Entity::deal: return deal_sql;
        case Entity::contact: return contact_sql;
        case Entity::company: return company_sql;
        default: return {};
    }
}

}  // namespace

Result<std::optional<SearchText>> read_search_text(Connection& connection, RecordRef record) {
    std::string_view const sql = sql_of(record.entity);
    if (sql.empty()) return std::nullopt;
    auto statement = LK_TRY(connection.prepare(std::string(sql) + "id = ?1"));
    statement.bind(1, record.id);
    if (!LK_TRY(statement.step())) return std::nullopt;
    return SearchText{record, statement.text(1)};
}

Result<std::vector<SearchText>> read_search_texts(Connection& connection, Entity entity, Uuid const& after, int limit) {
    std::string_view const sql = sql_of(entity);
    assert(!sql.empty());
    auto statement = LK_TRY(connection.prepare(std::string(sql) + "id > ?1 ORDER BY id LIMIT ?2"));
    // As bytes: a nil id would bind NULL, behind which nothing comes.
    statement.bind_blob(1, after.bytes).bind(2, limit);
    std::vector<SearchText> texts;
    while (LK_TRY(statement.step())) texts.push_back({{entity, statement.uuid(0)}, statement.text(1)});
    return texts;
}

Result<std::vector<ClientLine>> read_client_lines(Connection& connection, Entity entity) {
    assert(entity == Entity::contact || entity == Entity::company);
    auto statement = LK_TRY(connection.prepare(
        entity == Entity::contact ? "SELECT id, first_name, middle_name, last_name, NULL, (SELECT value FROM channel "
                                    "WHERE owner_id = contact.id AND deleted_at_ms IS NULL "
                                    "ORDER BY kind <> 'phone', kind <> 'email', place, id LIMIT 1), (SELECT name FROM "
                                    "contact_company k JOIN company o ON o.id = k.company_id "
                                    "WHERE k.contact_id = contact.id AND k.deleted_at_ms IS NULL AND o.deleted_at_ms "
                                    "IS NULL ORDER BY k.id LIMIT 1) "
                                    "FROM contact WHERE deleted_at_ms IS NULL ORDER BY id DESC"
                                  : "SELECT id, NULL, NULL, NULL, name, (SELECT value FROM channel WHERE owner_id = "
                                    "company.id AND deleted_at_ms IS NULL "
                                    "ORDER BY kind <> 'phone', kind <> 'email', place, id LIMIT 1), industry FROM "
                                    "company WHERE deleted_at_ms IS NULL ORDER BY id DESC"));
    std::vector<ClientLine> lines;
    while (LK_TRY(statement.step()))
        lines.push_back({statement.uuid(0), statement.text(1), statement.text(2), statement.text(3), statement.text(4),
                         statement.text(5), statement.text(6)});
    return lines;
}

}  // namespace leadkeep::store
