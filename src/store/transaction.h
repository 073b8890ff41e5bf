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
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "domain/entity.h"
#include "domain/stamp.h"
#include "store/store.h"

namespace leadkeep::store {

// The new value of one register; `values` in the order of its columns.
struct Cell {
    std::string_view register_name;
    std::vector<Value> values;
};

enum class Durability : uint8_t { relaxed, strict };
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

    // A new row. Registers left out are NULL. `id` nil: a new UUIDv7 is made. Sets "created" by itself where the
    // table has it and it is not given.
    Result<Uuid> insert(Entity entity, Uuid id, std::span<Cell const> cells, InsertAs as = InsertAs::record);
    Result<Uuid> insert(Entity entity, Uuid id, std::initializer_list<Cell> cells, InsertAs as = InsertAs::record);
    // Overwrites registers of a row; those that already have the value are left alone. Returns how many were changed.
    Result<int> set(Entity entity, Uuid const& id, std::span<Cell const> cells);
    Result<int> set(Entity entity, Uuid const& id, std::initializer_list<Cell> cells);
    Result<void> remove(Entity entity, Uuid const& id);  // the deleted register; the fields stay underneath
    Result<void> restore(Entity entity, Uuid const& id);
    // A timeline event; `data_json` is an object (see domain/event.h). `at_ms` 0: now.
    Result<Uuid> event(RecordRef owner, std::string_view kind, std::string_view data_json, int64_t at_ms = 0);

    int64_t now_ms() const { return now_ms_; }  // one moment for the whole command
    Store& store() { return *store_; }
    Result<void> commit();

private:
    Transaction() = default;
    struct Inverse;
    Store* store_ = nullptr;
    CommandInfo info_;
    int64_t now_ms_ = 0;
    int64_t next_seq_ = 0;
    std::unique_ptr<Inverse> inverse_;
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
};
Result<UndoState> undo_state(Store& store);
Result<UndoOutcome> undo(Store& store, ManagerId manager);
Result<UndoOutcome> redo(Store& store, ManagerId manager);

// All stamps of one row, by register; what the sync layer reads and writes.
Result<std::vector<Stamp>> read_stamps(Connection& connection, Entity entity, Uuid const& id);

}  // namespace leadkeep::store
