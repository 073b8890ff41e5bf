// The SELECT of each table is written once from the catalogue and kept, so that the connection's cache finds it.
#include "store/queries/rows.h"

#include <array>
#include <cassert>

namespace leadkeep::store {
namespace {

std::string select_columns(Entity entity) {
    std::string sql = "SELECT id";
    for (auto const& one : info(entity).registers)
        for (auto const& column : one.columns) (sql += ", ") += column.name;
    sql += " FROM ";
    sql += info(entity).table;
    return sql;
}

enum class Selection : uint8_t { by_id, live, of_owner, by_first_column, by_second_column, count_ };

std::string const& select_sql(Entity entity, Selection selection) {
    static std::array<std::array<std::string, static_cast<size_t>(Selection::count_)>,
                      static_cast<size_t>(Entity::count_)>
        all;
    std::string& sql = all[static_cast<size_t>(entity)][static_cast<size_t>(selection)];
    if (!sql.empty()) return sql;
    sql = select_columns(entity);
    switch (selection) {
        case Selection::by_id: sql += " WHERE id = ?1"; break;
        case Selection::live: sql += " WHERE deleted_at_ms IS NULL ORDER BY id"; break;
        case Selection::of_owner:
            sql += " WHERE owner_id = ?1 AND owner_kind = ?2 AND deleted_at_ms IS NULL ORDER BY id";
            break;
        case Selection::by_first_column:
        case Selection::by_second_column: {
            auto const columns = info(entity).registers[1].columns;
            sql += " WHERE ";
            sql += columns[selection == Selection::by_first_column ? 0 : 1].name;
            sql += " = ?1 AND deleted_at_ms IS NULL ORDER BY id";
            break;
        }
        case Selection::count_: break;
    }
    return sql;
}

Row row_of(Entity entity, Statement const& statement) {
    std::vector<Value> values;
    size_t count = 0;
    for (auto const& one : info(entity).registers) count += one.columns.size();
    values.reserve(count);
    for (size_t i = 0; i < count; ++i) values.push_back(statement.value(static_cast<int>(i) + 1));
    return {entity, statement.uuid(0), std::move(values)};
}

Result<std::vector<Row>> read_all(Statement statement, Entity entity) {
    std::vector<Row> rows;
    while (LK_TRY(statement.step())) rows.push_back(row_of(entity, statement));
    return rows;
}

}  // namespace

Value const& Row::value(std::string_view column) const {
    size_t index = 0;
    for (auto const& one : info(entity_).registers)
        for (auto const& each : one.columns) {
            if (each.name == column) return values_[index];
            ++index;
        }
    assert(!"the catalogue has no such column");
    static Value const nothing;
    return nothing;
}

std::string Row::text(std::string_view column) const {
    auto const* text = std::get_if<std::string>(&value(column));
    return text ? *text : std::string();
}

int64_t Row::integer(std::string_view column) const {
    Value const& found = value(column);
    if (auto const* number = std::get_if<int64_t>(&found)) return *number;
    if (auto const* number = std::get_if<double>(&found)) return static_cast<int64_t>(*number);
    return 0;
}

double Row::real(std::string_view column) const {
    Value const& found = value(column);
    if (auto const* number = std::get_if<double>(&found)) return *number;
    if (auto const* number = std::get_if<int64_t>(&found)) return static_cast<double>(*number);
    return 0;
}

Uuid Row::uuid(std::string_view column) const {
    auto const* id = std::get_if<Uuid>(&value(column));
    return id ? *id : Uuid{};
}

std::vector<Value> Row::cell(std::string_view register_name) const {
    size_t index = 0;
    for (auto const& one : info(entity_).registers) {
        if (one.name == register_name) {
            auto const first = values_.begin() + static_cast<ptrdiff_t>(index);
            return {first, first + static_cast<ptrdiff_t>(one.columns.size())};
        }
        index += one.columns.size();
    }
    return {};
}

Result<std::optional<Row>> read_row(Connection& connection, Entity entity, Uuid const& id) {
    auto statement = LK_TRY(connection.prepare(select_sql(entity, Selection::by_id)));
    statement.bind(1, id);
    if (!LK_TRY(statement.step())) return std::nullopt;
    return row_of(entity, statement);
}

Result<std::vector<Row>> read_live_rows(Connection& connection, Entity entity) {
    return read_all(LK_TRY(connection.prepare(select_sql(entity, Selection::live))), entity);
}

Result<std::vector<Row>> read_parts(Connection& connection, Entity part, RecordRef owner) {
    auto statement = LK_TRY(connection.prepare(select_sql(part, Selection::of_owner)));
    statement.bind(1, owner.id).bind(2, info(owner.entity).table);
    return read_all(std::move(statement), part);
}

Result<std::vector<Row>> read_links(Connection& connection, Entity pairs, std::string_view column, Uuid const& id) {
    auto const columns = info(pairs).registers[1].columns;
    assert(columns.size() == 2 && (columns[0].name == column || columns[1].name == column));
    auto const selection = columns[0].name == column ? Selection::by_first_column : Selection::by_second_column;
    auto statement = LK_TRY(connection.prepare(select_sql(pairs, selection)));
    statement.bind(1, id);
    return read_all(std::move(statement), pairs);
}

}  // namespace leadkeep::store
