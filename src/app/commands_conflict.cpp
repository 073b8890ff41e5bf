// Conflicts settled: the winner stays, or the value that lost is set as a change of one's own.
#include "app/command_context.h"
#include "app/record_changes.h"
#include "base/i18n.h"
#include "store/queries/conflicts.h"
#include "store/write_scope.h"
#include "sync/row.h"

namespace leadkeep::app {
namespace {

Result<Outcome> leave(CommandContext& context, int64_t number) {
    auto scope = LK_TRY(store::WriteScope::begin(context.store));
    LK_CHECK(store::settle_conflict(scope.connection(), number));
    LK_CHECK(scope.commit());
    return Outcome{};
}

Result<Outcome> take_loser(CommandContext& context, store::ConflictRow const& conflict, Entity entity) {
    auto const index = register_index(entity, conflict.register_name);
    auto const values = index ? sync::read_value_text(info(entity).registers[*index], conflict.lost_value) : std::nullopt;
    auto const row = LK_TRY(store::read_row(context.connection(), entity, conflict.row));
    if (!values || !row) return fail(ErrorKind::refused, tr_mark("This record is not there any more."));
    auto const before = row->cell(conflict.register_name);
    if (before == *values) return leave(context, conflict.number);
    auto change = LK_TRY(context.begin(tr_mark("Other value taken")));
    LK_CHECK(change.set(entity, conflict.row, {{conflict.register_name, *values}}));
    if (!sections(entity).empty())
        LK_CHECK(write_event(change, row->ref(), EventKind::field_changed, event_json_of_field(conflict.register_name, before, *values)));
    LK_CHECK(store::settle_conflict(context.connection(), conflict.number));
    context.touched.everything = true;  // a stage, a name in a list, a card's column: it can be anything
    LK_CHECK(change.commit());
    return undoable_outcome(tr("The other value is taken"));
}

}  // namespace

Result<Outcome> carry_out(CommandContext& context, SettleConflict const& command) {
    auto const conflict = LK_TRY(store::read_conflict(context.connection(), command.number));
    if (!conflict || conflict->settled) return fail(ErrorKind::refused, tr_mark("This conflict is settled already."));
    auto const entity = entity_by_table(conflict->table);
    if (command.keep == SettleConflict::Keep::winner || !entity) return leave(context, command.number);
    return take_loser(context, *conflict, *entity);
}

Result<Outcome> carry_out(CommandContext& context, SettleAllConflicts const&) {
    auto scope = LK_TRY(store::WriteScope::begin(context.store));
    LK_CHECK(store::settle_all_conflicts(scope.connection()));
    LK_CHECK(scope.commit());
    return Outcome{};
}

}  // namespace leadkeep::app
