// What a person can do, as data. Views put commands out; Workspace::run carries each out in one transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/value.h"
#include "domain/entity.h"

namespace leadkeep::app {

enum class Board : uint8_t { leads, deals };
enum class Mode : uint8_t { classic, simple };
enum class OpenLeads : uint8_t { convert, keep };

struct ChannelDraft {
    std::string kind = "phone";  // phone | email | web | messenger | profile
    std::string type = "work";   // work | mobile | home | fax | other
    std::string value;           // as typed
};

// A field of the record, named by its register in domain/catalog.h; values in the order of the register's columns.
struct FieldDraft {
    std::string register_name;
    std::vector<Value> values;
};

// The same as a person typed it into the field of that name; read by app/field_text.h.
struct FieldText {
    std::string register_name;
    std::string text;
};

// A new enquiry. In classic mode it becomes a lead, in simple mode a contact (a company too where one is named) and a
// deal. Fields are those of a lead in both.
struct AddEnquiry {
    std::vector<FieldDraft> fields;
    std::vector<ChannelDraft> channels;
    std::vector<std::string> tags;
    std::optional<StageId> stage;  // of the board it was added on; else the first
    std::vector<FieldText> texts;  // fields as typed in a form; one that can't be read refuses the command
};
struct AddDeal {
    std::vector<FieldDraft> fields;
    std::optional<StageId> stage;
    std::vector<FieldText> texts;
};
// A contact or a company of its own, without an enquiry.
struct AddClient {
    Entity entity = Entity::contact;
    std::vector<FieldDraft> fields;
    std::vector<FieldText> texts;
    std::vector<ChannelDraft> channels;
    std::vector<std::string> tags;
    std::string company_name;  // a contact's: the one of that name, which is made if there is none
};
struct SetField {
    RecordRef record;
    FieldDraft field;
};
// What a text field commits: an empty text clears the field.
struct SetFieldText {
    RecordRef record;
    std::string register_name;
    std::string text;
};
struct SetChannel {
    RecordRef owner;
    std::optional<ChannelId> id;  // none: a new one
    ChannelDraft channel;         // an empty value removes it
};
struct SetTags {
    RecordRef owner;
    std::vector<std::string> tags;
};
// Between two neighbours of the target column (nil: at its end on that side). Both nil: the top.
struct MoveCard {
    RecordRef card;
    StageId to;
    Uuid above, below;
    std::optional<LossReasonId> loss_reason;  // asked for by a failure stage
    std::string loss_note;
};
// Several cards, of one board, to one place: in this order, between two cards that stay. One step of undo.
struct MoveCards {
    std::vector<RecordRef> cards;
    StageId to;
    Uuid above, below;
    std::optional<LossReasonId> loss_reason;  // one for all that come into a failure stage
    std::string loss_note;
};
struct AssignManager {
    std::vector<RecordRef> records;
    ManagerId manager;  // nil: nobody
};
// Beside the tags that each has already.
struct AddTag {
    std::vector<RecordRef> records;
    std::string tag;
};
struct AddNote {
    RecordRef owner;
    std::string text;
};
struct AddActivity {
    RecordRef owner;
    std::string kind, subject;
    std::optional<int64_t> due_at_ms;
};
// What was done without a plan; a direction is for calls.
enum class Direction : uint8_t { none, outgoing, incoming };
struct LogActivity {
    RecordRef owner;
    std::string kind, subject;
    Direction direction = Direction::none;
    std::optional<int64_t> duration_min;
};
struct FinishActivity {
    ActivityId activity;
    std::string result;
};
struct Trash {
    std::vector<RecordRef> records;
};
struct RestoreFromTrash {
    std::vector<RecordRef> records;
};
struct ConvertLead {
    LeadId lead;
    bool to_contact = true, to_company = true, to_deal = true;
    std::string deal_title;                      // empty: the lead's
    std::optional<int64_t> amount_minor;         // nullopt: the lead's
    std::string currency, company_name;          // empty: the lead's
    std::optional<StageId> deal_stage;
};
struct SwitchMode {
    Mode mode;
    OpenLeads open_leads = OpenLeads::keep;
};
// Values that lost while two devices changed one without knowing of each other: by their numbers in the journal.
struct SettleConflict {
    int64_t number = 0;
    enum class Keep : uint8_t { winner, loser } keep = Keep::winner;  // loser: it becomes the value, as a change of one's own
};
struct SettleAllConflicts {};  // every winner stays
struct SetSetting {
    std::string key;         // "default_currency", "default_country", …
    std::string value_json;
};
struct AddManager {
    std::string name;
};
struct NameDevice {
    std::string name;  // of this device, as the others see it; empty: none
};
struct RenameManager {
    ManagerId manager;
    std::string name;
};
// Stages. A name must be there and be the only one of its board; colours are 0xRRGGBB.
struct AddStage {
    Board board;
    StageId after;  // nil: behind the last
    std::string name;
    uint32_t colour_rgb = 0;
};
struct RenameStage {
    StageId stage;
    std::string name;
};
struct SetStageColour {
    StageId stage;
    uint32_t colour_rgb = 0;
};
struct SetStallLimit {
    StageId stage;
    int days = 0;  // 0: none
};
enum class Towards : uint8_t { left, right };
struct MoveStage {
    StageId stage;
    Towards towards;  // by one place
};
// Its cards go to the end of `cards_to`, in their order. The board's last stage of a meaning stays.
struct DeleteStage {
    StageId stage, cards_to;                  // cards_to may be nil where there are none
    std::optional<LossReasonId> loss_reason;  // as for MoveCard, for cards that were not lost before
    std::string loss_note;
};
// The order by hand, written anew: newest, greatest, highest, A and last changed first.
enum class SortBy : uint8_t { created, amount, score, name, changed };
struct SortColumn {
    StageId stage;
    SortBy by;
};
struct Undo {};
struct Redo {};

using Command = std::variant<AddEnquiry, AddDeal, AddClient, SetField, SetChannel, SetTags, MoveCard, MoveCards, AssignManager, AddTag,
                             AddNote, AddActivity, LogActivity, FinishActivity,
                             Trash, RestoreFromTrash, ConvertLead, SwitchMode, SetSetting, AddManager, RenameManager, NameDevice, SetFieldText,
                             AddStage, RenameStage, SetStageColour, SetStallLimit, MoveStage, DeleteStage, SortColumn,
                             SettleConflict, SettleAllConflicts, Undo, Redo>;

// What came of it. `message` is ready to be shown in a toast; `made` names the new record, if any.
struct Outcome {
    std::string message;
    std::optional<RecordRef> made;
    enum class CanUndo : uint8_t { no, yes } can_undo = CanUndo::no;
};

}  // namespace leadkeep::app
