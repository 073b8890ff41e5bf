// What screens read: plain values that stay as they are until the workspace's revision changes. Texts are ready to
// show in the current language; moments are UTC milliseconds; money is minor units.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "domain/entity.h"

namespace leadkeep::app {

struct Money {
    int64_t minor = 0;
    std::string currency;  // ISO 4217
};

enum class StageMeaning : uint8_t { progress, success, failure };

struct StageView {
    StageId id;
    std::string name;
    uint32_t colour_rgb = 0;  // 0xRRGGBB
    StageMeaning meaning = StageMeaning::progress;
    int stall_limit_days = 0;  // 0: none
};

// A column holds only the ids of its cards, in order; faces are read for the cards in view (Workspace::card_face).
struct ColumnView {
    StageView stage;
    std::vector<Uuid> cards;
    std::vector<Money> sums;  // one per currency, greatest count first
};

struct BoardView {
    Board board = Board::leads;
    std::vector<ColumnView> columns;
    int64_t total = 0;
    std::vector<Money> sums;
};

enum class Tone : uint8_t { neutral, accent, good, warning, bad };
struct PillView {
    std::string text;
    Tone tone = Tone::neutral;
};

struct CardFace {
    RecordRef record;
    std::string title;
    std::optional<Money> amount;
    std::string who_and_how;      // "Ivan Petrov · +7 900 000-12-34"
    std::string source;
    std::vector<PillView> pills;  // most urgent first, at most two
    int days_in_stage = 0;
    int score = 0;                // 0–100
    std::string manager_name, manager_initials;
    uint32_t manager_colour_seed = 0;
    StageId stage;
};

enum class FieldKind : uint8_t { text, multiline, money, number, date, choice, phone, email, flag, record };
struct ChoiceView {
    Uuid id;
    std::string text;
    std::string name;  // the stored value where it isn't an id
};
struct FieldView {
    std::string register_name;   // what SetField and SetFieldText take: a register, or a column of a register of several
    std::string label;
    FieldKind kind = FieldKind::text;
    enum class Access : uint8_t { editable, read_only } access = Access::editable;
    std::string text;            // as shown, ready to edit (money: in major units)
    std::vector<Value> values;   // as stored
    std::vector<ChoiceView> choices;
    std::optional<RecordRef> target;  // kind record: what it opens
};
struct SectionView {
    std::string title;
    std::vector<FieldView> fields;
};
struct ChannelView {
    ChannelId id;
    ChannelDraft channel;
    std::string shown, type_name, link;  // link: tel:, mailto:, https:
};
struct TimelineView {
    EventId id;
    std::string kind;   // names an icon: note, stage_moved, created…
    std::string title, detail, when_and_who;
    int64_t at_ms = 0;
};
struct ActivityView {
    ActivityId id;
    std::string kind, subject, when;
    Tone tone = Tone::neutral;
};
struct RecordView {
    RecordRef record;
    std::string title, number;
    std::vector<PillView> pills;
    std::vector<SectionView> sections;
    std::vector<ChannelView> channels;
    std::vector<std::string> tags;
    std::vector<ActivityView> open_activities;
    std::vector<TimelineView> timeline;  // newest first
    std::vector<StageView> stages;       // of its board
    StageId stage;
    std::vector<RecordRef> linked;       // what it became, where it came from
    std::string reach_warning;           // "No way to reach", empty where there is one
    enum class State : uint8_t { open, converted, trashed } state = State::open;
    int score = 0;
    std::vector<std::string> score_lines;  // how the score came about
};

struct OpenLeadsPreview {  // what a switch to Simple would convert
    int64_t count = 0;
    std::vector<std::string> titles;  // the first hundred
};

struct ListRow {
    RecordRef record;
    std::string title, detail, right;
};

// A line of the list of contacts or of companies.
struct ClientFace {
    RecordRef record;
    std::string name;
    std::string beside;             // of a contact its company, of a company its industry
    std::string job_title;
    std::string phone, email;
    std::string way_to_reach;       // the best of all
    std::string manager_name, manager_initials;
    uint32_t manager_colour_seed = 0;
};

struct ChoiceLists {
    std::vector<ChoiceView> sources, loss_reasons, managers;
};

}  // namespace leadkeep::app
