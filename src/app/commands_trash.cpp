// To the trash and back: the record's own row only, its parts stay with it.
#include "app/labels.h"
#include "app/record_changes.h"
#include "base/i18n.h"

namespace leadkeep::app {
namespace {

bool has_card(Entity entity) {
    return entity == Entity::lead || entity == Entity::deal || entity == Entity::contact || entity == Entity::company;
}

void touch(CommandContext& context, store::Row const& row) {
    context.touched.record(row.ref());
    if (row.entity() == Entity::lead || row.entity() == Entity::deal) context.touched.column({row.uuid("stage_id")});
}

}  // namespace

Result<Outcome> carry_out(CommandContext& context, Trash const& command) {
    auto change = LK_TRY(context.begin(tr_mark("Moved to the trash")));
    std::string title;
    int64_t moved = 0;
    for (auto const& record : command.records) {
        if (!has_card(record.entity)) return fail(ErrorKind::refused, tr_mark("This can't be moved to the trash."));
        auto const row = LK_TRY(store::read_row(context.connection(), record.entity, record.id));
        if (!row) return fail(ErrorKind::refused, tr_mark("This record is not there any more."));
        if (row->is_deleted()) continue;
        LK_CHECK(change.remove(record.entity, record.id));
        LK_CHECK(write_event(change, record, EventKind::trashed, "{}"));
        touch(context, *row);
        title = record_title(*row);
        ++moved;
    }
    if (moved == 0) return Outcome{};
    LK_CHECK(change.commit());
    return undoable_outcome(moved == 1 ? trf("“{0}” moved to the trash", {title})
                                       : trn("{0} record moved to the trash", "{0} records moved to the trash", moved));
}

Result<Outcome> carry_out(CommandContext& context, RestoreFromTrash const& command) {
    auto change = LK_TRY(context.begin(tr_mark("Restored from the trash")));
    std::string title;
    int64_t restored = 0;
    for (auto const& record : command.records) {
        auto const row = LK_TRY(store::read_row(context.connection(), record.entity, record.id));
        if (!row) return fail(ErrorKind::refused, tr_mark("This record is not there any more."));
        if (!row->is_deleted()) continue;
        LK_CHECK(change.restore(record.entity, record.id));
        LK_CHECK(write_event(change, record, EventKind::restored, "{}"));
        touch(context, *row);
        title = record_title(*row);
        ++restored;
    }
    if (restored == 0) return Outcome{};
    LK_CHECK(change.commit());
    return undoable_outcome(restored == 1 ? trf("“{0}” restored", {title})
                                          : trn("{0} record restored", "{0} records restored", restored));
}

}  // namespace leadkeep::app
