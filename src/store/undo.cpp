// Undo and Redo: commands of their own that put registers back where nobody has changed them since.
#include <algorithm>

#include "base/i18n.h"
#include "base/json.h"
#include "domain/catalog.h"
#include "store/transaction_state.h"

namespace leadkeep::store {
namespace {

enum class Direction : uint8_t { undo, redo };

struct Step {
    int64_t number = 0;
    std::string label, label_args;
    Inverse inverse;
};

// The newest command that stands, or the oldest that was taken back.
char const* next_step_sql(Direction direction) {
    return direction == Direction::undo
               ? "SELECT step, label, label_args, inverse FROM undo_step WHERE undone = 0 ORDER BY step DESC LIMIT 1"
               : "SELECT step, label, label_args, inverse FROM undo_step WHERE undone = 1 ORDER BY step LIMIT 1";
}

std::vector<std::string> texts_of(std::string_view json_array) {
    std::vector<std::string> texts;
    auto const json = parse_json(json_array);
    if (json && json->is_array())
        for (auto const& one : *json)
            if (one.is_string()) texts.push_back(one.get<std::string>());
    return texts;
}

Result<std::optional<Step>> next_step(Connection& connection, Direction direction) {
    auto query = LK_TRY(connection.prepare(next_step_sql(direction)));
    if (!LK_TRY(query.step())) return std::nullopt;
    Step step{query.integer(0), query.text(1), query.text(2), {}};
    auto inverse = Inverse::unpack(query.blob(3));
    if (!inverse) return fail(ErrorKind::corrupt, tr_mark("The database is damaged: {0}."), {"undo_step.inverse"});
    step.inverse = std::move(*inverse);
    return step;
}

}  // namespace

// One undo or redo at work, in its own transaction.
struct UndoRunner {
    Transaction& transaction;
    Direction direction;
    ManagerId manager;
    UndoOutcome& outcome;

    // What a run of overwritten registers of one row still can get back, written as one change.
    RecordRef row{};
    std::vector<Cell> cells;

    Result<void> run(Inverse const& inverse) {
        if (direction == Direction::undo) {
            for (size_t i = inverse.overwritten.size(); i-- > 0;) LK_CHECK(overwrite(inverse.overwritten[i]));
            LK_CHECK(flush());
            for (size_t i = inverse.inserted.size(); i-- > 0;) LK_CHECK(insert_or_remove(inverse.inserted[i]));
        } else {
            for (auto const& one : inverse.inserted) LK_CHECK(insert_or_remove(one));
            for (auto const& one : inverse.overwritten) LK_CHECK(overwrite(one));
            LK_CHECK(flush());
        }
        return {};
    }

    Result<void> overwrite(OverwrittenRegister const& one) {
        auto const name = info(one.entity).registers[one.register_index].name;
        bool const same_row = row == RecordRef{one.entity, one.id};
        bool const again = std::any_of(cells.begin(), cells.end(), [&](Cell const& cell) { return cell.register_name == name; });
        if (!same_row || again) LK_CHECK(flush());
        row = {one.entity, one.id};
        auto const& expected = direction == Direction::undo ? one.after : one.before;
        auto const current = LK_TRY(transaction.read(one.entity, one.id, name));
        if (!current || *current != expected) {
            ++outcome.skipped;
            return {};
        }
        cells.push_back({name, direction == Direction::undo ? one.before : one.after});
        return {};
    }

    Result<void> flush() {
        if (!cells.empty()) outcome.restored += LK_TRY(transaction.set(row.entity, row.id, cells));
        cells.clear();
        return {};
    }

    // A new row is taken back by putting it into the trash, where nothing of it is lost.
    Result<void> insert_or_remove(RecordRef const& one) {
        auto const deleted = LK_TRY(transaction.read(one.entity, one.id, "deleted"));
        bool const is_there = deleted && is_null(deleted->front());
        if (!deleted || is_there != (direction == Direction::undo)) {
            ++outcome.skipped;
            return {};
        }
        ++outcome.restored;
        // Not remove(), which would look again whether it is there: an import has ten thousand of these.
        auto const now = direction == Direction::undo ? std::vector<Value>{transaction.now_ms(), manager.uuid} : std::vector<Value>(2);
        LK_CHECK(transaction.set(one.entity, one.id, {{"deleted", now}}));
        return {};
    }
};

namespace {

Result<UndoOutcome> run(Store& store, ManagerId manager, Direction direction) {
    auto transaction = LK_TRY(Transaction::begin(store, {direction == Direction::undo ? "Undo" : "Redo", {}, manager, Undoable::no}));
    auto const step = LK_TRY(next_step(transaction.connection(), direction));
    if (!step)
        return fail(ErrorKind::refused, direction == Direction::undo ? tr_mark("There is nothing to undo.") : tr_mark("There is nothing to redo."));

    UndoOutcome outcome{step->label, texts_of(step->label_args), 0, 0};
    UndoRunner runner{transaction, direction, manager, outcome};
    LK_CHECK(runner.run(step->inverse));
    if (outcome.restored > 0) {
        auto const kind = direction == Direction::undo ? EventKind::undone : EventKind::redone;
        auto const data = dump_json(Json{{"label", step->label}, {"args", Json(outcome.label_args)}});
        for (auto const& record : step->inverse.told) LK_CHECK(transaction.event(record, kind, data));
    }
    {
        auto mark = LK_TRY(transaction.connection().prepare("UPDATE undo_step SET undone = ?1 WHERE step = ?2"));
        LK_CHECK(mark.bind(1, int64_t{direction == Direction::undo}).bind(2, step->number).run());
    }
    LK_CHECK(transaction.commit());
    return outcome;
}

}  // namespace

Result<UndoState> undo_state(Store& store) {
    UndoState state;
    auto const look = [&](Direction direction, bool& can, std::string& label, std::vector<std::string>& args) -> Result<void> {
        auto query = LK_TRY(store.reader().prepare(next_step_sql(direction)));
        can = LK_TRY(query.step());
        if (can) label = query.text(1), args = texts_of(query.text_view(2));
        return {};
    };
    LK_CHECK(look(Direction::undo, state.can_undo, state.undo_label, state.undo_label_args));
    LK_CHECK(look(Direction::redo, state.can_redo, state.redo_label, state.redo_label_args));
    return state;
}

Result<UndoOutcome> undo(Store& store, ManagerId manager) { return run(store, manager, Direction::undo); }
Result<UndoOutcome> redo(Store& store, ManagerId manager) { return run(store, manager, Direction::redo); }

}  // namespace leadkeep::store
