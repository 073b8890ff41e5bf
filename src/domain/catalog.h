// The catalogue of all synced tables: which registers a row has and which columns make up a register. The store's
// writer, the sync document, the importer and the forms all go by it, so a field is added here and in a migration.
//
// A register is what one stamp covers (a "cell" of the sync protocol): one column mostly, several where they only make
// sense together (amount and currency). A test holds the database schema to this table.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "domain/entity.h"

namespace leadkeep {

enum class ColumnType : uint8_t { text, integer, real, id };

struct Column {
    std::string_view name;
    ColumnType type = ColumnType::text;
    Entity target = Entity::count_;  // for ids: the table referred to, where it is always the same
};

struct Register {
    std::string_view name;
    std::span<Column const> columns;
};

enum class Mutability : uint8_t { mutable_rows, immutable_rows };

struct EntityInfo {
    Entity entity;
    std::string_view table;
    Mutability mutability;
    std::span<Register const> registers;
};

EntityInfo const& info(Entity entity);
std::span<EntityInfo const> all_entities();
std::optional<Entity> entity_by_table(std::string_view table);
// Index into info(entity).registers.
std::optional<uint8_t> register_index(Entity entity, std::string_view register_name);

}  // namespace leadkeep
