// The bridge from views::ShellServices to platform/ and the page store.
#include "main/web_services.h"

#include <charconv>
#include <memory>
#include <string>
#include <utility>

#include "app/database_file.h"
#include "base/i18n.h"
#include "platform/clock.h"
#include "platform/browser_storage.h"
#include "platform/clipboard.h"
#include "platform/files.h"
#include "platform/locale.h"
#include "platform/location.h"
#include "platform/preferences.h"
#include "platform/timer.h"
#include "ui/motion.h"

namespace leadkeep::main_web {
namespace {

// A preference of this device: it must outlive the data, to be told when that is gone.
constexpr std::string_view last_backup_key = "last_backup_ms";

int64_t last_backup_ms() {
    std::string const text = platform::preference(last_backup_key);
    int64_t at_ms = 0;
    std::from_chars(text.data(), text.data() + text.size(), at_ms);
    return at_ms;
}

views::SaveStatusView save_status(store::PageStore const& pages) {
    auto const& saving = pages.save_state();
    views::SaveStatusView view;
    view.network = platform::network() == platform::Network::online ? views::Network::online : views::Network::offline;
    switch (saving.status) {
        case store::SaveStatus::saved: view.state = views::SaveState::saved; break;
        case store::SaveStatus::saving:
            view.state = saving.reason.text.empty() ? views::SaveState::saving : views::SaveState::failing;
            if (!saving.reason.text.empty()) view.text = describe(saving.reason);
            break;
        case store::SaveStatus::failing:
        case store::SaveStatus::memory_only:
            view.state = views::SaveState::failing;
            view.text = describe(saving.reason);
            break;
        case store::SaveStatus::read_only:
            view.state = views::SaveState::read_only;
            view.reason = pages.role() == platform::TabRole::writer ? views::ReadOnlyReason::storage : views::ReadOnlyReason::other_tab;
            view.text = describe(saving.reason);
            break;
    }
    return view;
}

views::StorageView storage(store::PageStore const& pages) {
    auto const& browser = platform::browser_storage();
    views::StorageView view;
    view.database_bytes = static_cast<int64_t>(pages.image_bytes());
    view.used_bytes = static_cast<int64_t>(browser.used_bytes);
    view.quota_bytes = static_cast<int64_t>(browser.quota_bytes);
    view.last_backup_ms = last_backup_ms();
    switch (browser.persistence) {
        case platform::Persistence::unknown: view.persistence = views::Persistence::unknown; break;
        case platform::Persistence::granted: view.persistence = views::Persistence::granted; break;
        case platform::Persistence::not_granted: view.persistence = views::Persistence::not_granted; break;
    }
    return view;
}

std::string database_file(store::PageStore const& pages) {
    auto const bytes = pages.export_image();
    return {bytes.begin(), bytes.end()};
}

void choose_file(std::string_view accept, views::FileChosen on_chosen) {
    platform::choose_files(accept, platform::FileCount::one,
                           [on_chosen = std::move(on_chosen)](Result<std::vector<platform::ChosenFile>> files) {
                               if (!files) on_chosen(tl::unexpected(std::move(files).error()));
                               else if (!files->empty()) on_chosen(views::FileBytes{files->front().name, std::move(files->front().bytes)});
                               ui::request_frame();
                           });
}

views::SnapshotView shown(store::Snapshot const& snapshot) {
    using enum store::SnapshotReason;
    views::SnapshotView view;
    view.seq = snapshot.seq;
    view.taken_at_ms = snapshot.taken_at_ms;
    view.before = snapshot.reason == migration ? views::SnapshotBefore::migration
                  : snapshot.reason == merge   ? views::SnapshotBefore::merge
                  : snapshot.reason == restore ? views::SnapshotBefore::restore
                                               : views::SnapshotBefore::import;
    view.file_bytes = static_cast<int64_t>(snapshot.file_bytes);
    view.note = snapshot.note;
    return view;
}

store::SnapshotReason reason_of(views::SnapshotBefore before) {
    switch (before) {
        case views::SnapshotBefore::migration: return store::SnapshotReason::migration;
        case views::SnapshotBefore::merge: return store::SnapshotReason::merge;
        case views::SnapshotBefore::restore: return store::SnapshotReason::restore;
        case views::SnapshotBefore::import: break;
    }
    return store::SnapshotReason::import;
}

std::vector<views::SnapshotView> snapshots(store::PageStore const& pages) {
    std::vector<views::SnapshotView> all;
    for (auto const& one : pages.snapshots()) all.push_back(shown(one));
    return all;
}

void read_snapshot(store::PageStore& pages, uint64_t seq, std::function<void(Result<std::string>)> on_read) {
    pages.read_snapshot(seq, [on_read = std::move(on_read)](Result<std::vector<uint8_t>> bytes) {
        if (bytes) on_read(app::text_of(*bytes));
        else on_read(tl::unexpected(std::move(bytes).error()));
        ui::request_frame();
    });
}

void download(std::string_view name, std::string_view mime, std::string_view bytes) { platform::save_file(name, mime, bytes); }

// What leaves as a file was saved against a power cut before: else this device could give out the same numbers for other
// changes. A storage that does not answer soon, or refuses, holds no file back.
void download_when_saved(store::PageStore& pages, std::string_view name, std::string_view mime, std::string_view bytes) {
    constexpr int patience_ms = 2000;
    struct File {
        std::string name, mime, bytes;
    };
    auto file = std::make_shared<std::unique_ptr<File>>(new File{std::string(name), std::string(mime), std::string(bytes)});
    auto const hand_over = [file] {
        auto const waiting = std::move(*file);
        if (waiting) download(waiting->name, waiting->mime, waiting->bytes);
    };
    pages.when_saved([hand_over](Result<> const&) { hand_over(); });
    platform::browser_timers().call_after(patience_ms, hand_over);
}

void call_soon(std::function<void()> call) { platform::browser_timers().call_after(0, std::move(call)); }

void add_storage_services(views::ShellServices& services, store::PageStore& pages) {
    services.save_status = [&pages] { return save_status(pages); };
    services.storage = [&pages] { return storage(pages); };
    services.ask_persistence = platform::ask_for_persistence;
    services.take_over = [&pages] { pages.request_take_over([](Result<>) { ui::request_frame(); }); };
    services.retry_saving = [&pages] { pages.retry_now(); };
    services.database_file = [&pages] { return database_file(pages); };
    services.backup_saved = [] { platform::set_preference(last_backup_key, std::to_string(platform::now_ms())); };
    services.snapshots = [&pages] { return snapshots(pages); };
    services.keep_state = [&pages](views::SnapshotBefore before, std::string note, std::function<void(Result<views::Kept>)> on_kept) {
        keep_state(pages, reason_of(before), std::move(note), std::move(on_kept));
    };
    services.read_snapshot = [&pages](uint64_t seq, std::function<void(Result<std::string>)> on_read) {
        read_snapshot(pages, seq, std::move(on_read));
    };
}

}  // namespace

views::ShellServices shell_services(store::PageStore& pages, Restore restore) {
    views::ShellServices services;
    services.choose_file = choose_file;
    services.download = [&pages](std::string_view name, std::string_view mime, std::string_view bytes) {
        download_when_saved(pages, name, mime, bytes);
    };
    services.set_route = [](std::string_view route, views::RouteStep step) {
        platform::set_route(route, step == views::RouteStep::push ? platform::HistoryStep::push : platform::HistoryStep::replace);
    };
    services.set_title = platform::set_page_title;
    services.open_link = [](std::string_view url) { platform::open_link(url); };
    services.copy_text = [](std::string_view text) { platform::copy_text(text); };
    services.preference = platform::preference;
    services.set_preference = platform::set_preference;
    services.system_language = platform::system_language;
    services.language_shown = platform::show_page_language;
    add_storage_services(services, pages);
    services.restore = std::move(restore);
    services.version = LEADKEEP_VERSION;
    services.call_soon = call_soon;
    return services;
}

void keep_state(store::PageStore& pages, store::SnapshotReason reason, std::string note, std::function<void(Result<views::Kept>)> on_kept) {
    pages.take_snapshot(reason, std::move(note), [&pages, on_kept = std::move(on_kept)](Result<store::Snapshot> taken) {
        if (taken) on_kept(views::Kept::yes);
        else if (pages.save_state().status == store::SaveStatus::memory_only) on_kept(views::Kept::nothing_is_kept_here);
        else on_kept(tl::unexpected(std::move(taken).error()));
        ui::request_frame();
    });
}

views::RecoverySituation recovery_situation(store::PageStore const& pages, views::RecoverySituation::Cause cause) {
    views::RecoverySituation situation;
    situation.cause = cause;
    situation.last_backup_ms = last_backup_ms();
    situation.damaged_file = [&pages] { return database_file(pages); };
    return situation;
}

views::RecoveryServices recovery_services() {
    views::RecoveryServices services;
    services.choose_file = choose_file;
    services.download = download;
    services.look_again = platform::reload_page;
    services.call_soon = call_soon;
    return services;
}

void download_database(store::PageStore& pages) {
    platform::save_file("leadkeep.sqlite", "application/vnd.sqlite3", database_file(pages));
}

}  // namespace leadkeep::main_web
