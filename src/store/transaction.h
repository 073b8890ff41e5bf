// One command of a person: rows, stamps, timeline events and the inverse for Undo, written together or not at all.
//
//     auto change = LK_TRY(Transaction::begin(store, {"Lead moved", manager}));
//     LK_CHECK(change.set(Entity::lead, id, {{"stage", {stage, now_ms}}}));
//     LK_CHECK(change.event(ref(lead), EventKind::stage_moved, data));
//     LK_CHECK(change.commit());
//
// Not committed, it rolls back when it goes out of scope. One at a time per store; a second begin() is refused (busy).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "domain/entity.h"
#include "domain/event.h"
#include "domain/stamp.h"
#include "store/store.h"

namespace leadkeep::store {

// The new value of one register; `values` in the order of its columns.
struct Cell {
    std::string_view register_name;
    std::vector<Value> values;
};

enum class Undoable : uint8_t { yes, no };
// A part of a record that is created in the same command needs no inverse of its own: it goes with its owner.
enum class InsertAs : uint8_t { record, part_of_new_record };

struct CommandInfo {
    std::string label;  // English text and key, shown by Undo: "Lead moved"
    std::vector<std::string> label_args;
    ManagerId manager;  // who did it; may be nil
    Undoable undoable = Undoable::yes;
    Durability durability = Durability::relaxed;
};

class Transaction {
public:
    static Result<Transaction> begin(Store& store, CommandInfo info);
    Transaction(Transaction&&) noexcept;
    ~Transaction();

    // In all of these an empty text and a nil id mean NULL, so that "cleared" has one spelling.
    //
    // A new row. Registers left out are NULL. `id` nil: a new UUIDv7 is made. Sets "created" by itself where the
    // table has it and it is not given.
    Result<Uuid> insert(Entity entity, Uuid id, std::span<Cell const> cells, InsertAs as = InsertAs::record);
    Result<Uuid> insert(Entity entity, Uuid id, std::initializer_list<Cell> cells, InsertAs as = InsertAs::record);
    // Overwrites registers of a row; those that already have the value are left alone. Returns how many were changed.
    Result<int> set(Entity entity, Uuid const& id, std::span<Cell const> cells);
    Result<int> set(Entity entity, Uuid const& id, std::initializer_list<Cell> cells);
    // For rows whose id follows from what they are (a setting, a tag on a record): sets and restores the row that is
    // there, else inserts it.
    Result<void> put(Entity entity, Uuid const& id, std::initializer_list<Cell> cells);
    Result<void> remove(Entity entity, Uuid const& id);  // the deleted register; the fields stay underneath
    Result<void> restore(Entity entity, Uuid const& id);
    // A timeline event; `data_json` is an object (see domain/event.h). `at_ms` 0: now.
    Result<Uuid> event(RecordRef owner, std::string_view kind, std::string_view data_json, int64_t at_ms = 0);
    Result<Uuid> event(RecordRef owner, EventKind kind, std::string_view data_json, int64_t at_ms = 0);

    // A register as this transaction sees it; nullopt when there is no such row.
    Result<std::optional<std::vector<Value>>> read(Entity entity, Uuid const& id, std::string_view register_name);
    // The next number of a series that a person reads: "KD-17". The letters are this device's.
    Result<std::string> next_number(std::string_view series);

    int64_t now_ms() const;  // one moment for the whole command
    Store& store();
    Connection& connection();  // for queries that must see what this command has written
    Result<void> commit();

private:
    friend struct UndoRunner;
    struct State;
    explicit Transaction(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// Undo and Redo are commands of their own. A register is put back only where it still has the value that the command
// gave it; what someone changed since is left and counted in `skipped`.
struct UndoOutcome {
    std::string label;
    std::vector<std::string> label_args;
    int restored = 0, skipped = 0;
};
struct UndoState {
    bool can_undo = false, can_redo = false;
    std::string undo_label, redo_label;
    std::vector<std::string> undo_label_args, redo_label_args;
};
Result<UndoState> undo_state(Store& store);
Result<UndoOutcome> undo(Store& store, ManagerId manager);
Result<UndoOutcome> redo(Store& store, ManagerId manager);

// How many commands can be taken back at least; older ones are forgotten now and then.
constexpr int64_t undo_steps_kept = 200;

// All stamps of one row, by register, as the sync layer sees them (store/row_stamps.h has the packed form). Empty when
// there is no such row.
Result<std::vector<Stamp>> read_stamps(Connection& connection, Entity entity, Uuid const& id);

}  // namespace leadkeep::store
