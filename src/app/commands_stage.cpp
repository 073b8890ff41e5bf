// Stages of a board: added, named, coloured, limited, put elsewhere. Deleting one is in commands_delete_stage.cpp.
#include <cstdio>

#include "app/labels.h"
#include "app/record_changes.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/ranges.h"
#include "domain/defaults.h"
#include "domain/fractional_key.h"
#include "base/name_fold.h"
#include "platform/random.h"

namespace leadkeep::app {
namespace {

constexpr size_t longest_stage_name = 100;
constexpr int longest_stall_limit_days = 10'000;

Result<store::Row> require_stage(CommandContext& context, StageId stage) {
    if (!context.lists.board_of_stage(stage))
        return fail(ErrorKind::refused, tr_mark("This stage is not there any more. Choose another."));
    return require_record(context.connection(), ref(stage));
}

std::string colour_text(uint32_t rgb) {
    char text[8];
    std::snprintf(text, sizeof text, "#%06X", static_cast<unsigned>(rgb & 0xFFFFFF));
    return text;
}

Result<std::string> place_of(CommandContext& context, std::vector<StageView> const& stages, size_t index) {
    if (index >= stages.size()) return std::string();
    auto const row = LK_TRY(store::read_row(context.connection(), Entity::stage, stages[index].id.uuid));
    return row ? row->text("place") : std::string();
}

// Between the stages that stand at index - 1 and at index.
Result<std::string> place_before(CommandContext& context, std::vector<StageView> const& stages, size_t index) {
    std::string const left = index == 0 ? std::string() : LK_TRY(place_of(context, stages, index - 1));
    return key_between(left, LK_TRY(place_of(context, stages, index)), platform::random_bytes);
}

// One register of a stage, with its event.
Result<Outcome> set_stage(CommandContext& context, char const* label, StageId stage, std::string_view name, Value value) {
    auto const row = LK_TRY(require_stage(context, stage));
    auto change = LK_TRY(context.begin(label));
    std::vector<Value> const after{std::move(value)};
    if (LK_TRY(change.set(Entity::stage, stage.uuid, {{name, after}})) == 0) return Outcome{};
    LK_CHECK(write_event(change, ref(stage), EventKind::field_changed, event_json_of_field(name, row.cell(name), after)));
    context.touched.lists = true;
    LK_CHECK(change.commit());
    return undoable_outcome(tr(label));
}

}  // namespace

Result<std::string> check_stage_name(Lists const& lists, Board board, StageId own, std::string const& typed) {
    std::string name(trim_text(typed));
    if (name.empty()) return fail(ErrorKind::refused, tr_mark("Type the stage's name first."));
    if (name.size() > longest_stage_name)
        return fail(ErrorKind::refused, tr_mark("“{0}” is too long. Shorten it."), {tr("Name")});
    for (auto const& other : lists.stages(board))
        if (other.id != own && fold_name(other.name) == fold_name(name))
            return fail(ErrorKind::refused, tr_mark("There is a stage “{0}” on this board already. Choose another name."),
                        {other.name});
    return name;
}

Result<Outcome> carry_out(CommandContext& context, AddStage const& command) {
    std::string const name = LK_TRY(check_stage_name(context.lists, command.board, {}, command.name));
    auto const& stages = context.lists.stages(command.board);
    size_t const after = static_cast<size_t>(ranges::find(stages, command.after, &StageView::id) - stages.begin());
    auto change = LK_TRY(context.begin(tr_mark("Stage added")));
    std::string const place = LK_TRY(place_before(context, stages, std::min(after + 1, stages.size())));
    std::string const board(board_name(command.board == Board::deals ? leadkeep::Board::deals : leadkeep::Board::leads));
    Uuid const id = LK_TRY(change.insert(Entity::stage, {}, {{"board", {board}},
                                                             {"name", {name}},
                                                             {"colour", {colour_text(command.colour_rgb)}},
                                                             {"place", {place}},
                                                             {"meaning", {std::string(meaning_name(Meaning::progress))}}}));
    LK_CHECK(write_event(change, {Entity::stage, id}, EventKind::created, dump_json(Json{{"from", "form"}})));
    context.touched.lists = true;
    LK_CHECK(change.commit());
    return Outcome{trf("“{0}” added", {name}), RecordRef{Entity::stage, id}, Outcome::CanUndo::yes};
}

Result<Outcome> carry_out(CommandContext& context, RenameStage const& command) {
    auto const row = LK_TRY(require_stage(context, command.stage));
    Board const board = *context.lists.board_of_stage(command.stage);
    std::string const name = LK_TRY(check_stage_name(context.lists, board, command.stage, command.name));
    if (name == context.lists.name_of(command.stage.uuid)) return Outcome{};
    // Called as it shipped, it goes on speaking the language of each device.
    auto const boards = board == Board::deals ? leadkeep::Board::deals : leadkeep::Board::leads;
    bool const as_shipped = row.has("key") && stage_name(boards, row.text("key"), {}) == name;
    return set_stage(context, tr_mark("Stage renamed"), command.stage, "name", as_shipped ? Value() : Value(name));
}

Result<Outcome> carry_out(CommandContext& context, SetStageColour const& command) {
    return set_stage(context, tr_mark("Colour changed"), command.stage, "colour", colour_text(command.colour_rgb));
}

Result<Outcome> carry_out(CommandContext& context, SetStallLimit const& command) {
    if (command.days < 0 || command.days > longest_stall_limit_days)
        return fail(ErrorKind::refused, tr_mark("A stall limit is a number of days up to 10 000, or none."));
    return set_stage(context, tr_mark("Stall limit changed"), command.stage, "stall_limit_days",
                     command.days == 0 ? Value() : Value(int64_t{command.days}));
}

Result<Outcome> carry_out(CommandContext& context, MoveStage const& command) {
    LK_CHECK(require_stage(context, command.stage));
    auto const& stages = context.lists.stages(*context.lists.board_of_stage(command.stage));
    size_t const at = static_cast<size_t>(ranges::find(stages, command.stage, &StageView::id) - stages.begin());
    bool const left = command.towards == Towards::left;
    if (left ? at == 0 : at + 1 == stages.size()) return Outcome{};
    std::string const place = LK_TRY(place_before(context, stages, left ? at - 1 : at + 2));
    return set_stage(context, tr_mark("Stage moved"), command.stage, "place", place);
}

}  // namespace leadkeep::app
