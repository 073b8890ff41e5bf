#include "views/recovery.h"

#include <memory>
#include <utility>

#include "app/export_sync.h"
#include "app/merge_job.h"
#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"

namespace leadkeep::views {

using Cause = RecoverySituation::Cause;

struct Recovery::State : std::enable_shared_from_this<Recovery::State> {
    State(RecoverySituation found, RecoveryServices given) : situation(std::move(found)), services(std::move(given)) {}

    enum class Page : uint8_t { choices, begin_with_rest, begin_empty, restore } page = Page::choices;
    enum class Reading : uint8_t { not_begun, begun, done } reading = Reading::not_begun;

    RecoverySituation situation;
    RecoveryServices services;
    std::optional<app::Salvaged> rest;  // what can be read of the damaged file
    std::string rest_refusal;           // or why nothing can
    bool something_saved = false;       // as a file, from here
    std::string refusal;
    std::string backup_name;
    std::optional<app::DatabaseFile> backup;

    void read_damaged();
    void save_damaged();
    void save_rest(bool as_sync_file);
    void choose_backup();
    void take_backup(FileBytes const& file);
    void begin(Result<std::string> database);
    void begin_anew();
    void to(Page next);

    TroubleView choices();
    TroubleView damaged();
    TroubleView gone();
    TroubleView confirm_rest();
    TroubleView confirm_empty();
    TroubleView confirm_restore();
    std::function<void()> doing(void (State::*act)());
    std::function<void()> going(Page next);
};

// ---- What is done

void Recovery::State::to(Page next) {
    page = next;
    refusal.clear();
    ui::request_frame();
}

// After a frame has said that it is being read.
void Recovery::State::read_damaged() {
    if (reading != Reading::not_begun) return;
    reading = Reading::begun;
    services.call_soon([weak = weak_from_this()] {
        auto const state = weak.lock();
        if (!state) return;
        std::string const file = state->situation.damaged_file ? state->situation.damaged_file() : std::string();
        auto salvaged = app::Salvaged::from(file);
        if (salvaged) state->rest.emplace(std::move(*salvaged));
        else state->rest_refusal = describe(salvaged.error());
        state->reading = Reading::done;
        ui::request_frame();
    });
}

void Recovery::State::save_damaged() {
    services.download("damaged-" + app::backup_file_name(), app::database_mime, situation.damaged_file());
    something_saved = true;
}

void Recovery::State::save_rest(bool as_sync_file) {
    auto const file = as_sync_file ? rest->sync_file() : rest->database_file();
    if (!file) {
        refusal = describe(file.error());
        return;
    }
    if (as_sync_file) services.download(app::sync_file_name(), app::sync_file_mime, *file);
    else services.download(app::backup_file_name(), app::database_mime, *file);
    something_saved = true;
}

void Recovery::State::choose_backup() {
    services.choose_file(".sqlite,.db,.json,application/vnd.sqlite3,application/json", [weak = weak_from_this()](Result<FileBytes> file) {
        auto const state = weak.lock();
        if (!state) return;
        if (file) state->take_backup(*file);
        else state->refusal = describe(file.error());
        ui::request_frame();
    });
}

void Recovery::State::take_backup(FileBytes const& file) {
    auto read = app::looks_like_sync_file(file.bytes) ? app::database_from_sync_file(file.name, file.bytes) : app::read_database_file(file.bytes);
    if (!read) {
        refusal = file.name + ": " + describe(read.error());
        return;
    }
    to(Page::restore);
    backup_name = file.name;
    backup = std::move(*read);
}

void Recovery::State::begin(Result<std::string> database) {
    auto const begun = database ? services.begin_with(std::move(*database)) : tl::unexpected(database.error());
    if (!begun) refusal = describe(begun.error());
}

void Recovery::State::begin_anew() {
    if (auto const begun = services.begin_empty(); !begun) refusal = describe(begun.error());
}

// ---- What is shown

std::function<void()> Recovery::State::doing(void (State::*act)()) {
    return [keep = shared_from_this(), act] { ((*keep).*act)(); };
}
std::function<void()> Recovery::State::going(Page next) {
    return [keep = shared_from_this(), next] { keep->to(next); };
}

namespace {

std::string last_backup_text(int64_t at_ms) {
    return at_ms > 0 ? trf("The last backup was saved from this browser on {0}; it is among your downloads or where you put it.", {app::shown_date_time(at_ms)})
                     : std::string(tr("No backup was ever saved from this browser. A sync file, or another device that has the data, serves as well."));
}

}  // namespace

TroubleView Recovery::State::damaged() {
    TroubleView view;
    view.title = tr("The saved data is damaged");
    view.detail = situation.detail;
    std::string const reason = tr("A part of what Leadkeep saved in this browser reads back differently from how it was written. Nothing was changed.");
    if (reading != Reading::done) {
        view.text = reason + " " + tr("Reading what can be read…");
        return view;
    }
    view.text = reason + " " + (rest ? rest->summary() : rest_refusal);
    if (rest) {
        view.list_title = tr("What can be read");
        for (auto& line : rest->lines())
            view.lines.push_back({std::move(line.text), line.loss == app::SalvageLine::Loss::none ? ui::Tone::good : ui::Tone::warning});
        view.actions.push_back({tr("Save what can be read"), [keep = shared_from_this()] { keep->save_rest(false); }});
        view.actions.push_back({tr("Save as a sync file"), [keep = shared_from_this()] { keep->save_rest(true); }});
    }
    view.actions.push_back({tr("Save the damaged file"), doing(&State::save_damaged)});
    TroubleGroup on{tr("Go on"), tr("This replaces what is stored in this browser. Before that, save a file above."), {}};
    if (rest) on.actions.push_back({tr("Begin with what can be read"), going(Page::begin_with_rest)});
    on.actions.push_back({tr("Restore a backup…"), doing(&State::choose_backup)});
    if (!rest) on.actions.push_back({tr("Begin with an empty database"), going(Page::begin_empty)});
    on.text += " " + last_backup_text(situation.last_backup_ms);
    view.groups.push_back(std::move(on));
    return view;
}

TroubleView Recovery::State::gone() {
    TroubleView view;
    view.title = tr("The browser has lost your data");
    view.text = std::string(tr("There was a Leadkeep database in this browser, and it is no longer there: the browser or a cleaning program removed it.")) + " " +
                last_backup_text(situation.last_backup_ms);
    if (situation.last_saved_ms > 0) view.detail = trf("Last saved here: {0}", {app::shown_date_time(situation.last_saved_ms)});
    view.actions.push_back({tr("Restore a backup…"), doing(&State::choose_backup)});
    view.actions.push_back({tr("Look again"), services.look_again});
    view.actions.push_back({tr("Begin with an empty database"), doing(&State::begin_anew)});
    return view;
}

TroubleView Recovery::State::choices() {
    if (situation.cause == Cause::gone) return gone();
    read_damaged();
    return damaged();
}

TroubleView Recovery::State::confirm_rest() {
    TroubleView view;
    view.title = tr("Begin with what can be read?");
    view.text = something_saved ? tr("What can be read takes the place of the damaged data in this browser. What is lost can come back later from the sync file of another device.")
                                : tr("No file was saved yet: once the damaged data is replaced, nobody can look for more in it. What can be read takes its place.");
    if (!something_saved) view.actions.push_back({tr("Save the damaged file first"), doing(&State::save_damaged)});
    view.actions.push_back({tr("Begin"), [keep = shared_from_this()] {
        auto database = keep->rest->database_file();
        if (database) database = app::as_new_device(*database, app::Books::torn);
        keep->begin(std::move(database));
    }});
    view.actions.push_back({tr("Back"), going(Page::choices)});
    return view;
}

TroubleView Recovery::State::confirm_empty() {
    TroubleView view;
    view.title = tr("Begin with an empty database?");
    view.text = tr("The damaged data in this browser is replaced by an empty database. Save the damaged file first if somebody may look for more in it.");
    if (!something_saved) view.actions.push_back({tr("Save the damaged file first"), doing(&State::save_damaged)});
    view.actions.push_back({tr("Begin with an empty database"), doing(&State::begin_anew)});
    view.actions.push_back({tr("Back"), going(Page::choices)});
    return view;
}

TroubleView Recovery::State::confirm_restore() {
    auto const& preview = backup->preview;
    TroubleView view;
    view.title = tr("Restore this backup?");
    view.text = backup_name;
    if (preview.newest_change_ms > 0) view.text += ". " + trf("The newest change: {0}.", {app::shown_date_time(preview.newest_change_ms)});
    view.list_title = tr("What it holds");
    view.lines = {{trn("{0} lead", "{0} leads", preview.leads), ui::Tone::good},
                  {trn("{0} deal", "{0} deals", preview.deals), ui::Tone::good},
                  {trn("{0} contact", "{0} contacts", preview.contacts), ui::Tone::good},
                  {trn("{0} company", "{0} companies", preview.companies), ui::Tone::good}};
    view.actions.push_back({tr("Restore"), [keep = shared_from_this()] {
        keep->begin(app::as_new_device(keep->backup->bytes, app::Books::complete));
    }});
    bool const damaged_unsaved = situation.cause == Cause::damaged && !something_saved;
    if (damaged_unsaved) view.actions.push_back({tr("Save the damaged file first"), doing(&State::save_damaged)});
    view.actions.push_back({tr("Back"), going(Page::choices)});
    return view;
}

Recovery::Recovery(RecoverySituation situation, RecoveryServices services)
    : state_(std::make_shared<State>(std::move(situation), std::move(services))) {}
Recovery::~Recovery() = default;

void Recovery::frame() {
    auto const keep = state_;  // a choice may end these screens
    using Page = State::Page;
    TroubleView view;
    switch (keep->page) {
        case Page::choices: view = keep->choices(); break;
        case Page::begin_with_rest: view = keep->confirm_rest(); break;
        case Page::begin_empty: view = keep->confirm_empty(); break;
        case Page::restore: view = keep->confirm_restore(); break;
    }
    view.refusal = keep->refusal;
    trouble_screen(view);
}

}  // namespace leadkeep::views
