// Databases as each released schema version wrote them open, migrate, and still say what they said.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/database_file.h"
#include "app/workspace.h"
#include "base/i18n.h"
#include "domain/catalog.h"
#include "must.h"
#include "store/check.h"
#include "store/migrations.h"
#include "store/salvage/memory_image.h"
#include "store/salvage/salvage.h"
#include "store/transaction.h"

using namespace leadkeep;
using namespace leadkeep::store;

namespace {

Uuid id_of(std::string_view table) { return uuid_v5(leadkeep_space, "fixture/" + std::string(table)); }

// What the fixture's row says in this column.
Value said(Column const& column) {
    if (column.name == "owner_kind") return std::string("lead");
    if (column.name == "owner_id") return id_of("lead");
    if (column.name == "data") return std::string(R"({"text":"заметка"})");
    if (column.name == "value" || column.name == "required_fields") return std::string(R"(["value"])");
    if (column.name == "currency") return std::string("RUB");
    switch (column.type) {
        case ColumnType::integer: return int64_t{1'700'000'000'000} + static_cast<int64_t>(column.name.size());
        case ColumnType::real: return 2.5;
        case ColumnType::id: return column.target == Entity::count_ ? id_of(column.name) : id_of(info(column.target).table);
        case ColumnType::text: break;
    }
    return "«" + std::string(column.name) + "»";
}

bool is_set(Register const& one) { return one.name != "deleted" && one.name != "created" && one.name != "merged_into"; }

void write_every_kind(Store& store) {
    auto change = must(Transaction::begin(store, {"Fixture", {}, {}}));
    for (auto const& entity : all_entities()) {
        std::vector<Cell> cells;
        for (auto const& one : entity.registers) {
            if (!is_set(one)) continue;
            Cell cell{one.name, {}};
            for (auto const& column : one.columns) cell.values.push_back(said(column));
            cells.push_back(std::move(cell));
        }
        must(change.insert(entity.entity, id_of(entity.table), cells));
    }
    must(change.commit());
    must(store.writer().execute("INSERT INTO draft VALUES (x'0102030405060708090a0b0c0d0e0f10', 'title', 'half typed', 1)"));
}

std::string fixture(int version) {
    char name[64];
    std::snprintf(name, sizeof name, "/tests/store/fixtures/schema_%04d.sqlite", version);
    std::ifstream file(std::string(LEADKEEP_SOURCE_DIR) + name, std::ios::binary);
    REQUIRE_MESSAGE(file, name, " is missing");
    return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> columns_of(Store& store, std::string_view table) {
    std::set<std::string> names;
    auto query = must(store.reader().prepare("SELECT name FROM pragma_table_info(?1)"));
    query.bind(1, table);
    while (must(query.step())) names.insert(query.text(0));
    return names;
}

// `known`: the tables' columns as that version had them.
void read_every_kind(Store& store, std::map<std::string, std::set<std::string>> const& known) {
    for (auto const& entity : all_entities()) {
        std::string const table(entity.table);
        if (!known.contains(table)) continue;
        for (auto const& one : entity.registers)
            for (auto const& column : one.columns) {
                if (!is_set(one) || !known.at(table).contains(std::string(column.name))) continue;
                auto query = must(store.reader().prepare("SELECT " + std::string(column.name) + " FROM " + table + " WHERE id = ?1"));
                query.bind(1, id_of(table));
                REQUIRE_MESSAGE(must(query.step()), table);
                CHECK_MESSAGE(query.value(0) == said(column), table, ".", std::string(column.name));
            }
    }
}

}  // namespace

TEST_CASE("writes the fixture of the newest schema when it is asked to") {
    char const* const path = std::getenv("LEADKEEP_WRITE_FIXTURE");
    if (!path) return;
    auto const image = must(MemoryImage::make());
    {
        auto const store = must(Store::open({.path = image.path()}));
        write_every_kind(*store);
    }
    auto const bytes = must(image.bytes());
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

TEST_CASE("a database of every released schema version opens and reads as it was written") {
    for (int version = 1; version <= static_cast<int>(migrations().size()); ++version) {
        CAPTURE(version);
        auto const bytes = fixture(version);
        std::map<std::string, std::set<std::string>> known;
        {
            auto const image = must(MemoryImage::make(app::bytes_of(bytes)));
            auto const connection = must(Connection::open(image.path(), "", Connection::Access::read_only));
            auto query = must(connection->prepare("SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'"));
            while (must(query.step())) known[query.text(0)].insert(query.text(1));
        }
        auto const image = must(MemoryImage::make(app::bytes_of(bytes)));
        CHECK(must(Store::needs_migration({.path = image.path()})) == (version < static_cast<int>(migrations().size())));
        auto const store = must(Store::open({.path = image.path()}));
        CHECK(store->schema_version() == static_cast<int>(migrations().size()));
        read_every_kind(*store, known);
        for (auto const& finding : must(check(*store))) CHECK_MESSAGE(finding.severity != Severity::damage, describe(finding));
        CHECK(columns_of(*store, "draft").size() == 4);
        // As a backup, and as a file to be salvaged.
        CHECK(must(app::read_database_file(bytes)).preview.leads == 1);
        auto const rescued = must(salvage(app::bytes_of(bytes)));
        read_every_kind(*rescued.store, known);
    }
}

TEST_CASE("that a database must be migrated is known before anything of it is changed") {
    auto const image = must(MemoryImage::make(app::bytes_of(fixture(1))));
    CHECK_FALSE(must(Store::needs_migration({.path = must(MemoryImage::make()).path()})));  // one that would only be made
    auto const before = must(image.bytes());
    must(Store::needs_migration({.path = image.path()}));
    CHECK(must(image.bytes()) == before);
    must(must(Connection::open(image.path(), "", Connection::Access::read_write))->execute("PRAGMA user_version = 0"));
    CHECK(must(Store::needs_migration({.path = image.path()})));
}

TEST_CASE("a screen shows the lead that the oldest version wrote") {
    auto const image = must(MemoryImage::make(app::bytes_of(fixture(1))));
    auto const workspace = must(app::Workspace::open({.path = image.path()}));
    auto const& record = workspace->record({Entity::lead, id_of("lead")});
    REQUIRE(record);
    CHECK(record->title == "«title»");
}
