#include "views/stage_dialogs.h"

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"
#include "views/stage_colours.h"

namespace leadkeep::views {
namespace {

// Put out, or told by the field what is wrong with the name.
void add_stage(ShellState& state) {
    auto& form = *state.board.columns.form;
    if (auto const fits = state.workspace.check_stage_name(form.board, {}, form.name); !fits) {
        form.error = describe(fits.error());
        return;
    }
    state.commands.push(app::AddStage{form.board, form.after, form.name, form.colour_rgb});
    state.board.columns.form.reset();
}

void stage_form(ShellState& state) {
    if (!state.board.columns.form) return;
    auto& form = *state.board.columns.form;
    bool close = false, add = false;
    {
        ui::Dialog dialog(tr("New stage"), {.width_px = 400});
        auto const edit = ui::text_field(tr("Name"), form.name, {.error = form.error, .required = true, .autofocus = true, .max_length = 100});
        if (edit.changed()) form.name = edit.text, form.error.clear();
        add = edit.end == ui::EditEnd::enter;
        ui::text(tr("Colour"), ui::TextStyle::small_medium, ui::Token::text2);
        stage_swatches(form.colour_rgb);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        add |= ui::primary_button(tr("Add"));
    }
    if (close) state.board.columns.form.reset();
    else if (add) add_stage(state);
}

struct Target {
    std::vector<app::StageView> stages;
    std::vector<ui::SelectOption> options;
};
Target other_stages(app::BoardView const& board, StageId but) {
    Target target;
    for (auto const& column : board.columns) {
        if (column.stage.id == but) continue;
        target.stages.push_back(column.stage);
        target.options.push_back({column.stage.name, {}, ui::Rgba::hex(column.stage.colour_rgb)});
    }
    return target;
}

void deletion_dialog(ShellState& state) {
    if (!state.board.columns.deletion) return;
    auto& question = *state.board.columns.deletion;
    auto const& board = state.workspace.board(question.board);
    auto const own = std::find_if(board.columns.begin(), board.columns.end(), [&](auto const& column) { return column.stage.id == question.stage; });
    if (own == board.columns.end()) return state.board.columns.deletion.reset();  // by Undo, or by a merge
    auto const others = other_stages(board, question.stage);
    auto const* to = question.to >= 0 && question.to < int(others.stages.size()) ? &others.stages[size_t(question.to)] : nullptr;
    bool const asks_reason = to && to->meaning == app::StageMeaning::failure && own->stage.meaning != app::StageMeaning::failure;
    bool const ready = to && (!asks_reason || question.loss.reason >= 0);
    bool close = false, confirmed = false;
    {
        ui::Dialog dialog(trf("Delete the stage “{0}”?", {own->stage.name}), {.width_px = 440, .id = "delete-stage"});
        ui::paragraph(trn("{0} card stands in it. Choose where it goes; its history stays with it.",
                          "{0} cards stand in it. Choose where they go; their history stays with them.", question.cards));
        ui::select(tr("Stage for the cards"), others.options, question.to, {.placeholder = tr("Not chosen")});
        if (asks_reason) loss_fields(state, question.loss);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        confirmed = ui::button(tr("Delete the stage"), {.kind = ui::ButtonKind::danger, .enabled = ready,
                                                        .description = ready ? "" : to ? tr("Choose a reason first.") : tr("Choose a stage first.")});
    }
    if (confirmed && ready) {
        app::DeleteStage command{question.stage, to->id, {}, {}};
        if (asks_reason) command.loss_reason = chosen_reason(state, question.loss), command.loss_note = question.loss.note;
        state.commands.push(std::move(command));
        close = true;
    }
    if (close) state.board.columns.deletion.reset();
}

}  // namespace

void open_stage_form(ShellState& state, app::BoardView const& board, size_t after_column) {
    state.board.columns.form = StageForm{board.board, board.columns[after_column].stage.id, {}, {}, stage_colour(board.columns.size())};
    ui::request_frame();
}

void delete_stage(ShellState& state, app::Board board, StageId stage) {
    if (auto const may = state.workspace.check_stage_may_go(stage); !may) return show_error(may.error());
    int64_t const cards = state.workspace.count_in_stage(stage);
    if (cards == 0) return state.commands.push(app::DeleteStage{stage, {}, {}, {}});
    state.board.columns.deletion = StageDeletion{board, stage, cards, -1, {}};
    ui::request_frame();
}

void stage_dialogs(ShellState& state) {
    stage_form(state);
    deletion_dialog(state);
}

}  // namespace leadkeep::views
