#include "views/sync_view.h"

#include "app/export_sync.h"
#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/mode_dialog.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

using Running = SyncState::Running;

void start(ShellState& state, std::unique_ptr<app::Job> job, Running running) {
    if (auto const started = state.workspace.start(std::move(job)); !started) return show_error(started.error());
    state.sync.running = running;
    ui::request_frame();
}

void merge(ShellState& state) {
    app::MergeConsent consent;
    if (state.sync.accept_loss) consent.large_loss = app::MergeConsent::LargeLoss::accept;
    state.sync.preview.reset();
    with_state_kept(state, SnapshotBefore::merge, state.sync.file_name, [consent](ShellState& open, Kept kept) {
        open.sync.kept = kept;
        start(open, std::make_unique<app::MergeJob>(open.workspace.store(), open.sync.file_name, open.sync.bytes, consent), Running::merge);
    });
}

void count_line(char const* label, int64_t count, ui::Tone tone = ui::Tone::neutral) {
    ui::Rect rect = ui::place(0, 30);
    std::string const number = app::shown_number(count);
    ui::Group item(ui::Role::listitem, std::string(label) + ": " + number, {.rect = rect});
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    ui::draw_text(rect.cut_right(80), number, ui::TextStyle::body_strong, ui::color(ui::Token::text1), ui::Align::end);
    ui::draw_text(rect, label, ui::TextStyle::body, ui::color(count > 0 && tone != ui::Tone::neutral ? ui::tone_pair(tone).text : ui::Token::text2));
}

void counts(app::MergeCounts const& counts) {
    ui::Group list(ui::Role::list, tr("Leads, deals and clients"));
    count_line(tr("New here"), counts.fresh, ui::Tone::good);
    count_line(tr("Changed there"), counts.changed);
    count_line(tr("Deleted there"), counts.deleted, ui::Tone::bad);
    count_line(tr("Changed on both sides, the later one wins"), counts.conflicts, ui::Tone::warning);
    count_line(tr("The same"), counts.same);
}

void warnings(app::MergeSummary const& summary) {
    for (auto const& warning : summary.warnings) ui::paragraph(warning, ui::TextStyle::small, ui::Token::warning);
}

bool nothing_new(app::MergeSummary const& summary) { return summary.all.fresh + summary.all.changed + summary.all.deleted == 0; }

void preview_dialog(ShellState& state) {
    auto const& summary = *state.sync.preview;
    bool const large_loss = summary.loss == app::MergeSummary::Loss::more_than_half;
    bool close = false, agreed = false;
    {
        ui::Dialog dialog(tr("Bring in the changes?"), {.width_px = 480});
        ui::paragraph(summary.device_name.empty() ? state.sync.file_name : trf("{0}, written on “{1}”.", {state.sync.file_name, summary.device_name}));
        if (nothing_new(summary)) ui::paragraph(tr("Everything in this file is here already."));
        counts(summary.records);
        warnings(summary);
        if (large_loss) ui::checkbox(tr("Delete them here as well"), state.sync.accept_loss);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        bool const may = !large_loss || state.sync.accept_loss;
        agreed = ui::button(tr("Bring in"), {.kind = ui::ButtonKind::primary, .enabled = may}) && may;
    }
    if (agreed) return merge(state);
    if (!close) return;
    state.sync.preview.reset();
    state.sync.bytes.reset();
}

void merged_dialog(ShellState& state) {
    auto const& summary = *state.sync.merged;
    bool close = false, look = false;
    {
        ui::Dialog dialog(tr("The changes are here"), {.width_px = 480});
        counts(summary.records);
        warnings(summary);
        where_the_state_before_is(state.sync.kept);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        look = summary.all.conflicts > 0 && ui::button(tr("Look at the conflicts"));
        if (ui::primary_button(tr("Done"))) close = true;
    }
    if (look) state.go({Page::settings, SettingsSection::conflicts, std::nullopt});
    if (!close && !look) return;
    bool const simple_came = summary.mode_brought == app::Mode::simple;
    state.sync.merged.reset();
    if (simple_came) ask_after_merged_mode(state);
}

void finished(ShellState& state, Running running, app::Job& job) {
    switch (running) {
        case Running::preview:
            state.sync.accept_loss = false;
            state.sync.preview = static_cast<app::MergePreviewJob&>(job).summary();
            break;
        case Running::merge:
            state.sync.merged = static_cast<app::MergeJob&>(job).summary();
            state.sync.bytes.reset();
            break;
        case Running::write:
            state.services.download(app::sync_file_name(), app::sync_file_mime, static_cast<app::SyncExportJob&>(job).text());
            if (state.services.backup_saved) state.services.backup_saved();
            ui::toast(tr("The sync file is saved to your downloads."));
            break;
        case Running::nothing: break;
    }
}

}  // namespace

void choose_sync_file(ShellState& state) {
    if (!state.services.choose_file) return;
    state.services.choose_file(".json,application/json", while_open(state, [](ShellState& open, Result<FileBytes> file) {
        if (!file) return show_error(file.error());
        preview_sync(open, std::move(*file));
        ui::request_frame();
    }));
}

void preview_sync(ShellState& state, FileBytes file) {
    state.sync.file_name = file.name;
    state.sync.bytes = std::make_shared<std::string const>(std::move(file.bytes));
    start(state, std::make_unique<app::MergePreviewJob>(state.workspace.store(), state.sync.file_name, state.sync.bytes), Running::preview);
}

void save_sync_file(ShellState& state) {
    start(state, std::make_unique<app::SyncExportJob>(state.workspace.store(), app::SyncExportOptions{}), Running::write);
}

void save_changes_for(ShellState& state, app::DeviceView const& device) {
    start(state, std::make_unique<app::SyncExportJob>(state.workspace.store(), app::SyncExportOptions{device.since}), Running::write);
}

void sync_dialogs(ShellState& state) {
    if (state.sync.preview) preview_dialog(state);
    if (state.sync.merged) merged_dialog(state);
}

JobTaken sync_job_ended(ShellState& state, app::Job& job) {
    Running const running = std::exchange(state.sync.running, Running::nothing);
    if (running == Running::nothing) return JobTaken::no;
    switch (job.state()) {
        case app::Job::State::finished: finished(state, running, job); break;
        case app::Job::State::failed: show_error(job.error()); break;
        default: ui::toast(tr("Cancelled. Nothing was changed.")); break;
    }
    ui::request_frame();
    return JobTaken::yes;
}

}  // namespace leadkeep::views
