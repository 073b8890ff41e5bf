// Writes the rows of a command with their stamps, and remembers how to take them back.
#include "store/transaction.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/i18n.h"
#include "base/json.h"
#include "domain/catalog.h"
#include "domain/record_number.h"
#include "platform/clock.h"
#include "store/row_sql.h"
#include "store/transaction_state.h"

namespace leadkeep::store {
namespace {

uint8_t index_of(Entity entity, std::string_view register_name) {
    auto const index = register_index(entity, register_name);
    assert(index && "no such register in the catalogue");
    return *index;
}

// The cell's values in the stored spelling, one for each column.
std::vector<Value> normal_values(Register const& target, std::vector<Value> const& values) {
    assert(values.size() == target.columns.size() && "a cell needs a value for each column of its register");
    std::vector<Value> normal(target.columns.size());
    for (size_t i = 0; i < normal.size() && i < values.size(); ++i) {
        normal[i] = normal_value(values[i], target.columns[i].type);
        assert(fits(normal[i], target.columns[i].type) && "a value of another type than its column");
    }
    return normal;
}

Error gone() { return {ErrorKind::refused, tr_mark("This record is not there any more."), {}, {}}; }

Error damaged_stamps(Entity entity) {
    return {ErrorKind::corrupt, tr_mark("The database is damaged: {0}."), {std::string(info(entity).table) + ".stamps"}, {}};
}

}  // namespace

struct Transaction::State::Planned {
    uint8_t register_index;
    std::vector<Value> before, after;
};

// ---- insert

Result<Uuid> Transaction::State::insert(Entity entity, Uuid id, std::span<Cell const> cells, InsertAs as) {
    auto const& table = leadkeep::info(entity);
    auto& statement = inserts[static_cast<size_t>(entity)];
    if (!statement) statement.emplace(LK_TRY(scope.connection().prepare(insert_sql(entity))));
    bool const id_given = !id.is_nil();
    if (!id_given) id = ids.next();
    RowStamps const stamps({now_ms, 0, identity.device_number, identity.last_seq + 1});
    statement->bind(1, id).bind_blob(2, stamps.bytes());

    bool created_given = false;
    for (auto const& cell : cells) {
        auto const index = index_of(entity, cell.register_name);
        auto const& target = table.registers[index];
        created_given |= target.name == "created";
        assert(cell.values.size() == target.columns.size());
        int parameter = first_parameter(entity, index);
        for (size_t i = 0; i < target.columns.size() && i < cell.values.size(); ++i, ++parameter) {
            auto const& value = cell.values[i];
            if (auto const* text = std::get_if<std::string>(&value)) {
                assert(target.columns[i].type == ColumnType::text);
                if (!text->empty()) statement->bind_borrowed(parameter, *text);
            } else {
                assert(fits(normal_value(value, target.columns[i].type), target.columns[i].type));
                statement->bind(parameter, normal_value(value, target.columns[i].type));
            }
        }
    }
    if (auto const created = created_given ? std::nullopt : register_index(entity, "created")) {
        int const parameter = first_parameter(entity, *created);
        statement->bind(parameter, now_ms).bind_borrowed(parameter + 1, zone).bind(parameter + 2, info.manager.uuid);
    }
    LK_CHECK(statement->run());
    ++identity.last_seq;
    changed = true;
    if (id_given) inserted_with_given_id.insert(id);
    if (as == InsertAs::record && table.mutability == Mutability::mutable_rows && info.undoable == Undoable::yes)
        inverse.inserted.push_back({entity, id});
    return id;
}

// ---- set

// Reads the row and keeps of `cells` those that change something. No stamps: no such row.
Result<std::optional<RowStamps>> Transaction::State::plan(Entity entity, Uuid const& id, std::span<Cell const> cells,
                                                          std::vector<Planned>& planned) {
    auto const& table = leadkeep::info(entity);
    std::vector<uint8_t> indices;
    for (auto const& cell : cells) indices.push_back(index_of(entity, cell.register_name));
    auto query = LK_TRY(scope.connection().prepare(select_sql(entity, indices)));
    query.bind(1, id);
    if (!LK_TRY(query.step())) return std::nullopt;
    auto stamps = RowStamps::parse(query.blob(0), table.registers.size());
    if (!stamps) return tl::unexpected(damaged_stamps(entity));
    int column = 1;
    for (size_t i = 0; i < cells.size(); ++i) {
        auto const& target = table.registers[indices[i]];
        Planned one{indices[i], {}, normal_values(target, cells[i].values)};
        for (size_t part = 0; part < target.columns.size(); ++part) one.before.push_back(query.value(column++));
        if (one.before != one.after) planned.push_back(std::move(one));
    }
    return stamps;
}

Result<void> Transaction::State::write(Entity entity, Uuid const& id, RowStamps stamps, std::vector<Planned> const& planned) {
    std::vector<uint8_t> indices;
    std::vector<Stamp> overwritten;
    for (auto const& one : planned) {
        indices.push_back(one.register_index);
        auto const old = stamps.of(one.register_index);
        overwritten.push_back({old.ms, old.counter, Uuid{}, old.seq});  // the device plays no part in the next stamp
    }
    auto const next = next_stamp(now_ms, identity.device, identity.last_seq + 1, overwritten);
    for (auto const index : indices) stamps.set(index, {next.ms, next.counter, identity.device_number, next.seq});

    auto update = LK_TRY(scope.connection().prepare(update_sql(entity, indices)));
    update.bind(1, id).bind_blob(2, stamps.bytes());
    int parameter = 2;
    for (auto const& one : planned)
        for (auto const& value : one.after) update.bind(++parameter, value);
    LK_CHECK(update.run());
    ++identity.last_seq;
    changed = true;
    return {};
}

void Transaction::State::remember(Entity entity, Uuid const& id, std::vector<Planned>& planned) {
    // A row of this same command goes as a whole; what it held underneath is there again on Redo.
    if (info.undoable == Undoable::no || is_new(id)) return;
    for (auto& one : planned)
        inverse.overwritten.push_back({entity, id, one.register_index, std::move(one.before), std::move(one.after)});
}

Result<int> Transaction::State::set(Entity entity, Uuid const& id, std::span<Cell const> cells) {
    assert(leadkeep::info(entity).mutability == Mutability::mutable_rows && "events never change");
    std::vector<Planned> planned;
    auto stamps = LK_TRY(plan(entity, id, cells, planned));
    if (!stamps) return tl::unexpected(gone());
    if (planned.empty()) return 0;
    LK_CHECK(write(entity, id, std::move(*stamps), planned));
    remember(entity, id, planned);
    return static_cast<int>(planned.size());
}

// ---- commit

Result<void> Transaction::State::keep_undo_step() {
    if (info.undoable == Undoable::no || inverse.empty()) return {};
    auto& connection = scope.connection();
    int64_t step = 1;
    {
        auto newest = LK_TRY(connection.prepare("SELECT step, undone FROM undo_step ORDER BY step DESC LIMIT 1"));
        if (LK_TRY(newest.step())) {
            step = newest.integer(0) + 1;
            bool const redo_is_possible = newest.integer(1) != 0;
            newest.rewind();
            if (redo_is_possible) LK_CHECK(LK_TRY(connection.prepare("DELETE FROM undo_step WHERE undone = 1")).run());
        }
    }
    auto& told = inverse.told;
    std::erase_if(told, [&](RecordRef const& one) { return is_new(one.id); });
    std::sort(told.begin(), told.end());
    told.erase(std::unique(told.begin(), told.end()), told.end());
    auto insert = LK_TRY(connection.prepare(
        "INSERT INTO undo_step (step, undone, label, label_args, at_ms, inverse) VALUES (?1, 0, ?2, ?3, ?4, ?5)"));
    insert.bind(1, step).bind(2, info.label).bind(3, dump_json(Json(info.label_args))).bind(4, now_ms);
    insert.bind_blob(5, inverse.packed());
    LK_CHECK(insert.run());
    // Old steps go many at a time: a page at the table's start would else be written at every commit.
    if (step % 64 != 0) return {};
    auto forget = LK_TRY(connection.prepare("DELETE FROM undo_step WHERE step <= ?1"));
    return forget.bind(1, step - undo_steps_kept).run();
}

Result<void> Transaction::State::finish() {
    if (finished) return {};
    for (auto& statement : inserts) statement.reset();
    LK_CHECK(keep_undo_step());
    auto meta = LK_TRY(scope.connection().prepare("UPDATE meta SET value = ?1 WHERE key = 'last_seq'"));
    LK_CHECK(meta.bind(1, identity.last_seq).run());
    finished = true;
    return {};
}

// ---- the public face

Transaction::Transaction(std::unique_ptr<State> state) : state_(std::move(state)) {}
Transaction::Transaction(Transaction&&) noexcept = default;
Transaction::~Transaction() = default;

Result<Transaction> Transaction::begin(Store& store, CommandInfo info) {
    auto scope = LK_TRY(WriteScope::begin(store, info.durability));
    // Another process or tab may have written since this one looked.
    LK_CHECK(store.reload_identity());
    int64_t const now_ms = platform::now_ms();
    return Transaction(std::unique_ptr<State>(new State{std::move(scope), std::move(info), now_ms, platform::zone_name(),
                                                        store.identity(), RowIds(now_ms), {}, {}, {}}));
}

namespace {
// A command whose statement failed must not be committed by someone who did not look. A refusal wrote nothing.
template <class T>
Result<T> noting_failure(bool& failed, Result<T> result) {
    failed |= !result && result.error().kind != ErrorKind::refused;
    return result;
}
}  // namespace

Result<Uuid> Transaction::insert(Entity entity, Uuid id, std::span<Cell const> cells, InsertAs as) {
    return noting_failure(state_->failed, state_->insert(entity, id, cells, as));
}
Result<Uuid> Transaction::insert(Entity entity, Uuid id, std::initializer_list<Cell> cells, InsertAs as) {
    return insert(entity, id, std::span(cells.begin(), cells.size()), as);
}
Result<int> Transaction::set(Entity entity, Uuid const& id, std::span<Cell const> cells) {
    return noting_failure(state_->failed, state_->set(entity, id, cells));
}
Result<int> Transaction::set(Entity entity, Uuid const& id, std::initializer_list<Cell> cells) {
    return set(entity, id, std::span(cells.begin(), cells.size()));
}

Result<void> Transaction::put(Entity entity, Uuid const& id, std::initializer_list<Cell> cells) {
    if (!LK_TRY(read(entity, id, "deleted"))) {
        LK_CHECK(insert(entity, id, cells));
        return {};
    }
    std::vector<Cell> all(cells);
    all.push_back({"deleted", {Null{}, Null{}}});
    LK_CHECK(set(entity, id, all));
    return {};
}

Result<void> Transaction::remove(Entity entity, Uuid const& id) {
    auto const deleted = LK_TRY(read(entity, id, "deleted"));
    if (!deleted) return tl::unexpected(gone());
    if (!is_null(deleted->front())) return {};
    LK_CHECK(set(entity, id, {{"deleted", {state_->now_ms, state_->info.manager.uuid}}}));
    return {};
}

Result<void> Transaction::restore(Entity entity, Uuid const& id) {
    LK_CHECK(set(entity, id, {{"deleted", {Null{}, Null{}}}}));
    return {};
}

Result<Uuid> Transaction::event(RecordRef owner, std::string_view kind, std::string_view data_json, int64_t at_ms) {
    assert(is_json_object(data_json));
    auto id = insert(Entity::event, {}, {{"event", {std::string(info(owner.entity).table), owner.id, std::string(kind),
                                                    at_ms != 0 ? at_ms : state_->now_ms, state_->zone,
                                                    state_->info.manager.uuid, std::string(data_json)}}});
    if (id && state_->info.undoable == Undoable::yes) state_->inverse.told.push_back(owner);
    return id;
}
Result<Uuid> Transaction::event(RecordRef owner, EventKind kind, std::string_view data_json, int64_t at_ms) {
    return event(owner, event_kind_name(kind), data_json, at_ms);
}

Result<std::optional<std::vector<Value>>> Transaction::read(Entity entity, Uuid const& id, std::string_view register_name) {
    uint8_t const index = index_of(entity, register_name);
    auto query = LK_TRY(state_->scope.connection().prepare(select_sql(entity, std::span(&index, 1))));
    query.bind(1, id);
    if (!LK_TRY(query.step())) return std::nullopt;
    std::vector<Value> values;
    for (size_t i = 0; i < info(entity).registers[index].columns.size(); ++i) values.push_back(query.value(static_cast<int>(i) + 1));
    return values;
}

Result<std::string> Transaction::next_number(std::string_view series) {
    auto count = LK_TRY(state_->scope.connection().prepare(
        "INSERT INTO device_counter (name, value) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"));
    count.bind(1, series);
    if (!LK_TRY(count.step())) return fail(ErrorKind::storage, tr_mark("The database failed: {0}."), {"device_counter"});
    auto const number = count.integer(0);
    LK_CHECK(count.step());
    return record_number(state_->identity.device, number);
}

int64_t Transaction::now_ms() const { return state_->now_ms; }
Store& Transaction::store() { return state_->scope.store(); }
Connection& Transaction::connection() { return state_->scope.connection(); }

Result<void> Transaction::commit() {
    assert(!state_->failed && "a failed command goes by rollback");
    if (state_->failed) return fail(ErrorKind::refused, tr_mark("The change was not made, since a part of it failed."));
    auto& store = state_->scope.store();
    if (state_->changed) {
        LK_CHECK(noting_failure(state_->failed, state_->finish()));
        LK_CHECK(state_->scope.commit());
        store.identity_.last_seq = state_->identity.last_seq;
    }
    state_.reset();
    return {};
}

Result<std::vector<Stamp>> read_stamps(Connection& connection, Entity entity, Uuid const& id) {
    auto query = LK_TRY(connection.prepare(select_sql(entity, {})));
    query.bind(1, id);
    if (!LK_TRY(query.step())) return std::vector<Stamp>{};
    auto const count = info(entity).registers.size();
    auto const packed = RowStamps::parse(query.blob(0), count);
    if (!packed) return tl::unexpected(damaged_stamps(entity));
    std::vector<Stamp> stamps;
    for (size_t i = 0; i < count; ++i) {
        auto const local = packed->of(static_cast<uint8_t>(i));
        stamps.push_back({local.ms, local.counter, LK_TRY(device_of(connection, local.device_number)), local.seq});
    }
    return stamps;
}

}  // namespace leadkeep::store
