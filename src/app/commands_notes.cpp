// Notes and activities on a record.

#include "app/labels.h"
#include "app/record_changes.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/name_fold.h"
#include "platform/clock.h"

namespace leadkeep::app {
namespace {

constexpr size_t longest_note = 100'000, longest_subject = 1'000;
constexpr int64_t longest_duration_min = 7 * 24 * 60;

bool is_activity_kind(std::string_view kind) {
    return kind == "call" || kind == "meeting" || kind == "task" || kind == "email" || kind == "message";
}

// Refuses what cannot be stored; else the subject without the blanks around it.
Result<std::string> checked_subject(std::string_view kind, std::string_view subject) {
    if (!is_activity_kind(kind))
        return fail(ErrorKind::refused, tr_mark("There is no such kind of activity: {0}."), {std::string(kind)});
    std::string trimmed(trim_text(subject));
    if (trimmed.size() > longest_subject)
        return fail(ErrorKind::refused, tr_mark("“{0}” is too long. Shorten it."), {tr("Subject")});
    return trimmed;
}

std::vector<store::Cell> activity_cells(CommandContext const& context, RecordRef owner, std::string const& kind, std::string const& subject) {
    std::vector<store::Cell> cells{{"owner", {std::string(info(owner.entity).table), owner.id}}, {"kind", {kind}}, {"subject", {subject}}};
    if (!context.lists.me.is_nil()) cells.push_back({"manager_id", {context.lists.me.uuid}});
    return cells;
}

}  // namespace

Result<Outcome> carry_out(CommandContext& context, AddNote const& command) {
    std::string const text(trim_text(command.text));
    if (text.empty()) return fail(ErrorKind::refused, tr_mark("Write the note first."));
    if (text.size() > longest_note)
        return fail(ErrorKind::refused, tr_mark("This note is too long. Split it into several."));
    auto change = LK_TRY(context.begin(tr_mark("Note added")));
    LK_CHECK(require_record(context.connection(), command.owner));
    // The event is for ever; the row beside it is what Undo takes back, and the timeline leaves out a note without its
    // row.
    Uuid const row = LK_TRY(change.insert(Entity::activity, {},
                                          {{"owner", {std::string(info(command.owner.entity).table), command.owner.id}},
                                           {"kind", {std::string("note")}},
                                           {"done_at_ms", {change.now_ms()}}}));
    LK_CHECK(write_event(change, command.owner, EventKind::note,
                         dump_json({{"text", text}, {"activity", row.to_string()}})));
    context.touched.record(command.owner);
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Note added"));
}

Result<Outcome> carry_out(CommandContext& context, AddActivity const& command) {
    std::string const subject = LK_TRY(checked_subject(command.kind, command.subject));
    auto change = LK_TRY(context.begin(tr_mark("Activity planned")));
    LK_CHECK(require_record(context.connection(), command.owner));
    auto cells = activity_cells(context, command.owner, command.kind, subject);
    Json data{{"kind", command.kind}, {"subject", subject}};
    if (command.due_at_ms) {
        cells.push_back({"due", {*command.due_at_ms, platform::zone_name(), Value()}});
        data["due_at_ms"] = *command.due_at_ms;
    }
    Uuid const id = LK_TRY(change.insert(Entity::activity, {}, cells));
    data["activity"] = id.to_string();
    LK_CHECK(write_event(change, command.owner, EventKind::activity_planned, dump_json(data)));
    context.touched.record(command.owner);
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Activity planned"));
}

Result<Outcome> carry_out(CommandContext& context, LogActivity const& command) {
    std::string const subject = LK_TRY(checked_subject(command.kind, command.subject));
    if (command.duration_min && (*command.duration_min < 0 || *command.duration_min > longest_duration_min))
        return fail(ErrorKind::refused, tr_mark("A duration is between 0 and {0} minutes."), {std::to_string(longest_duration_min)});
    auto change = LK_TRY(context.begin(tr_mark("Added to the timeline")));
    LK_CHECK(require_record(context.connection(), command.owner));
    auto cells = activity_cells(context, command.owner, command.kind, subject);
    Json data{{"kind", command.kind}, {"subject", subject}};
    cells.push_back({"done_at_ms", {change.now_ms()}});
    if (command.duration_min) {
        cells.push_back({"due", {change.now_ms(), platform::zone_name(), *command.duration_min}});
        data["duration_min"] = *command.duration_min;
    }
    if (command.direction != Direction::none) {
        char const* const direction = command.direction == Direction::incoming ? "in" : "out";
        cells.push_back({"direction", {std::string(direction)}});
        data["direction"] = direction;
    }
    Uuid const id = LK_TRY(change.insert(Entity::activity, {}, cells));
    data["activity"] = id.to_string();
    LK_CHECK(write_event(change, command.owner, EventKind::activity_done, dump_json(data)));
    context.touched.record(command.owner);
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Added to the timeline"));
}

Result<Outcome> carry_out(CommandContext& context, FinishActivity const& command) {
    auto change = LK_TRY(context.begin(tr_mark("Activity done")));
    auto const row = LK_TRY(store::read_row(context.connection(), Entity::activity, command.activity.uuid));
    auto const kind = row && !row->is_deleted() ? entity_by_table(row->text("owner_kind")) : std::nullopt;
    if (!kind) return fail(ErrorKind::refused, tr_mark("This record is not there any more."));
    if (row->has("done_at_ms")) return Outcome{};
    std::string const result(trim_text(command.result));
    RecordRef const owner{*kind, row->uuid("owner_id")};
    LK_CHECK(change.set(Entity::activity, row->id(), {{"done_at_ms", {change.now_ms()}}, {"result", {result}}}));
    Json data{{"activity", row->id().to_string()}, {"kind", row->text("kind")}, {"subject", row->text("subject")}};
    if (!result.empty()) data["result"] = result;
    LK_CHECK(write_event(change, owner, EventKind::activity_done, dump_json(data)));
    context.touched.record(owner);
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Activity done"));
}

}  // namespace leadkeep::app
