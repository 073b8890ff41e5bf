// What a Transaction holds while it is open. Shared by transaction.cpp and undo.cpp only.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "store/inverse.h"
#include "store/row_ids.h"
#include "store/row_stamps.h"
#include "store/transaction.h"
#include "store/write_scope.h"

namespace leadkeep::store {

struct Transaction::State {
    WriteScope scope;  // first, so that it goes last: statements end before the rollback
    CommandInfo info;
    int64_t now_ms;
    std::string zone;
    Identity identity;  // last_seq runs ahead of the store's until the commit
    RowIds ids;
    Inverse inverse;
    std::unordered_set<Uuid> inserted_with_given_id;
    std::array<std::optional<Statement>, static_cast<size_t>(Entity::count_)> inserts;
    bool changed = false;   // something is to be committed
    bool failed = false;    // a statement failed half-way: only a rollback is right
    bool finished = false;  // finish() has run; a COMMIT that found the database busy is tried again without it

    Result<int> set(Entity entity, Uuid const& id, std::span<Cell const> cells);
    Result<Uuid> insert(Entity entity, Uuid id, std::span<Cell const> cells, InsertAs as);
    Result<void> finish();  // writes the undo step and last_seq

private:
    struct Planned;  // one register that a set() is going to write
    Result<std::optional<RowStamps>> plan(Entity entity, Uuid const& id, std::span<Cell const> cells, std::vector<Planned>& planned);
    Result<void> write(Entity entity, Uuid const& id, RowStamps stamps, std::vector<Planned> const& planned);
    void remember(Entity entity, Uuid const& id, std::vector<Planned>& planned);
    Result<void> keep_undo_step();
    bool is_new(Uuid const& id) const { return ids.made(id) || inserted_with_given_id.contains(id); }
};

}  // namespace leadkeep::store
