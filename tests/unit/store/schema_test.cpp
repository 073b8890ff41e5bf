// The database's schema against the catalogue of records.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "store/migrations.h"
#include "unit/store/store_fixture.h"

namespace leadkeep::store {
namespace {

std::map<std::string, std::string> stored_columns(MemoryStore& store, std::string_view table) {
    std::map<std::string, std::string> columns;
    auto query = must(store->reader().prepare("SELECT name, type FROM pragma_table_info(?1)"));
    query.bind(1, table);
    while (must(query.step())) columns.emplace(query.text(0), query.text(1));
    return columns;
}

char const* type_name(ColumnType type) {
    switch (type) {
        case ColumnType::text: return "TEXT";
        case ColumnType::integer: return "INTEGER";
        case ColumnType::real: return "REAL";
        case ColumnType::id: return "BLOB";
    }
    return "";
}

}  // namespace

TEST_CASE("every table holds exactly the columns of the catalogue, with their types") {
    MemoryStore store;
    for (auto const& entity : all_entities()) {
        CAPTURE(entity.table);
        std::map<std::string, std::string> listed{{"id", "BLOB"}, {"stamps", "BLOB"}};
        for (auto const& one : entity.registers)
            for (auto const& column : one.columns) listed.emplace(column.name, type_name(column.type));
        CHECK(stored_columns(store, entity.table) == listed);
    }
}

TEST_CASE("registers and columns of a table have different names") {
    for (auto const& entity : all_entities()) {
        CAPTURE(entity.table);
        std::set<std::string_view> registers, columns;
        size_t count = 0;
        for (auto const& one : entity.registers) {
            registers.insert(one.name);
            for (auto const& column : one.columns) columns.insert(column.name), ++count;
        }
        CHECK(registers.size() == entity.registers.size());
        CHECK(columns.size() == count);
        CHECK(entity.registers.size() < 255);
    }
}

TEST_CASE("synced tables have no foreign keys and nothing unique beside their id") {
    MemoryStore store;
    for (auto const& entity : all_entities()) {
        CAPTURE(entity.table);
        auto keys = must(store->reader().prepare("SELECT count(*) FROM pragma_foreign_key_list(?1)"));
        keys.bind(1, entity.table);
        REQUIRE(must(keys.step()));
        CHECK(keys.integer(0) == 0);
        auto indices = must(store->reader().prepare("SELECT count(*) FROM pragma_index_list(?1) WHERE \"unique\" AND origin <> 'pk'"));
        indices.bind(1, entity.table);
        REQUIRE(must(indices.step()));
        CHECK(indices.integer(0) == 0);
    }
}

TEST_CASE("a place in a column counts only while the card is in that column") {
    MemoryStore store;
    Uuid const here{{1}}, there{{2}};
    auto command = store.begin();
    auto const id = must(command.insert(Entity::lead, {}, {{"stage", {here, command.now_ms()}}, {"position", {here, "V"}}}));
    auto const moved = must(command.insert(Entity::lead, {}, {{"stage", {here, command.now_ms()}}, {"position", {there, "V"}}}));
    must(command.commit());
    CHECK(store.column(Entity::lead, id, "board_key") == Value("V"));
    CHECK(store.column(Entity::lead, moved, "board_key") == Value(""));
}

TEST_CASE("a board's column and its sums are read from its index alone") {
    MemoryStore store;
    std::string const key = "(CASE WHEN position_stage_id = stage_id THEN position_key ELSE '' END)", live = " FROM lead WHERE deleted_at_ms IS NULL";
    for (auto const& sql : {"SELECT id, amount_minor, currency" + live + " AND stage_id = ?1 ORDER BY " + key + ", id",
                            "SELECT stage_id, currency, count(*), sum(amount_minor)" + live + " GROUP BY stage_id, currency"}) {
        auto plan = must(store->reader().prepare("EXPLAIN QUERY PLAN " + sql));
        std::string steps;
        while (must(plan.step())) steps += plan.text(3) + "\n";
        CHECK_MESSAGE(steps.find("USING COVERING INDEX lead_board") != std::string::npos, steps);
        CHECK_MESSAGE(steps.find("ORDER BY") == std::string::npos, steps);
    }
}

TEST_CASE("the few postponed cards are found without a look at all the others") {
    MemoryStore store;
    for (char const* table : {"lead", "deal"}) {
        auto plan = must(store->reader().prepare("EXPLAIN QUERY PLAN SELECT id FROM " + std::string(table) + " WHERE postponed_until > ?1"));
        REQUIRE(must(plan.step()));
        CHECK(plan.text(3).find("SEARCH " + std::string(table) + " USING") != std::string::npos);
    }
}

}  // namespace leadkeep::store
