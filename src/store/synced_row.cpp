// The statements are made from the catalogue once per table; the order of columns is that of SyncedRow::values.
#include "store/synced_row.h"

#include <algorithm>
#include <array>

#include "base/i18n.h"
#include "store/row_stamps.h"

namespace leadkeep::store {
namespace {

struct TableSql {
    std::string find, next, insert, update;
    std::vector<size_t> first_columns;  // by register, and one past the last
};

TableSql make_sql(EntityInfo const& of) {
    TableSql sql;
    std::string columns, parameters, assignments;
    size_t count = 0;
    for (auto const& one : of.registers) {
        sql.first_columns.push_back(count);
        for (auto const& column : one.columns) {
            std::string const name(column.name);
            std::string const parameter = "?" + std::to_string(3 + count++);
            columns += ", " + name;
            parameters += ", " + parameter;
            assignments += ", " + name + " = " + parameter;
        }
    }
    sql.first_columns.push_back(count);
    std::string const table(of.table);
    sql.find = "SELECT id, stamps" + columns + " FROM " + table + " WHERE id = ?1";
    sql.next = "SELECT id, stamps" + columns + " FROM " + table + " WHERE id > ?1 ORDER BY id LIMIT ?2";
    sql.insert = "INSERT INTO " + table + " (id, stamps" + columns + ") VALUES (?1, ?2" + parameters + ")";
    sql.update = "UPDATE " + table + " SET stamps = ?2" + assignments + " WHERE id = ?1";
    return sql;
}

TableSql const& sql_of(Entity entity) {
    static auto const all = [] {
        std::array<TableSql, static_cast<size_t>(Entity::count_)> made;
        for (auto const& of : all_entities()) made[static_cast<size_t>(of.entity)] = make_sql(of);
        return made;
    }();
    return all[static_cast<size_t>(entity)];
}

bool has_value(Entity entity, SyncedRow const& row, size_t index) {
    auto const& firsts = sql_of(entity).first_columns;
    return std::any_of(row.values.begin() + static_cast<ptrdiff_t>(firsts[index]), row.values.begin() + static_cast<ptrdiff_t>(firsts[index + 1]),
                       [](Value const& value) { return !is_null(value); });
}

// The stamp that most registers with a value share packs the row smallest. Without any value there is only the stamp
// with which the row was made.
Stamp row_stamp(Entity entity, SyncedRow const& row) {
    Stamp best = row.made;
    ptrdiff_t best_count = 0;
    for (size_t i = 0; i < row.stamps.size(); ++i) {
        if (!has_value(entity, row, i)) continue;
        auto const count = std::count(row.stamps.begin(), row.stamps.end(), row.stamps[i]);
        if (count > best_count) {
            best = row.stamps[i];
            best_count = count;
        }
    }
    return best;
}

}  // namespace

size_t first_column(Entity entity, size_t register_index) { return sql_of(entity).first_columns[register_index]; }

Result<Uuid> SyncedRows::device(uint32_t number) {
    if (auto const found = devices_.find(number); found != devices_.end()) return found->second;
    auto const device = LK_TRY(device_of(*connection_, number));
    devices_.emplace(number, device);
    return device;
}

Result<uint32_t> SyncedRows::number(Uuid const& device) {
    if (auto const found = numbers_.find(device); found != numbers_.end()) return found->second;
    auto const number = LK_TRY(number_of(*connection_, device));
    numbers_.emplace(device, number);
    return number;
}

Result<SyncedRow> SyncedRows::read(Entity entity, Statement const& row) {
    auto const& firsts = sql_of(entity).first_columns;
    size_t const register_count = firsts.size() - 1;
    SyncedRow result{row.uuid(0), std::vector<Value>(firsts.back()), std::vector<Stamp>(register_count), {}};
    for (size_t i = 0; i < firsts.back(); ++i) result.values[i] = row.value(static_cast<int>(2 + i));
    auto const bytes = row.blob(1);
    auto const stamps = RowStamps::parse(bytes, register_count);
    if (!stamps) return fail(ErrorKind::corrupt, tr_mark("The database is damaged: {0}."), {"stamps of " + result.id.to_string()});
    std::vector<char> own(register_count, 0);
    for (size_t at = RowStamps::stamp_size; at < bytes.size(); at += RowStamps::own_size) own[bytes[at]] = 1;
    auto const global = [this](LocalStamp const& local) -> Result<Stamp> {
        return Stamp{local.ms, local.counter, LK_TRY(device(local.device_number)), local.seq};
    };
    bool ever_set = false;
    for (size_t i = 0; i < register_count; ++i) {
        if (!own[i] && !has_value(entity, result, i)) continue;
        result.stamps[i] = LK_TRY(global(stamps->of(static_cast<uint8_t>(i))));
        ever_set = true;
    }
    if (!ever_set) result.made = LK_TRY(global(stamps->row()));
    return result;
}

Result<std::optional<SyncedRow>> SyncedRows::find(Entity entity, Uuid const& id) {
    auto query = LK_TRY(connection_->prepare(sql_of(entity).find));
    query.bind(1, id);
    if (!LK_TRY(query.step())) return std::optional<SyncedRow>{};
    return std::optional<SyncedRow>{LK_TRY(read(entity, query))};
}

Result<std::vector<SyncedRow>> SyncedRows::next(Entity entity, Uuid const& after, int limit) {
    auto query = LK_TRY(connection_->prepare(sql_of(entity).next));
    query.bind_blob(1, after.bytes);
    query.bind(2, int64_t{limit});
    std::vector<SyncedRow> rows;
    while (LK_TRY(query.step())) rows.push_back(LK_TRY(read(entity, query)));
    return rows;
}

// By hand, since a NULL whose stamp happens to be the row's must keep an entry: without one it would count as never set.
Result<std::vector<uint8_t>> SyncedRows::packed(Entity entity, SyncedRow const& row) {
    Stamp const shared = row_stamp(entity, row);
    std::vector<uint8_t> bytes(RowStamps::stamp_size);
    auto const pack = [&](Stamp const& stamp, size_t at) -> Result<> {
        pack_stamp({stamp.ms, stamp.counter, LK_TRY(number(stamp.device)), stamp.seq}, bytes.data() + at);
        return {};
    };
    LK_CHECK(pack(shared, 0));
    for (size_t i = 0; i < row.stamps.size(); ++i) {
        bool const with_value = has_value(entity, row, i);
        if (with_value ? row.stamps[i] == shared : row.stamps[i].is_zero()) continue;
        size_t const at = bytes.size();
        bytes.resize(at + RowStamps::own_size);
        bytes[at] = static_cast<uint8_t>(i);
        LK_CHECK(pack(row.stamps[i], at + 1));
    }
    return bytes;
}

Result<> SyncedRows::write(Entity entity, SyncedRow const& row, WriteAs as) {
    auto const stamps = LK_TRY(packed(entity, row));
    auto statement = LK_TRY(connection_->prepare(as == WriteAs::new_row ? sql_of(entity).insert : sql_of(entity).update));
    statement.bind(1, row.id);
    statement.bind_blob(2, stamps);
    for (size_t i = 0; i < row.values.size(); ++i) statement.bind(static_cast<int>(3 + i), row.values[i]);
    return statement.run();
}

}  // namespace leadkeep::store
