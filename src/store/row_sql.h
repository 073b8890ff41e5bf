// The SQL that follows from the catalogue: one INSERT for each table, SELECT and UPDATE of some registers of a row.
// Limits: positions are fixed (below); whoever binds or reads goes by them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/value.h"
#include "domain/catalog.h"

namespace leadkeep::store {

// ?1 the id, ?2 the packed stamps, then all columns in the catalogue's order.
std::string const& insert_sql(Entity entity);
// The parameter of a register's first column in insert_sql().
int first_parameter(Entity entity, uint8_t register_index);
// Column 0 the packed stamps, then the columns of the registers in the given order; ?1 the id.
std::string select_sql(Entity entity, std::span<uint8_t const> registers);
// ?1 the id, ?2 the packed stamps, then the columns of the registers in the given order.
std::string update_sql(Entity entity, std::span<uint8_t const> registers);

// The one spelling that a column stores: empty texts and nil ids are NULL, whole numbers in a real column are real.
Value normal_value(Value value, ColumnType type);
bool fits(Value const& value, ColumnType type);

}  // namespace leadkeep::store
