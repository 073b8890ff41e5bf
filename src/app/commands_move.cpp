// Cards move between columns or within one.
#include <algorithm>

#include "app/labels.h"
#include "app/record_changes.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/name_fold.h"
#include "base/ranges.h"

namespace leadkeep::app {

// A failure stage asks its reason; what the reason itself asks for is a note.
Result<CheckedCell> loss_cell(Lists const& lists, std::optional<LossReasonId> const& chosen, std::string const& typed_note, StageView const& to) {
    CheckedCell cell{"loss", {Value(), Value()}};
    if (to.meaning != StageMeaning::failure) return cell;
    if (!chosen || chosen->is_nil())
        return fail(ErrorKind::refused, tr_mark("Choose why it was lost before moving the card to “{0}”."), {to.name});
    Uuid const reason = chosen->uuid;
    bool const known = ranges::count(lists.choices.loss_reasons, reason, &ChoiceView::id) > 0;
    if (!known) return fail(ErrorKind::refused, tr_mark("This loss reason is not there any more. Choose another."));
    std::string const note(trim_text(typed_note));
    if (lists.reasons_that_need_a_note.contains(reason) && note.empty())
        return fail(ErrorKind::refused, tr_mark("Say in the note why it was lost: “{0}” needs one."),
                    {lists.name_of(reason)});
    cell.values = {reason, note.empty() ? Value() : Value(note)};
    return cell;
}

std::string stage_moved_json(Lists const& lists, StageId from, StageView const& to, CheckedCell const* loss) {
    Json data{{"from", from.uuid.to_string()},
              {"from_name", lists.name_of(from.uuid)},
              {"to", to.id.uuid.to_string()},
              {"to_name", to.name}};
    if (!loss) return dump_json(data);
    if (auto const* reason = std::get_if<Uuid>(&loss->values[0])) {
        data["reason"] = reason->to_string();
        data["reason_name"] = lists.name_of(*reason);
    }
    if (auto const* note = std::get_if<std::string>(&loss->values[1])) data["note"] = *note;
    return dump_json(data);
}

namespace {

constexpr char const* moved_label(Entity cards, size_t count) {
    if (cards == Entity::lead) return count == 1 ? tr_mark("Lead moved") : tr_mark("Leads moved");
    return count == 1 ? tr_mark("Deal moved") : tr_mark("Deals moved");
}

std::string moved_message(Entity cards, size_t count, StageView const& to) {
    if (count == 1) return trf("Moved to {0}", {to.name});
    auto const n = static_cast<int64_t>(count);
    return trf("Moved {0} to {1}", {cards == Entity::lead ? trn("{0} lead", "{0} leads", n) : trn("{0} deal", "{0} deals", n), to.name});
}

enum class Came : uint8_t { within_its_column, from_another };

Result<Came> move_one(store::Transaction& change, CommandContext& context, MoveCards const& command, RecordRef card,
                      StageView const& to, std::string const& key) {
    auto const row = LK_TRY(require_record(context.connection(), card));
    StageId const from{row.uuid("stage_id")};
    LK_CHECK(change.set(card.entity, card.id, {{"position", {to.id.uuid, key}}}));
    context.touched.record(card);
    if (from == to.id) return Came::within_its_column;
    auto const loss = LK_TRY(loss_cell(context.lists, command.loss_reason, command.loss_note, to));
    LK_CHECK(change.set(card.entity, card.id, {{"stage", {to.id.uuid, change.now_ms()}}, loss.cell()}));
    LK_CHECK(write_event(change, card, EventKind::stage_moved, stage_moved_json(context.lists, from, to, &loss)));
    context.touched.column(from);
    return Came::from_another;
}

}  // namespace

Result<Outcome> carry_out(CommandContext& context, MoveCards const& command) {
    if (command.cards.empty()) return Outcome{};
    Entity const cards = command.cards.front().entity;
    std::vector<Uuid> ids;
    for (auto const& card : command.cards) {
        if (card.entity != cards || (cards != Entity::lead && cards != Entity::deal))
            return fail(ErrorKind::refused, tr_mark("Only leads and deals stand on a board."));
        ids.push_back(card.id);
    }
    auto const* to = context.lists.find_stage(board_of(cards), command.to);
    if (!to) return fail(ErrorKind::refused, tr_mark("This stage is not there any more. Choose another."));
    auto change = LK_TRY(context.begin(moved_label(cards, ids.size())));
    auto const keys = LK_TRY(places_in_column(change, cards, to->id, ids, command.above, command.below));
    size_t came = 0;
    for (size_t i = 0; i < ids.size(); ++i)
        came += LK_TRY(move_one(change, context, command, command.cards[i], *to, keys[i])) == Came::from_another;
    context.touched.column(to->id);
    LK_CHECK(change.commit());
    return undoable_outcome(came == 0 ? std::string(tr("Place changed")) : moved_message(cards, ids.size(), *to));
}

Result<Outcome> carry_out(CommandContext& context, MoveCard const& command) {
    return carry_out(context, MoveCards{{command.card}, command.to, command.above, command.below, command.loss_reason,
                                        command.loss_note});
}

}  // namespace leadkeep::app
