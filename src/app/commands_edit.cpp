// Fields, channels and tags of a record that is there.

#include "app/field_text.h"
#include "app/labels.h"
#include "app/record_changes.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/name_fold.h"

namespace leadkeep::app {
namespace {

constexpr char const* changed_label(Entity entity) {
    switch (entity) {
        case Entity::lead: return tr_mark("Lead changed");
        case Entity::contact: return tr_mark("Contact changed");
        case Entity::company: return tr_mark("Company changed");
        default: return tr_mark("Deal changed");
    }
}

// A record's card stands in this column; others have none.
void touch_column(CommandContext& context, store::Row const& row) {
    if (row.entity() == Entity::lead || row.entity() == Entity::deal) context.touched.column({row.uuid("stage_id")});
}

Result<void> write_channel_event(store::Transaction& change, RecordRef owner, std::string const& kind,
                                 std::string const& before, std::string const& after) {
    Json const data{{"field", "channel"}, {"kind", kind}, {"old", before}, {"new", after}};
    return write_event(change, owner, EventKind::field_changed, dump_json(data));
}

}  // namespace

Result<Outcome> carry_out(CommandContext& context, SetField const& command) {
    auto change = LK_TRY(context.begin(changed_label(command.record.entity)));
    auto const row = LK_TRY(require_record(context.connection(), command.record));
    auto const cell = LK_TRY(check_field(context.lists, command.record.entity, command.field, &row));
    auto const before = row.cell(cell.register_name);
    if (LK_TRY(change.set(command.record.entity, command.record.id, {cell.cell()})) == 0) return Outcome{};
    LK_CHECK(write_event(change, command.record, EventKind::field_changed,
                         event_json_of_field(cell.register_name, before, cell.values)));
    context.touched.record(command.record);
    if (cell.register_name == "amount" || cell.register_name == "postponed") touch_column(context, row);
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Change kept"));
}

Result<Outcome> carry_out(CommandContext& context, SetFieldText const& command) {
    auto const draft =
        LK_TRY(read_field_text(context.lists, command.record.entity, {command.register_name, command.text}));
    return carry_out(context, SetField{command.record, draft});
}

Result<Outcome> carry_out(CommandContext& context, SetChannel const& command) {
    auto change = LK_TRY(context.begin(changed_label(command.owner.entity)));
    LK_CHECK(require_record(context.connection(), command.owner));
    bool const empty = trim_text(command.channel.value).empty();
    context.touched.record(command.owner);
    if (!command.id) {
        if (empty) return Outcome{};
        // Behind those that are there already: the time orders them.
        auto const place = std::to_string(change.now_ms());
        auto const cell = LK_TRY(channel_cell(command.owner, command.channel, context.country(), place));
        LK_CHECK(change.insert(Entity::channel, {}, {cell.cell()}));
        LK_CHECK(write_channel_event(change, command.owner, command.channel.kind, {},
                                     std::string(trim_text(command.channel.value))));
        LK_CHECK(change.commit());
        return undoable_outcome(tr("Change kept"));
    }
    auto const now = LK_TRY(store::read_row(context.connection(), Entity::channel, command.id->uuid));
    if (!now || now->is_deleted() || now->uuid("owner_id") != command.owner.id)
        return fail(ErrorKind::refused, tr_mark("This record is not there any more."));
    std::string const before = now->text("value");
    if (empty) {
        LK_CHECK(change.remove(Entity::channel, now->id()));
        LK_CHECK(write_channel_event(change, command.owner, now->text("kind"), before, {}));
    } else {
        auto const cell = LK_TRY(channel_cell(command.owner, command.channel, context.country(), now->text("place")));
        if (LK_TRY(change.set(Entity::channel, now->id(), {cell.cell()})) == 0) return Outcome{};
        LK_CHECK(write_channel_event(change, command.owner, command.channel.kind, before,
                                     std::string(trim_text(command.channel.value))));
    }
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Change kept"));
}

Result<Outcome> carry_out(CommandContext& context, SetTags const& command) {
    auto change = LK_TRY(context.begin(changed_label(command.owner.entity)));
    if (LK_TRY(change_tags(change, command.owner, command.tags)) == 0) return Outcome{};
    context.touched.record(command.owner);
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Change kept"));
}

}  // namespace leadkeep::app
