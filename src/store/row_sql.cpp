// Builds the statements' texts; those of INSERT once for each table.
#include "store/row_sql.h"

#include <array>
#include <utility>

namespace leadkeep::store {
namespace {

struct TableSql {
    std::string insert;
    std::vector<int> first_parameters;  // by register
};

TableSql built(EntityInfo const& entity) {
    TableSql sql;
    sql.insert = "INSERT INTO " + std::string(entity.table) + " (id, stamps";
    int parameters = 2;
    for (auto const& one : entity.registers) {
        sql.first_parameters.push_back(parameters + 1);
        for (auto const& column : one.columns) {
            sql.insert.append(", ").append(column.name);
            ++parameters;
        }
    }
    sql.insert += ") VALUES (?1";
    for (int i = 2; i <= parameters; ++i) sql.insert += ", ?" + std::to_string(i);
    sql.insert += ")";
    return sql;
}

TableSql const& table_sql(Entity entity) {
    static auto const all = [] {
        std::array<TableSql, static_cast<size_t>(Entity::count_)> tables;
        for (auto const& one : all_entities()) tables[static_cast<size_t>(one.entity)] = built(one);
        return tables;
    }();
    return all[static_cast<size_t>(entity)];
}

}  // namespace

std::string const& insert_sql(Entity entity) { return table_sql(entity).insert; }

int first_parameter(Entity entity, uint8_t register_index) { return table_sql(entity).first_parameters[register_index]; }

std::string select_sql(Entity entity, std::span<uint8_t const> registers) {
    auto const& table = info(entity);
    std::string sql = "SELECT stamps";
    for (auto const index : registers)
        for (auto const& column : table.registers[index].columns) sql.append(", ").append(column.name);
    return sql.append(" FROM ").append(table.table).append(" WHERE id = ?1");
}

std::string update_sql(Entity entity, std::span<uint8_t const> registers) {
    auto const& table = info(entity);
    std::string sql = "UPDATE " + std::string(table.table) + " SET stamps = ?2";
    int parameter = 2;
    for (auto const index : registers)
        for (auto const& column : table.registers[index].columns)
            sql.append(", ").append(column.name).append(" = ?").append(std::to_string(++parameter));
    return sql += " WHERE id = ?1";
}

Value normal_value(Value value, ColumnType type) {
    if (auto const* text = std::get_if<std::string>(&value); text && text->empty()) return Null{};
    if (auto const* id = std::get_if<Uuid>(&value); id && id->is_nil()) return Null{};
    if (auto const* whole = std::get_if<int64_t>(&value); whole && type == ColumnType::real) return static_cast<double>(*whole);
    return value;
}

bool fits(Value const& value, ColumnType type) {
    switch (type) {
        case ColumnType::text: return is_null(value) || std::holds_alternative<std::string>(value);
        case ColumnType::integer: return is_null(value) || std::holds_alternative<int64_t>(value);
        case ColumnType::real: return is_null(value) || std::holds_alternative<double>(value);
        case ColumnType::id: return is_null(value) || std::holds_alternative<Uuid>(value);
    }
    return false;
}

}  // namespace leadkeep::store
