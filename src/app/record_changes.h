// Steps that commands, imports and conversions share, inside a transaction that the caller opened: a record found and
// not deleted, its channels, tags and place on a board, fields checked and written with their event.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/command_context.h"
#include "app/fields.h"
#include "base/result.h"
#include "domain/event.h"
#include "store/queries/rows.h"
#include "store/transaction.h"

namespace leadkeep::app {

// The record's row; refused where it is not there any more or in the trash.
Result<store::Row> require_record(store::Connection& connection, RecordRef record);

// A field's new value, checked: lengths, dates, known choices. `name` is a register or a column of one; what comes back
// is the whole register, ready for Transaction::set. `current` is the row it is for, or nullptr for a new one.
struct CheckedCell {
    std::string_view register_name;  // of the catalogue: outlives everything
    std::vector<Value> values;
    store::Cell cell() const { return {register_name, values}; }
};
Result<CheckedCell> check_field(Lists const& lists, Entity entity, FieldDraft const& draft, store::Row const* current);

// A channel's cell: the value as typed, its normalised form, a phone's extension. Refused if it has no value or is far
// too long.
Result<CheckedCell> channel_cell(RecordRef owner, ChannelDraft const& channel, std::string_view country,
                                 std::string_view place);
Result<void> insert_channels(store::Transaction& change, RecordRef owner, std::vector<ChannelDraft> const& channels,
                             std::string_view country, store::InsertAs as);

// Links the tags of these names, making the ones that are new. Returns how many links were made or removed.
Result<int> set_tags(store::Transaction& change, RecordRef owner, std::vector<std::string> const& names,
                     store::InsertAs as);

// The keys of places in a column, ascending, one for each of `moving`: right under `above`, else right over `below`, else
// at the top; where the moving ones stand now counts for nothing. Cards without a place of their own there get one if
// that is needed.
Result<std::vector<std::string>> places_in_column(store::Transaction& change, Entity cards, StageId stage,
                                                  std::span<Uuid const> moving, Uuid const& above, Uuid const& below);
// The same for one card; nil: a new one.
Result<std::string> place_in_column(store::Transaction& change, Entity cards, StageId stage, Uuid const& card,
                                    Uuid const& above, Uuid const& below);
// The tags that a record is to have, with the event that tells of it. Returns how many links were made or removed.
Result<int> change_tags(store::Transaction& change, RecordRef owner, std::vector<std::string> const& names);
// Tags by the names that people see.
Result<std::vector<std::string>> tag_names(store::Connection& connection, RecordRef owner);

// What is kept of a loss when a card comes to the stage `to`: its reason and note, empty where `to` is no failure.
Result<CheckedCell> loss_cell(Lists const& lists, std::optional<LossReasonId> const& chosen, std::string const& note,
                              StageView const& to);
// The data of EventKind::stage_moved; `loss` nullptr: it stays as it was.
std::string stage_moved_json(Lists const& lists, StageId from, StageView const& to, CheckedCell const* loss);

// A stage's name, trimmed: there, not too long, no other's on its board. `own`: the stage it is for, nil for a new one.
Result<std::string> check_stage_name(Lists const& lists, Board board, StageId own, std::string const& typed);
// A board needs a stage of each meaning: new cards, what succeeds and what is lost must have somewhere to go.
Result<void> check_stage_may_go(Lists const& lists, StageId stage);

Result<void> write_event(store::Transaction& change, RecordRef owner, EventKind kind, std::string const& data_json);
// A value as it stands in an event's data.
std::string event_json_of_field(std::string_view name, std::vector<Value> const& before,
                                std::vector<Value> const& after);

}  // namespace leadkeep::app
