#include "views/storage_settings.h"

#include <array>

#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/settings_view.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

// A line of the page: what it is at the left, what it says at the right, and a hair line below.
void fact(std::string_view label, std::string_view value, ui::Token ink = ui::Token::text1) {
    ui::Rect rect = ui::place(0, 40);
    ui::Group item(ui::Role::text, std::string(label) + ": " + std::string(value), {.rect = rect});
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    float const value_px = std::min(ui::text_width(value, ui::TextStyle::body_medium) + 2, rect.w * 0.62f);
    ui::draw_text(rect.cut_right(value_px), value, ui::TextStyle::body_medium, ui::color(ink), ui::Align::end);
    ui::draw_text(rect, label, ui::TextStyle::body, ui::color(ui::Token::text2));
}

void room(ShellState& state) {
    if (!state.services.storage) return;
    StorageView const storage = state.services.storage();
    bool const granted = storage.persistence == Persistence::granted;
    ui::section(tr("In this browser"));
    {
        ui::Column facts({.gap_px = 0});
        fact(tr("Your data"), app::shown_bytes(storage.database_bytes));
        if (storage.used_bytes >= 0 && storage.quota_bytes > 0)
            fact(tr("The browser's storage"), trf("{0} of {1} used", {app::shown_bytes(storage.used_bytes), app::shown_bytes(storage.quota_bytes)}));
        if (granted) fact(tr("Kept by the browser"), tr("Until you delete it"), ui::Token::good);
        else fact(tr("Kept by the browser"), tr("As long as there is room"), ui::Token::warning);
    }
    if (!granted) {
        ui::paragraph(tr("When the disk is full the browser may clear this data by itself. Ask it to keep the data."), ui::TextStyle::small);
        if (state.services.ask_persistence && ui::button(tr("Keep my data"), {.icon = ui::Icon::check})) state.services.ask_persistence();
    }
    ui::gap(12);
}

void ask_to_restore(ShellState& state, std::string title, std::string from, std::string const& bytes) {
    auto file = app::read_database_file(bytes);
    if (!file) return show_error(file.error());
    auto here = app::database_preview(state.workspace.store());
    if (!here) return show_error(here.error());
    state.storage.question = StorageState::Question{std::move(title), std::move(from), std::move(*file), *here};
    ui::request_frame();
}

bool refused_while_busy(ShellState& state) {
    if (!state.workspace.job()) return false;
    show_error({ErrorKind::busy, tr_mark("Something else is still running. Wait until it is finished, or cancel it."), {}, {}});
    return true;
}

void choose_backup(ShellState& state) {
    if (!state.services.choose_file || refused_while_busy(state)) return;
    state.services.choose_file(".sqlite,.db,application/vnd.sqlite3", while_open(state, [](ShellState& open, Result<FileBytes> file) {
        if (!file) return show_error(file.error());
        if (app::looks_like_sync_file(file->bytes))
            return show_error({ErrorKind::refused, tr_mark("{0} is a sync file. It is brought in with Settings, Data, Import JSON; nothing is replaced by it."), {file->name}, {}});
        ask_to_restore(open, tr("Restore this backup?"), file->name, file->bytes);
    }));
}

void backup(ShellState& state) {
    int64_t const last_ms = state.services.storage ? state.services.storage().last_backup_ms : 0;
    ui::section(tr("Backup"));
    if (last_ms > 0) fact(tr("Last backup"), app::shown_date_time(last_ms));
    else fact(tr("Last backup"), tr("Never"), ui::Token::warning);
    ui::paragraph(tr("One file with everything, which any SQLite program opens. Keep it outside this browser: on another disk, or with your other files."),
                  ui::TextStyle::small);
    ui::Row row({.pad = {0, 4, 0, 0}, .wrap = true, .id = "backup"});
    if (state.services.database_file && ui::button(tr("Save a backup"), {.icon = ui::Icon::download})) save_backup(state);
    if (state.services.restore && ui::button(tr("Restore a backup…"), {.icon = ui::Icon::upload})) choose_backup(state);
}

std::string snapshot_title(SnapshotView const& snapshot) {
    switch (snapshot.before) {
        case SnapshotBefore::migration: return tr("Before an update of Leadkeep");
        case SnapshotBefore::import: return trf("Before the import of {0}", {snapshot.note});
        case SnapshotBefore::merge: return trf("Before {0} was brought in", {snapshot.note});
        case SnapshotBefore::restore: return tr("Before a restore");
    }
    return {};
}

void restore_snapshot(ShellState& state, SnapshotView const& snapshot) {
    if (refused_while_busy(state)) return;
    std::string const from = snapshot_title(snapshot) + ", " + app::shown_date_time(snapshot.taken_at_ms);
    state.services.read_snapshot(snapshot.seq, while_open(state, [from](ShellState& open, Result<std::string> bytes) {
        if (!bytes) return show_error(bytes.error());
        ask_to_restore(open, tr("Return to this state?"), from, *bytes);
    }));
}

void save_snapshot(ShellState& state, SnapshotView const& snapshot) {
    state.services.read_snapshot(snapshot.seq, while_open(state, [](ShellState& open, Result<std::string> bytes) {
        if (!bytes) return show_error(bytes.error());
        open.services.download(app::backup_file_name(), app::database_mime, *bytes);
    }));
}

void snapshot_row(ShellState& state, SnapshotView const& snapshot, int position, int total) {
    ui::Scope scope(int64_t(snapshot.seq));
    std::string const title = snapshot_title(snapshot);
    std::string const detail = app::shown_date_time(snapshot.taken_at_ms) + " · " + app::shown_bytes(snapshot.file_bytes);
    ui::Rect rect = ui::place(0, 58);
    ui::Group item(ui::Role::listitem, title, {.rect = rect, .description = detail, .set_size = total, .position = position});
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    // A phone needs the room for the name.
    ui::Icon const icon = ui::is_phone() ? ui::Icon::none : ui::Icon::restore;
    float const button_px = ui::button_width(tr("Restore"), icon);
    ui::Rect right = rect.cut_right(button_px + 42);
    ui::next_rect({right.x, right.y + 12, 34, 34});
    if (ui::icon_button(ui::Icon::download, tr("Save as a file"))) save_snapshot(state, snapshot);
    ui::next_rect({right.right() - button_px, right.y + 12, button_px, 34});
    if (ui::button(tr("Restore"), {.icon = icon})) restore_snapshot(state, snapshot);
    rect.cut_right(12);
    ui::Rect const head = rect.cut_top(31);
    ui::draw_text({head.x, head.bottom() - 20, head.w, 18}, title, ui::TextStyle::body_medium, ui::color(ui::Token::text1));
    ui::draw_text({rect.x, rect.y, rect.w, 16}, detail, ui::TextStyle::small, ui::color(ui::Token::text2));
}

void kept_states(ShellState& state) {
    if (!state.services.snapshots || !state.services.read_snapshot) return;
    auto const snapshots = state.services.snapshots();
    ui::gap(12);
    ui::section(tr("States kept"));
    ui::paragraph(tr("Before an import, a sync file, a restore or an update your data is kept here as it was. The last three states stay."),
                  ui::TextStyle::small);
    if (snapshots.empty()) return ui::paragraph(tr("None yet."), ui::TextStyle::body, ui::Token::text3);
    ui::Group list(ui::Role::list, tr("States kept"), {.set_size = int(snapshots.size())});
    for (size_t i = 0; i < snapshots.size(); ++i) snapshot_row(state, snapshots[i], int(i) + 1, int(snapshots.size()));
}

void start_check(ShellState& state) {
    if (auto const started = state.workspace.start(std::make_unique<app::CheckJob>(state.workspace.store())); !started)
        return show_error(started.error());
    state.storage.check = StorageState::Check::running;
    state.storage.findings.clear();
    ui::request_frame();
}

void check_result(ShellState& state) {
    using Kind = app::CheckFinding::Kind;
    bool damaged = false;
    for (auto const& finding : state.storage.findings) damaged = damaged || finding.kind == Kind::damage;
    {
        ui::Row row({.gap_px = 8, .id = "result"});
        ui::icon(damaged ? ui::Icon::error : ui::Icon::success, damaged ? ui::Token::bad : ui::Token::good);
        ui::text(damaged ? tr("Some of it is damaged") : tr("Everything is in order"), ui::TextStyle::body_medium);
    }
    for (auto const& finding : state.storage.findings)
        ui::paragraph(finding.text, ui::TextStyle::small, finding.kind == Kind::damage ? ui::Token::bad : ui::Token::text2);
    if (damaged)
        ui::paragraph(tr("Save a backup as it is, then restore an earlier state or backup, or bring in the sync file of another device."), ui::TextStyle::small);
}

void check(ShellState& state) {
    ui::gap(12);
    ui::section(tr("Check"));
    ui::paragraph(tr("Reads everything once and tells what is not as it should be. Nothing is changed."), ui::TextStyle::small);
    bool const running = state.storage.check == StorageState::Check::running;
    // Where the press was: below it, on a phone, nobody would see it.
    if (state.storage.check == StorageState::Check::done) check_result(state);
    if (ui::button(running ? tr("Checking…") : tr("Check the data"), {.icon = ui::Icon::check, .enabled = !running})) start_check(state);
}

void preview_line(char const* label, int64_t now, int64_t after) {
    ui::Rect rect = ui::place(0, 34);
    ui::Group item(ui::Role::listitem, trf("{0}: {1} now, {2} after", {label, app::shown_number(now), app::shown_number(after)}), {.rect = rect});
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    ui::draw_text(rect.cut_right(96), app::shown_number(after), ui::TextStyle::body_strong, ui::color(ui::Token::text1), ui::Align::end);
    ui::draw_text(rect.cut_right(96), app::shown_number(now), ui::TextStyle::body, ui::color(ui::Token::text2), ui::Align::end);
    ui::draw_text(rect, label, ui::TextStyle::body, ui::color(ui::Token::text2));
}

void preview_lines(StorageState::Question const& question) {
    auto const &after = question.file.preview, &now = question.here;
    ui::Column column({.gap_px = 0});
    ui::Rect head = ui::place(0, 22);
    ui::draw_text(head.cut_right(96), tr("After"), ui::TextStyle::small, ui::color(ui::Token::text3), ui::Align::end);
    ui::draw_text(head.cut_right(96), tr("Now"), ui::TextStyle::small, ui::color(ui::Token::text3), ui::Align::end);
    ui::Group list(ui::Role::list, tr("What changes"), {.set_size = 4});
    preview_line(tr("Leads"), now.leads, after.leads);
    preview_line(tr("Deals"), now.deals, after.deals);
    preview_line(tr("Contacts"), now.contacts, after.contacts);
    preview_line(tr("Companies"), now.companies, after.companies);
}

void restore_now(ShellState& state) {
    auto const refused = while_open(state, [](ShellState& open, Error const& error) {
        open.storage.question.reset();
        show_error(error);
    });
    state.services.restore(std::move(state.storage.question->file.bytes), refused);
}

// The dialog says that it works before the work holds the page.
void restore_soon(ShellState& state) {
    state.storage.question->phase = StorageState::Question::Phase::restoring;
    ui::request_frame();
    if (!state.services.call_soon) return restore_now(state);
    state.services.call_soon(while_open(state, [](ShellState& open) {
        if (open.storage.question) restore_now(open);
    }));
}

}  // namespace

void save_backup(ShellState& state) {
    state.services.download(app::backup_file_name(), app::database_mime, state.services.database_file());
    if (state.services.backup_saved) state.services.backup_saved();
}

void storage_settings(ShellState& state) {
    room(state);
    backup(state);
    kept_states(state);
    check(state);
}

void restore_dialog(ShellState& state) {
    if (!state.storage.question) return;
    auto const& question = *state.storage.question;
    bool const restoring = question.phase == StorageState::Question::Phase::restoring;
    bool close = false, agreed = false;
    {
        ui::Dialog dialog(question.title, {.width_px = 480, .id = "restore"});
        ui::paragraph(question.from, ui::TextStyle::body_medium, ui::Token::text1);
        ui::paragraph(question.file.preview.newest_change_ms > 0
                          ? trf("The newest change: {0}.", {app::shown_date_time(question.file.preview.newest_change_ms)})
                          : std::string(tr("Nothing was changed in it yet.")));
        preview_lines(question);
        ui::gap(4);
        ui::paragraph(tr("This takes the place of everything that is here now. The state now is kept first: you can return to it on this page."));
        close = dialog.dismissed() && !restoring;
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"), {.enabled = !restoring})) close = true;
        agreed = ui::button(restoring ? tr("Restoring…") : tr("Restore"), {.kind = ui::ButtonKind::primary, .enabled = !restoring});
    }
    if (agreed) return restore_soon(state);
    if (close) state.storage.question.reset();
}

JobTaken check_job_ended(ShellState& state, app::Job& job) {
    if (state.storage.check != StorageState::Check::running) return JobTaken::no;
    state.storage.check = StorageState::Check::not_run;
    if (job.state() == app::Job::State::failed) show_error(job.error());
    if (job.state() == app::Job::State::finished) {
        state.storage.check = StorageState::Check::done;
        state.storage.findings = static_cast<app::CheckJob&>(job).findings();
        ui::announce(tr("The data is checked."));
    }
    ui::request_frame();
    return JobTaken::yes;
}

void with_state_kept(ShellState& state, SnapshotBefore before, std::string const& note, WhenKept then) {
    if (!state.services.keep_state) return then(state, Kept::nothing_is_kept_here);
    state.services.keep_state(before, note, while_open(state, [then = std::move(then)](ShellState& open, Result<Kept> kept) {
        if (!kept) return show_error(kept.error());
        then(open, *kept);
        ui::request_frame();
    }));
}

void where_the_state_before_is(Kept kept) {
    if (kept == Kept::yes)
        ui::paragraph(tr("The state before is kept: Settings, Storage."), ui::TextStyle::small, ui::Token::text3);
}

}  // namespace leadkeep::views
