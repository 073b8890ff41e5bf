#include "views/messages.h"

#include <algorithm>

#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

void read_only_banner(ShellState& state, SaveStatusView const& status) {
    switch (status.reason) {
        case ReadOnlyReason::other_tab:
            if (ui::banner(ui::Tone::warning, tr("Leadkeep is open in another tab. This one only shows the data."),
                           {.action = tr("Work here")}) == ui::BannerAnswer::action &&
                state.services.take_over)
                state.services.take_over();
            return;
        case ReadOnlyReason::newer_version:
            ui::banner(ui::Tone::warning, tr("The data was written by a newer Leadkeep. Reload the page to get it; until then nothing is changed."));
            return;
        case ReadOnlyReason::none:
        case ReadOnlyReason::storage: break;
    }
    ui::banner(ui::Tone::warning, status.text.empty() ? std::string(tr("This tab only shows the data.")) : status.text);
}

void failing_banner(ShellState& state, SaveStatusView const& status) {
    std::string const what = status.text.empty() ? std::string(tr("The browser does not let Leadkeep save.")) : status.text;
    std::string const text = what + " " + tr("What you changed since then is only in this tab: save a file before you close it.");
    if (ui::banner(ui::Tone::bad, text, {.action = tr("Save a file")}) == ui::BannerAnswer::action && state.services.database_file)
        save_backup(state);
    if (!state.services.retry_saving) return;
    ui::Row row({.pad = {16, 0, 16, 0}});
    if (ui::text_button(tr("Try to save again"))) state.services.retry_saving();
}

}  // namespace

ui::Rect banners(ShellState& state, ui::Rect area) {
    SaveStatusView const status = save_status(state);
    bool const any = status.state == SaveState::failing || status.state == SaveState::read_only;
    if (!any) return area;
    ui::Column column(area, {.gap_px = 4, .pad = ui::Insets::symmetric(12, 8)});
    if (status.state == SaveState::failing) failing_banner(state, status);
    else read_only_banner(state, status);
    float const y = ui::remaining().y + 4;
    return {area.x, y, area.w, area.bottom() - y};
}

void job_strip(ShellState& state, ui::Rect area) {
    auto* job = state.workspace.job();
    if (!job) return;
    auto const progress = job->progress();
    float const width = std::min(460.f, area.w - 32), height = state.workspace.queued() > 0 ? 96 : 72;
    ui::Rect const rect{area.x + (area.w - width) / 2, area.bottom() - height - 16, width, height};
    ui::shadow(rect, ui::card_radius_px, 8, 28, 0.18f);
    ui::card_ground(rect);
    ui::Group group(ui::Role::group, tr("Work in progress"), {.rect = rect});
    ui::Column column(rect.inset(ui::Insets::symmetric(16, 12)), {.gap_px = 6, .align = ui::Align::stretch});
    float const share = progress.total > 0 ? float(double(progress.done) / double(progress.total)) : -1.f;
    std::string const detail = progress.total > 0 ? trf("{0} of {1}", {app::shown_number(progress.done), app::shown_number(progress.total)}) : "";
    if (ui::progress(progress.text, share, detail, tr("Cancel")) == ui::ProgressAnswer::cancelled) job->cancel();
    if (int const waiting = state.workspace.queued(); waiting > 0)
        ui::text(trn("{0} change waits until it is done", "{0} changes wait until it is done", waiting), ui::TextStyle::small, ui::Token::warning);
}

void drop_sheet(ShellState& state, ui::Rect area) {
    if (!state.files_over) return;
    ui::fill(area, ui::color(ui::Token::bg).with_alpha(0.86f));
    ui::Rect const frame = area.inset(24);
    ui::dashed(frame, ui::color(ui::Token::accent), 16, 2);
    ui::Rect const line{frame.x, frame.center().y - 24, frame.w, 26};
    ui::draw_icon(ui::Icon::upload, {frame.center().x, line.y - 24}, 32, ui::color(ui::Token::accent));
    ui::draw_text(line, tr("Drop the file to import it"), ui::TextStyle::title, ui::color(ui::Token::text1), ui::Align::center);
    ui::draw_text(line.moved(0, 28), tr("CSV from a spreadsheet or another CRM, or a Leadkeep sync file"), ui::TextStyle::body,
                  ui::color(ui::Token::text2), ui::Align::center);
}

}  // namespace leadkeep::views
