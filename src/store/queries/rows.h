// Whole rows of any synced table, by the catalogue: what commands compare with and cards are made of.
// Limits: one row costs one look-up by id; lists here are the workspace's short ones (stages, sources…), never all leads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "domain/catalog.h"
#include "store/connection.h"

namespace leadkeep::store {

class Row {
public:
    Row(Entity entity, Uuid const& id, std::vector<Value> values) : entity_(entity), id_(id), values_(std::move(values)) {}

    Entity entity() const { return entity_; }
    Uuid const& id() const { return id_; }
    RecordRef ref() const { return {entity_, id_}; }

    // By the column's name in the catalogue; asking for another one is a bug. NULL reads as "", 0 or a nil id.
    Value const& value(std::string_view column) const;
    bool has(std::string_view column) const { return !leadkeep::is_null(value(column)); }
    std::string text(std::string_view column) const;
    int64_t integer(std::string_view column) const;
    double real(std::string_view column) const;
    Uuid uuid(std::string_view column) const;

    // All columns of one register, in order; empty if there is no such register.
    std::vector<Value> cell(std::string_view register_name) const;
    bool is_deleted() const { return has("deleted_at_ms"); }

private:
    Entity entity_;
    Uuid id_;
    std::vector<Value> values_;  // in the order of the catalogue
};

// Deleted rows too: the caller asks is_deleted().
Result<std::optional<Row>> read_row(Connection& connection, Entity entity, Uuid const& id);
// Rows that are not deleted. For the short lists: stages, sources, loss reasons, managers, tags, custom fields…
Result<std::vector<Row>> read_live_rows(Connection& connection, Entity entity);
// Parts of a record that are not deleted (channel, activity, product_line, tag_link, custom_value).
Result<std::vector<Row>> read_parts(Connection& connection, Entity part, RecordRef owner);
// The rows of a table of pairs (contact_company, deal_contact) whose `column` is `id`, not deleted.
Result<std::vector<Row>> read_links(Connection& connection, Entity pairs, std::string_view column, Uuid const& id);

}  // namespace leadkeep::store
