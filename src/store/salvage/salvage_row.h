// Judges whether a record found on some page is a row of one of our tables, and writes it into the fresh database.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/catalog.h"
#include "store/row_stamps.h"
#include "store/salvage/btree_pages.h"
#include "store/store.h"

namespace leadkeep::store {

// Where the columns of a table stand in its records: the schema's order, without generated columns.
struct TableShape {
    Entity entity = Entity::count_;
    bool has_rowid = false;
    std::vector<std::string> names;
    std::vector<ColumnType> types;       // those of `id` and `stamps` do not matter
    std::vector<uint8_t> registers;      // by column: its register in the catalogue
    std::vector<Entity> targets;         // by column: the table it refers to, count_ if none
};
// Of the fresh database, whose schema is ours; nothing of the damaged file's schema text is used.
Result<std::vector<TableShape>> read_table_shapes(Connection& connection);

// Whether the record can be a row of this table: id, stamps, and each field of its column's type.
bool fits(TableShape const& shape, BtreeCell const& cell);

class SalvageWriter {
public:
    SalvageWriter(Connection& writer, std::vector<TableShape> const& shapes) : writer_(&writer), shapes_(&shapes) {}

    // The damaged file's number for a device; others get a new device of their own.
    Result<void> know_device(uint32_t number, Uuid const& device);
    // Of two versions of a row the one changed later stays; a row that no longer says what it belongs to is of no use.
    // `fits(shape, cell)` must hold.
    enum class Written : uint8_t { added, replaced, kept_other, no_use };
    Result<Written> write(TableShape const& shape, BtreeCell const& cell);
    Result<bool> has(Entity entity, Uuid const& id);
    int64_t incomplete(Entity entity) const { return static_cast<int64_t>(incomplete_[static_cast<size_t>(entity)].size()); }

private:
    struct Version {
        std::pair<int64_t, uint32_t> changed{};  // the latest stamp: ms and counter
        bool whole = true;
    };
    Result<uint32_t> local_number(uint32_t number);
    Result<std::vector<uint8_t>> stamps_of(BtreeCell const& cell, std::vector<bool> const& lost_registers);
    Result<void> insert(TableShape const& shape, BtreeCell const& cell, std::vector<bool> const& lost_registers, bool replace);

    Connection* writer_;
    std::vector<TableShape> const* shapes_;
    std::map<uint32_t, uint32_t> numbers_;
    std::map<Entity, std::string> inserts_, finds_;
    std::vector<std::set<Uuid>> incomplete_ = std::vector<std::set<Uuid>>(static_cast<size_t>(Entity::count_));
};

}  // namespace leadkeep::store
