#include "store/queries/conflicts.h"

namespace leadkeep::store {
namespace {

constexpr std::string_view select = "SELECT number, table_name, id, register, lost_value, lost_stamp, settled FROM conflict ";

ConflictRow row_of(Statement const& statement) {
    ConflictRow row;
    row.number = statement.integer(0);
    row.table = statement.text(1);
    row.row = statement.uuid(2);
    row.register_name = statement.text(3);
    row.lost_value = statement.text(4);
    row.lost_stamp = statement.text(5);
    row.settled = statement.integer(6) != 0;
    return row;
}

}  // namespace

Result<std::vector<ConflictRow>> read_open_conflicts(Connection& connection, int limit) {
    auto query = LK_TRY(connection.prepare(std::string(select) + "WHERE settled = 0 ORDER BY number DESC LIMIT ?1"));
    query.bind(1, int64_t{limit});
    std::vector<ConflictRow> rows;
    while (LK_TRY(query.step())) rows.push_back(row_of(query));
    return rows;
}

Result<std::optional<ConflictRow>> read_conflict(Connection& connection, int64_t number) {
    auto query = LK_TRY(connection.prepare(std::string(select) + "WHERE number = ?1"));
    query.bind(1, number);
    if (!LK_TRY(query.step())) return std::optional<ConflictRow>{};
    return std::optional(row_of(query));
}

Result<int64_t> count_open_conflicts(Connection& connection) {
    auto query = LK_TRY(connection.prepare("SELECT count(*) FROM conflict WHERE settled = 0"));
    return LK_TRY(query.step()) ? query.integer(0) : 0;
}

Result<void> settle_conflict(Connection& writer, int64_t number) {
    auto statement = LK_TRY(writer.prepare("UPDATE conflict SET settled = 1 WHERE number = ?1"));
    return statement.bind(1, number).run();
}

Result<void> settle_all_conflicts(Connection& writer) {
    auto statement = LK_TRY(writer.prepare("UPDATE conflict SET settled = 1 WHERE settled = 0"));
    return statement.run();
}

}  // namespace leadkeep::store
