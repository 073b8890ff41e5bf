// One change to many records: a manager, a tag. Each is one transaction and one step of undo.
#include "app/labels.h"
#include "app/record_changes.h"
#include "base/i18n.h"
#include "base/name_fold.h"

namespace leadkeep::app {

Result<Outcome> carry_out(CommandContext& context, AssignManager const& command) {
    auto change = LK_TRY(context.begin(tr_mark("Manager assigned")));
    Value const manager = command.manager.is_nil() ? Value() : Value(command.manager.uuid);
    int64_t changed = 0;
    for (auto const& record : command.records) {
        auto const row = LK_TRY(require_record(context.connection(), record));
        auto const cell = LK_TRY(check_field(context.lists, record.entity, {"manager_id", {manager}}, &row));
        auto const before = row.cell(cell.register_name);
        if (LK_TRY(change.set(record.entity, record.id, {cell.cell()})) == 0) continue;
        LK_CHECK(write_event(change, record, EventKind::field_changed, event_json_of_field(cell.register_name, before, cell.values)));
        context.touched.record(record);
        ++changed;
    }
    if (changed == 0) return Outcome{};
    LK_CHECK(change.commit());
    if (command.manager.is_nil())
        return undoable_outcome(trn("{0} record without a manager now", "{0} records without a manager now", changed));
    return undoable_outcome(trf("{0} assigned to {1}", {trn("{0} record", "{0} records", changed), context.lists.name_of(command.manager.uuid)}));
}

Result<Outcome> carry_out(CommandContext& context, AddTag const& command) {
    std::string const tag(trim_text(command.tag));
    if (tag.empty()) return fail(ErrorKind::refused, tr_mark("Type a tag first."));
    auto change = LK_TRY(context.begin(tr_mark("Tag added")));
    int64_t changed = 0;
    for (auto const& record : command.records) {
        auto names = LK_TRY(tag_names(context.connection(), record));
        names.push_back(tag);
        if (LK_TRY(change_tags(change, record, names)) == 0) continue;
        context.touched.record(record);
        ++changed;
    }
    if (changed == 0) return Outcome{tr("Each of them has this tag already."), std::nullopt, Outcome::CanUndo::no};
    LK_CHECK(change.commit());
    return undoable_outcome(trf("Tag “{0}” added: {1}", {tag, trn("{0} record", "{0} records", changed)}));
}

}  // namespace leadkeep::app
