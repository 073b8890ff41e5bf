// Rows of synced tables as the sync layer sees them: every register's values and stamp, read and written as they are,
// with no stamps of our own, no events and no inverse. Everything a person does goes through Transaction instead.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "domain/catalog.h"
#include "domain/stamp.h"
#include "store/connection.h"

namespace leadkeep::store {

// A register that was never set is NULL with the zero stamp: in the table, one that is NULL and has no stamp of its own.
struct SyncedRow {
    Uuid id;
    std::vector<Value> values;  // columns of all registers in the catalogue's order
    std::vector<Stamp> stamps;  // by register
    Stamp made;                 // of a row none of whose registers was ever set: that it is there is all it says
};

// Where the columns of each register begin in SyncedRow::values.
size_t first_column(Entity entity, size_t register_index);

enum class WriteAs : uint8_t { new_row, existing_row };

// On one connection. Keeps the device numbers it has met.
class SyncedRows {
public:
    explicit SyncedRows(Connection& connection) : connection_(&connection) {}

    Result<std::optional<SyncedRow>> find(Entity entity, Uuid const& id);
    // At most `limit` rows in the order of their ids, those after `after` (nil: from the beginning).
    Result<std::vector<SyncedRow>> next(Entity entity, Uuid const& after, int limit);
    Result<> write(Entity entity, SyncedRow const& row, WriteAs as);

private:
    Result<SyncedRow> read(Entity entity, Statement const& row);
    Result<Uuid> device(uint32_t number);
    Result<uint32_t> number(Uuid const& device);
    Result<std::vector<uint8_t>> packed(Entity entity, SyncedRow const& row);

    Connection* connection_;
    std::unordered_map<uint32_t, Uuid> devices_;
    std::unordered_map<Uuid, uint32_t> numbers_;
};

}  // namespace leadkeep::store
