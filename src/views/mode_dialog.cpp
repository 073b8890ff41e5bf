#include "views/mode_dialog.h"

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

// After a switch the person should stand where something is: Simple has no board of leads.
void leave_leads(ShellState& state) {
    if (state.simple() && state.location.page == Page::leads) state.open_page(Page::deals);
}

void run_switch(ShellState& state, app::Mode mode, app::OpenLeads open_leads) {
    state.commands.push(app::SwitchMode{mode, open_leads}, [&state](app::Outcome const&) { leave_leads(state); });
}

void list_titles(app::OpenLeadsPreview const& preview) {
    constexpr float row_px = 30;
    constexpr size_t rows_in_sight = 6;
    float const height = row_px * float(std::min(preview.titles.size(), rows_in_sight)) + 2;
    ui::Rect const rect = ui::place(0, height);
    ui::stroke(rect, ui::color(ui::Token::line), ui::control_radius_px);
    ui::Group list(ui::Role::list, tr("Open leads"), {.rect = rect});
    ui::Scroll scroll("open-leads", {.rect = rect.inset(1), .gap_px = 0});
    ui::VirtualRows rows(int(preview.titles.size()), row_px);
    for (int i = rows.visible().first; i < rows.visible().last; ++i) {
        ui::Rect const row = rows.rect(i);
        ui::Group item(ui::Role::listitem, preview.titles[size_t(i)],
                       {.rect = row, .id = std::to_string(i), .set_size = int(preview.titles.size()), .position = i + 1});
        ui::draw_text(row.inset(ui::Insets::symmetric(12, 0)), preview.titles[size_t(i)], ui::TextStyle::body, ui::color(ui::Token::text1));
    }
}

}  // namespace

void switch_mode(ShellState& state, app::Mode mode) {
    if (mode == state.workspace.mode()) return;
    if (mode == app::Mode::simple) {
        auto preview = state.workspace.open_leads_preview();
        if (preview.count > 0) {
            state.mode = ModeQuestion{std::move(preview), ModeQuestion::Cause::person};
            return ui::request_frame();
        }
    }
    run_switch(state, mode, app::OpenLeads::keep);
}

void ask_after_merged_mode(ShellState& state) {
    leave_leads(state);
    if (auto preview = state.workspace.open_leads_preview(); preview.count > 0)
        state.mode = ModeQuestion{std::move(preview), ModeQuestion::Cause::merge};
}

void mode_dialog(ShellState& state) {
    if (!state.mode) return;
    auto const& question = *state.mode;
    bool const merged = question.cause == ModeQuestion::Cause::merge;
    enum class Answer : uint8_t { none, convert, keep, cancel } answer = Answer::none;
    {
        ui::Dialog dialog(merged ? tr("Simple mode came with the file") : tr("Switch to Simple mode?"), {.width_px = 520});
        ui::paragraph(trn("{0} lead is still open. In Simple mode there is no board of leads, and automation on lead stages does not run.",
                          "{0} leads are still open. In Simple mode there is no board of leads, and automation on lead stages does not run.",
                          question.preview.count));
        list_titles(question.preview);
        if (question.preview.count > int64_t(question.preview.titles.size()))
            ui::paragraph(trn("and {0} more", "and {0} more", question.preview.count - int64_t(question.preview.titles.size())),
                          ui::TextStyle::small);
        ui::paragraph(tr("Convert them to contacts, companies where named, and deals now; or keep them: they come back when you return "
                         "to Classic."));
        if (dialog.dismissed()) answer = merged ? Answer::keep : Answer::cancel;
        ui::DialogFooter footer;
        if (ui::button(merged ? tr("Return to Classic") : tr("Cancel"))) answer = Answer::cancel;
        if (ui::button(tr("Keep them"))) answer = Answer::keep;
        if (ui::primary_button(tr("Convert them now"))) answer = Answer::convert;
    }
    if (answer == Answer::none) return;
    if (answer == Answer::convert) run_switch(state, app::Mode::simple, app::OpenLeads::convert);
    if (answer == Answer::keep && !merged) run_switch(state, app::Mode::simple, app::OpenLeads::keep);
    if (answer == Answer::cancel && merged) run_switch(state, app::Mode::classic, app::OpenLeads::keep);
    state.mode.reset();
}

}  // namespace leadkeep::views
