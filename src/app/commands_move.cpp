// A card moves between columns or within one.
#include <algorithm>

#include "app/labels.h"
#include "app/record_changes.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/ranges.h"
#include "domain/name_fold.h"

namespace leadkeep::app {
namespace {

// A failure stage asks its reason; what the reason itself asks for is a note.
Result<CheckedCell> loss_cell(Lists const& lists, MoveCard const& command, StageView const& to) {
    CheckedCell cell{"loss", {Value(), Value()}};
    if (to.meaning != StageMeaning::failure) return cell;
    if (!command.loss_reason || command.loss_reason->is_nil())
        return fail(ErrorKind::refused, tr_mark("Choose why it was lost before moving the card to “{0}”."), {to.name});
    Uuid const reason = command.loss_reason->uuid;
    bool const known = ranges::count(lists.choices.loss_reasons, reason, &ChoiceView::id) > 0;
    if (!known) return fail(ErrorKind::refused, tr_mark("This loss reason is not there any more. Choose another."));
    std::string const note(trim_text(command.loss_note));
    if (lists.reasons_that_need_a_note.contains(reason) && note.empty())
        return fail(ErrorKind::refused, tr_mark("Say in the note why it was lost: “{0}” needs one."),
                    {lists.name_of(reason)});
    cell.values = {reason, note.empty() ? Value() : Value(note)};
    return cell;
}

std::string move_json(Lists const& lists, StageId from, StageView const& to, CheckedCell const& loss) {
    Json data{{"from", from.uuid.to_string()},
              {"from_name", lists.name_of(from.uuid)},
              {"to", to.id.uuid.to_string()},
              {"to_name", to.name}};
    if (auto const* reason = std::get_if<Uuid>(&loss.values[0])) {
        data["reason"] = reason->to_string();
        data["reason_name"] = lists.name_of(*reason);
    }
    if (auto const* note = std::get_if<std::string>(&loss.values[1])) data["note"] = *note;
    return dump_json(data);
}

}  // namespace

Result<Outcome> carry_out(CommandContext& context, MoveCard const& command) {
    Entity const cards = command.card.entity;
    if (cards != Entity::lead && cards != Entity::deal)
        return fail(ErrorKind::refused, tr_mark("Only leads and deals stand on a board."));
    auto const* to = context.lists.find_stage(board_of(cards), command.to);
    if (!to) return fail(ErrorKind::refused, tr_mark("This stage is not there any more. Choose another."));
    auto change = LK_TRY(context.begin(cards == Entity::lead ? tr_mark("Lead moved") : tr_mark("Deal moved")));
    auto const row = LK_TRY(require_record(context.connection(), command.card));
    StageId const from{row.uuid("stage_id")};

    std::string const key =
        LK_TRY(place_in_column(change, cards, to->id, command.card.id, command.above, command.below));
    LK_CHECK(change.set(cards, command.card.id, {{"position", {to->id.uuid, key}}}));
    if (from != to->id) {
        auto const loss = LK_TRY(loss_cell(context.lists, command, *to));
        LK_CHECK(change.set(cards, command.card.id, {{"stage", {to->id.uuid, change.now_ms()}}, loss.cell()}));
        LK_CHECK(write_event(change, command.card, EventKind::stage_moved, move_json(context.lists, from, *to, loss)));
        context.touched.column(from);
    }
    context.touched.column(to->id);
    context.touched.record(command.card);
    LK_CHECK(change.commit());
    return undoable_outcome(from == to->id ? std::string(tr("Place changed")) : trf("Moved to {0}", {to->name}));
}

}  // namespace leadkeep::app
