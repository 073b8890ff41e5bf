// SQL over channel(normal), the partial board indexes and the trash.
#include "store/queries/clients.h"

#include <cassert>

#include "domain/catalog.h"

namespace leadkeep::store {
namespace {

Result<std::vector<Uuid>> read_ids(Statement statement) {
    std::vector<Uuid> ids;
    while (LK_TRY(statement.step())) ids.push_back(statement.uuid(0));
    return ids;
}

}  // namespace

Result<std::vector<RecordRef>> find_channel_owners(Connection& connection, Entity owner, std::string_view kind,
                                                   std::string_view normal) {
    std::string_view sql;
    switch (owner) {
        case Entity::lead:
            sql =
                "SELECT DISTINCT o.id FROM channel c JOIN lead o ON o.id = c.owner_id WHERE c.normal = ?1 AND c.kind = "
                "?2 "
                "AND c.owner_kind = 'lead' AND c.deleted_at_ms IS NULL AND o.deleted_at_ms IS NULL ORDER BY o.id";
            break;
        case Entity::contact:
            sql =
                "SELECT DISTINCT o.id FROM channel c JOIN contact o ON o.id = c.owner_id WHERE c.normal = ?1 AND "
                "c.kind = ?2 "
                "AND c.owner_kind = 'contact' AND c.deleted_at_ms IS NULL AND o.deleted_at_ms IS NULL ORDER BY o.id";
            break;
        case Entity::company:
            sql =
                "SELECT DISTINCT o.id FROM channel c JOIN company o ON o.id = c.owner_id WHERE c.normal = ?1 AND "
                "c.kind = ?2 "
                "AND c.owner_kind = 'company' AND c.deleted_at_ms IS NULL AND o.deleted_at_ms IS NULL ORDER BY o.id";
            break;
        default: assert(!"only leads and clients own channels"); return std::vector<RecordRef>{};
    }
    auto statement = LK_TRY(connection.prepare(sql));
    statement.bind(1, normal).bind(2, kind);
    std::vector<RecordRef> owners;
    while (LK_TRY(statement.step())) owners.push_back({owner, statement.uuid(0)});
    return owners;
}

Result<CompanyId> find_company(Connection& connection, std::string_view name) {
    auto statement = LK_TRY(
        connection.prepare("SELECT id FROM company WHERE name = ?1 AND deleted_at_ms IS NULL ORDER BY id LIMIT 1"));
    statement.bind(1, name);
    if (!LK_TRY(statement.step())) return CompanyId{};
    return CompanyId{statement.uuid(0)};
}

Result<std::vector<CompanyName>> read_company_names(Connection& connection) {
    auto statement = LK_TRY(connection.prepare(
        "SELECT id, name FROM company WHERE name IS NOT NULL AND deleted_at_ms IS NULL ORDER BY id"));
    std::vector<CompanyName> names;
    while (LK_TRY(statement.step())) names.push_back({{statement.uuid(0)}, statement.text(1)});
    return names;
}

Result<std::vector<Uuid>> read_newest(Connection& connection, Entity entity, int limit) {
    // Ids are UUIDv7: their order is that of creation.
    std::string_view sql;
    switch (entity) {
        case Entity::lead: sql = "SELECT id FROM lead WHERE deleted_at_ms IS NULL ORDER BY id DESC LIMIT ?1"; break;
        case Entity::deal: sql = "SELECT id FROM deal WHERE deleted_at_ms IS NULL ORDER BY id DESC LIMIT ?1"; break;
        case Entity::contact:
            sql = "SELECT id FROM contact WHERE deleted_at_ms IS NULL ORDER BY id DESC LIMIT ?1";
            break;
        case Entity::company:
            sql = "SELECT id FROM company WHERE deleted_at_ms IS NULL ORDER BY id DESC LIMIT ?1";
            break;
        default: assert(!"only records with a card are listed"); return std::vector<Uuid>{};
    }
    auto statement = LK_TRY(connection.prepare(sql));
    statement.bind(1, static_cast<int64_t>(limit));
    return read_ids(std::move(statement));
}

Result<std::vector<Uuid>> read_deleted(Connection& connection, Entity entity, int limit) {
    std::string_view sql;
    switch (entity) {
        case Entity::lead:
            sql = "SELECT id FROM lead WHERE deleted_at_ms IS NOT NULL ORDER BY deleted_at_ms DESC, id DESC LIMIT ?1";
            break;
        case Entity::deal:
            sql = "SELECT id FROM deal WHERE deleted_at_ms IS NOT NULL ORDER BY deleted_at_ms DESC, id DESC LIMIT ?1";
            break;
        case Entity::contact:
            sql =
                "SELECT id FROM contact WHERE deleted_at_ms IS NOT NULL ORDER BY deleted_at_ms DESC, id DESC LIMIT ?1";
            break;
        case Entity::company:
            sql =
                "SELECT id FROM company WHERE deleted_at_ms IS NOT NULL ORDER BY deleted_at_ms DESC, id DESC LIMIT ?1";
            break;
        default: assert(!"only records with a card go to the trash"); return std::vector<Uuid>{};
    }
    auto statement = LK_TRY(connection.prepare(sql));
    statement.bind(1, static_cast<int64_t>(limit));
    return read_ids(std::move(statement));
}

Result<int64_t> count_live(Connection& connection, Entity entity) {
    std::string_view sql;
    switch (entity) {
        case Entity::lead: sql = "SELECT count(*) FROM lead WHERE deleted_at_ms IS NULL"; break;
        case Entity::deal: sql = "SELECT count(*) FROM deal WHERE deleted_at_ms IS NULL"; break;
        case Entity::contact: sql = "SELECT count(*) FROM contact WHERE deleted_at_ms IS NULL"; break;
        case Entity::company: sql = "SELECT count(*) FROM company WHERE deleted_at_ms IS NULL"; break;
        default: assert(!"only records with a card are counted"); return 0;
    }
    auto statement = LK_TRY(connection.prepare(sql));
    LK_CHECK(statement.step());
    return statement.integer(0);
}

Result<std::vector<Uuid>> read_open_cards(Connection& connection, Entity cards) {
    assert(cards == Entity::lead || cards == Entity::deal);
    // A stage that is missing is no end: its cards are open.
    return read_ids(LK_TRY(connection.prepare(
        cards == Entity::lead
            ? "SELECT l.id FROM lead l LEFT JOIN stage s ON s.id = l.stage_id AND s.deleted_at_ms IS NULL "
              "WHERE l.deleted_at_ms IS NULL AND ifnull(s.meaning, 'progress') = 'progress' ORDER BY l.id"
            : "SELECT d.id FROM deal d LEFT JOIN stage s ON s.id = d.stage_id AND s.deleted_at_ms IS NULL "
              "WHERE d.deleted_at_ms IS NULL AND ifnull(s.meaning, 'progress') = 'progress' ORDER BY d.id")));
}

Result<int64_t> count_open_cards(Connection& connection, Entity cards) {
    assert(cards == Entity::lead || cards == Entity::deal);
    auto statement = LK_TRY(connection.prepare(
        cards == Entity::lead
            ? "SELECT count(*) FROM lead l LEFT JOIN stage s ON s.id = l.stage_id AND s.deleted_at_ms IS NULL "
              "WHERE l.deleted_at_ms IS NULL AND ifnull(s.meaning, 'progress') = 'progress'"
            : "SELECT count(*) FROM deal d LEFT JOIN stage s ON s.id = d.stage_id AND s.deleted_at_ms IS NULL "
              "WHERE d.deleted_at_ms IS NULL AND ifnull(s.meaning, 'progress') = 'progress'"));
    LK_CHECK(statement.step());
    return statement.integer(0);
}

Result<std::vector<DealId>> find_deals_of_lead(Connection& connection, LeadId lead) {
    auto statement =
        LK_TRY(connection.prepare("SELECT id FROM deal WHERE lead_id = ?1 AND deleted_at_ms IS NULL ORDER BY id"));
    statement.bind(1, lead.uuid);
    std::vector<DealId> deals;
    while (LK_TRY(statement.step())) deals.push_back({statement.uuid(0)});
    return deals;
}

Result<std::vector<DealId>> find_deals_of_company(Connection& connection, CompanyId company) {
    auto statement =
        LK_TRY(connection.prepare("SELECT id FROM deal WHERE company_id = ?1 AND deleted_at_ms IS NULL ORDER BY id"));
    statement.bind(1, company.uuid);
    std::vector<DealId> deals;
    while (LK_TRY(statement.step())) deals.push_back({statement.uuid(0)});
    return deals;
}

Result<bool> has_won_deal(Connection& connection, RecordRef client) {
    assert(client.entity == Entity::contact || client.entity == Entity::company);
    auto statement = LK_TRY(connection.prepare(
        client.entity == Entity::contact
            ? "SELECT 1 FROM deal_contact k JOIN deal d ON d.id = k.deal_id JOIN stage s ON s.id = d.stage_id "
              "WHERE k.contact_id = ?1 AND k.deleted_at_ms IS NULL AND d.deleted_at_ms IS NULL AND s.meaning = "
              "'success' LIMIT 1"
            : "SELECT 1 FROM deal d JOIN stage s ON s.id = d.stage_id "
              "WHERE d.company_id = ?1 AND d.deleted_at_ms IS NULL AND s.meaning = 'success' LIMIT 1"));
    statement.bind(1, client.id);
    return statement.step();
}

}  // namespace leadkeep::store
