// The shapes come from the fresh database and the catalogue; rows go in as they are, stamps with this file's device numbers.
#include "store/salvage/salvage_row.h"

#include <algorithm>
#include <utility>

#include "base/name_fold.h"
#include "platform/random.h"

namespace leadkeep::store {
namespace {

using Kind = StoredField::Kind;

constexpr size_t id_column = 0, stamps_column = 1;

bool is_utf8(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
        size_t const start = at;
        if (next_code_point(text, at) == 0xFFFD && at == start + 1) return false;
    }
    return true;
}

// Lost pages cut a row short; an out-of-date one in its middle shows as text that is none.
bool is_lost(StoredField const& field) { return field.kind == Kind::cut || (field.kind == Kind::text && !is_utf8(field.text())); }

bool has_type(StoredField const& field, ColumnType type) {
    if (field.kind == Kind::null || field.kind == Kind::cut) return true;
    switch (type) {
        case ColumnType::text: return field.kind == Kind::text;
        case ColumnType::integer: return field.kind == Kind::integer;
        case ColumnType::real: return field.kind == Kind::real || field.kind == Kind::integer;  // 2.0 is stored as 2
        case ColumnType::id: return field.kind == Kind::blob && field.bytes.size() == 16;
    }
    return false;
}

std::pair<int64_t, uint32_t> latest_change(std::span<uint8_t const> stamps) {
    std::pair<int64_t, uint32_t> latest{};
    for (size_t at = 0; at + RowStamps::stamp_size <= stamps.size(); at += at == 0 ? RowStamps::stamp_size + 1 : RowStamps::own_size) {
        auto const stamp = unpack_stamp(stamps.data() + at);
        latest = std::max(latest, std::pair(stamp.ms, stamp.counter));
    }
    return latest;
}

size_t register_count(TableShape const& shape) { return info(shape.entity).registers.size(); }

// What a lost value belongs to is lost as a whole.
std::vector<bool> lost_registers_of(TableShape const& shape, BtreeCell const& cell) {
    std::vector<bool> lost(register_count(shape));
    for (size_t i = stamps_column + 1; i < cell.fields.size(); ++i)
        if (is_lost(cell.fields[i])) lost[shape.registers[i]] = true;
    return lost;
}

void describe_column(TableShape& shape, std::string name) {
    ColumnType type = ColumnType::text;
    Entity target = Entity::count_;
    uint8_t of = 0;
    auto const registers = info(shape.entity).registers;
    for (size_t i = 0; i < registers.size(); ++i)
        for (auto const& column : registers[i].columns)
            if (column.name == name) type = column.type, target = column.target, of = static_cast<uint8_t>(i);
    shape.names.push_back(std::move(name));
    shape.types.push_back(type);
    shape.registers.push_back(of);
    shape.targets.push_back(target);
}

void bind_field(Statement& statement, int index, StoredField const& field) {
    switch (field.kind) {
        case Kind::integer: statement.bind(index, field.integer); break;
        case Kind::real: statement.bind(index, field.real); break;
        case Kind::text: statement.bind_borrowed(index, field.text()); break;
        case Kind::blob: statement.bind_blob(index, field.bytes); break;
        case Kind::null:
        case Kind::cut: statement.bind(index, Null{}); break;
    }
}

}  // namespace

Result<std::vector<TableShape>> read_table_shapes(Connection& connection) {
    std::vector<TableShape> shapes;
    for (auto const& entity : all_entities()) {
        TableShape shape;
        shape.entity = entity.entity;
        auto columns = LK_TRY(connection.prepare("SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid"));
        columns.bind(1, entity.table);
        while (LK_TRY(columns.step())) describe_column(shape, columns.text(0));
        auto table = LK_TRY(connection.prepare("SELECT NOT wr FROM pragma_table_list(?1)"));
        table.bind(1, entity.table);
        shape.has_rowid = LK_TRY(table.step()) && table.integer(0) != 0;
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

bool fits(TableShape const& shape, BtreeCell const& cell) {
    auto const& fields = cell.fields;
    if (fields.size() != shape.types.size() || fields[stamps_column].kind != Kind::blob || !has_type(fields[id_column], ColumnType::id) ||
        fields[id_column].kind != Kind::blob || Uuid::from_bytes(fields[id_column].bytes)->is_nil())
        return false;
    for (size_t i = stamps_column + 1; i < fields.size(); ++i)
        if (!has_type(fields[i], shape.types[i])) return false;
    return RowStamps::parse(fields[stamps_column].bytes, register_count(shape)).has_value();
}

Result<void> SalvageWriter::know_device(uint32_t number, Uuid const& device) {
    if (number != 0 && !numbers_.contains(number)) numbers_[number] = LK_TRY(number_of(*writer_, device));
    return {};
}

Result<uint32_t> SalvageWriter::local_number(uint32_t number) {
    if (number == 0) return uint32_t{0};
    if (auto const found = numbers_.find(number); found != numbers_.end()) return found->second;
    return numbers_[number] = LK_TRY(number_of(*writer_, platform::new_uuid()));
}

// A register with a lost value counts as never set: a merge then fills it from another device.
Result<std::vector<uint8_t>> SalvageWriter::stamps_of(BtreeCell const& cell, std::vector<bool> const& lost_registers) {
    auto const stored = cell.fields[stamps_column].bytes;
    std::vector<uint8_t> stamps;
    for (size_t at = 0; at < stored.size();) {
        bool const own = at != 0;
        if (!own || !lost_registers[stored[at]]) {
            if (own) stamps.push_back(stored[at]);
            auto stamp = unpack_stamp(stored.data() + at + (own ? 1 : 0));
            stamp.device_number = LK_TRY(local_number(stamp.device_number));
            stamps.resize(stamps.size() + RowStamps::stamp_size);
            pack_stamp(stamp, stamps.data() + stamps.size() - RowStamps::stamp_size);
        }
        at += own ? RowStamps::own_size : RowStamps::stamp_size;
    }
    return stamps;
}

Result<void> SalvageWriter::insert(TableShape const& shape, BtreeCell const& cell, std::vector<bool> const& lost_registers, bool replace) {
    auto& sql = inserts_[shape.entity];
    if (sql.empty()) {
        std::string names, values;
        for (size_t i = 0; i < shape.names.size(); ++i) {
            names += (i ? ", " : "") + shape.names[i];
            values += (i ? ", ?" : "?") + std::to_string(i + 1);
        }
        sql = std::string(info(shape.entity).table) + " (" + names + ") VALUES (" + values + ")";
    }
    auto const stamps = LK_TRY(stamps_of(cell, lost_registers));
    auto statement = LK_TRY(writer_->prepare((replace ? "INSERT OR REPLACE INTO " : "INSERT INTO ") + sql));
    statement.bind_blob(1, cell.fields[id_column].bytes).bind_blob(2, stamps);
    for (size_t i = stamps_column + 1; i < cell.fields.size(); ++i)
        bind_field(statement, static_cast<int>(i + 1), lost_registers[shape.registers[i]] ? StoredField{} : cell.fields[i]);
    return statement.run();
}

Result<SalvageWriter::Written> SalvageWriter::write(TableShape const& shape, BtreeCell const& cell) {
    auto const id = *Uuid::from_bytes(cell.fields[id_column].bytes);
    auto& incomplete = incomplete_[static_cast<size_t>(shape.entity)];
    auto const lost_registers = lost_registers_of(shape, cell);
    for (size_t i = stamps_column + 1; i < shape.names.size(); ++i)
        if (shape.names[i] == "owner_id" && lost_registers[shape.registers[i]]) return Written::no_use;
    bool const whole = std::find(lost_registers.begin(), lost_registers.end(), true) == lost_registers.end();
    auto& find = finds_[shape.entity];
    if (find.empty()) find = "SELECT stamps FROM " + std::string(info(shape.entity).table) + " WHERE id = ?1";
    bool found = false;
    Version here;
    {
        auto query = LK_TRY(writer_->prepare(find));
        query.bind(1, id);
        found = LK_TRY(query.step());
        if (found) here = {latest_change(query.blob(0)), !incomplete.contains(id)};
    }
    Version const there{latest_change(cell.fields[stamps_column].bytes), whole};
    if (found && std::pair(there.whole, there.changed) <= std::pair(here.whole, here.changed)) return Written::kept_other;
    LK_CHECK(insert(shape, cell, lost_registers, found));
    if (whole) incomplete.erase(id);
    else incomplete.insert(id);
    return found ? Written::replaced : Written::added;
}

Result<bool> SalvageWriter::has(Entity entity, Uuid const& id) {
    auto query = LK_TRY(writer_->prepare("SELECT 1 FROM " + std::string(info(entity).table) + " WHERE id = ?1"));
    query.bind(1, id);
    return query.step();
}

}  // namespace leadkeep::store
