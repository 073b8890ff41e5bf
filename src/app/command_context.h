// What a command works with, and the functions that carry each family of commands out. Each runs whole in a transaction
// of its own; what several commands share (a new lead, channels, a place on a board) is in record_changes.h.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/commands.h"
#include "app/lists.h"
#include "base/result.h"
#include "store/store.h"
#include "store/transaction.h"

namespace leadkeep::app {

// What a command changed, so that screens read again no more than that.
struct Touched {
    bool everything = false;  // undo, jobs, switches: read all anew
    bool lists = false;       // stages, sources, managers, settings
    std::vector<RecordRef> records;
    std::vector<StageId> columns;  // cards came, went, moved, or their amounts changed

    void record(RecordRef one) { records.push_back(one); }
    void column(StageId stage) { columns.push_back(stage); }
};

struct CommandContext {
    store::Store& store;
    Lists const& lists;
    Touched touched = {};
    // By folded name; read at the first question, then kept up: a bulk conversion asks for thousands.
    std::optional<std::unordered_map<std::string, CompanyId>> companies_by_name = std::nullopt;

    // Looked up once: what numbers and phones without a country or currency mean here.
    std::string currency() const;
    std::string country() const;
    // Reads inside the command see what the command wrote.
    store::Connection& connection() { return store.writer(); }
    Result<store::Transaction> begin(std::string label, std::vector<std::string> args = {},
                                     store::Undoable undoable = store::Undoable::yes,
                                     store::Durability durability = store::Durability::relaxed);
};

Result<Outcome> carry_out(CommandContext& context, AddEnquiry const& command);
Result<Outcome> carry_out(CommandContext& context, AddDeal const& command);
Result<Outcome> carry_out(CommandContext& context, AddClient const& command);
Result<Outcome> carry_out(CommandContext& context, SetField const& command);
Result<Outcome> carry_out(CommandContext& context, SetFieldText const& command);
Result<Outcome> carry_out(CommandContext& context, SetChannel const& command);
Result<Outcome> carry_out(CommandContext& context, SetTags const& command);
Result<Outcome> carry_out(CommandContext& context, MoveCard const& command);
Result<Outcome> carry_out(CommandContext& context, MoveCards const& command);
Result<Outcome> carry_out(CommandContext& context, AssignManager const& command);
Result<Outcome> carry_out(CommandContext& context, AddTag const& command);
Result<Outcome> carry_out(CommandContext& context, AddNote const& command);
Result<Outcome> carry_out(CommandContext& context, AddActivity const& command);
Result<Outcome> carry_out(CommandContext& context, LogActivity const& command);
Result<Outcome> carry_out(CommandContext& context, FinishActivity const& command);
Result<Outcome> carry_out(CommandContext& context, Trash const& command);
Result<Outcome> carry_out(CommandContext& context, RestoreFromTrash const& command);
Result<Outcome> carry_out(CommandContext& context, ConvertLead const& command);
Result<Outcome> carry_out(CommandContext& context, SwitchMode const& command);
Result<Outcome> carry_out(CommandContext& context, SetSetting const& command);
Result<Outcome> carry_out(CommandContext& context, AddManager const& command);
Result<Outcome> carry_out(CommandContext& context, RenameManager const& command);
Result<Outcome> carry_out(CommandContext& context, NameDevice const& command);
Result<Outcome> carry_out(CommandContext& context, AddStage const& command);
Result<Outcome> carry_out(CommandContext& context, RenameStage const& command);
Result<Outcome> carry_out(CommandContext& context, SetStageColour const& command);
Result<Outcome> carry_out(CommandContext& context, SetStallLimit const& command);
Result<Outcome> carry_out(CommandContext& context, MoveStage const& command);
Result<Outcome> carry_out(CommandContext& context, DeleteStage const& command);
Result<Outcome> carry_out(CommandContext& context, SortColumn const& command);
Result<Outcome> carry_out(CommandContext& context, SettleConflict const& command);
Result<Outcome> carry_out(CommandContext& context, SettleAllConflicts const& command);
Result<Outcome> carry_out(CommandContext& context, Undo const& command);
Result<Outcome> carry_out(CommandContext& context, Redo const& command);

inline Outcome undoable_outcome(std::string message) {
    return {std::move(message), std::nullopt, Outcome::CanUndo::yes};
}

}  // namespace leadkeep::app
