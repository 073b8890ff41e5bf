// The browser app: opens the page store, then the workspace on it, then the screens, and keeps them told of each other.
// Limits: one app per page, made in main() and alive as long as the page.
#include <emscripten.h>

#include <memory>
#include <optional>
#include <utility>

#include "app/database_file.h"
#include "app/workspace.h"
#include "base/i18n.h"
#include "gfx/renderer.h"
#include "main/web_services.h"
#include "platform/browser_storage.h"
#include "platform/files.h"
#include "platform/locale.h"
#include "platform/location.h"
#include "platform/preferences.h"
#include "platform/timer.h"
#include "store/pages/page_store.h"
#include "ui/app_frame.h"
#include "ui/motion.h"
#include "ui/overlays.h"
#include "views/recovery.h"
#include "views/shell.h"
#include "views/trouble_screen.h"

EM_JS(void, lk_page_ready, (), { Module.services.page.ready(); });
EM_JS(void, lk_page_failed, (char const* sentence, int size), { Module.services.page.failed(sentence, size); });

namespace leadkeep {
namespace {

class WebApp {
public:
    WebApp()
        : storage_(platform::browser_block_storage("leadkeep")),
          pages_("leadkeep", {*storage_, platform::browser_tabs(), platform::browser_sentinel(), platform::browser_timers()}) {}

    void start() {
        choose_language();
        pages_.on_state_changed([](store::SaveState const&) { ui::request_frame(); });
        pages_.on_role_changed([this](platform::TabRole) { follow_other_tab(); });
        pages_.on_content_changed([this] { follow_other_tab(); });
        pages_.on_changes_dropped([](uint64_t commits) {
            ui::toast(trn("{0} change of this tab was never saved and is gone: another tab has gone on without it.",
                          "{0} changes of this tab were never saved and are gone: another tab has gone on without them.", int64_t(commits)));
            ui::request_frame();
        });
        platform::on_browser_storage_changed([] { ui::request_frame(); });
        platform::on_network_changed([] { ui::request_frame(); });
        open();
        if (auto started = ui::start([this] { draw(); }); !started) {
            std::string const sentence = describe(started.error());
            lk_page_failed(sentence.data(), static_cast<int>(sentence.size()));
        }
    }

    void hidden() { pages_.flush(); }

private:
    static void choose_language() {
        std::string const chosen = platform::preference("language");
        set_language(chosen == "ru"   ? Language::russian
                     : chosen == "en" ? Language::english
                                      : platform::system_language());
        platform::show_page_language(language());
    }

    void open() {
        pages_.open([this](Result<store::PageStoreInfo> info) { opened(std::move(info)); });
    }

    void opened(Result<store::PageStoreInfo> info) {
        pages_opened_whole_ = info && info->beginning != store::Beginning::data_gone;
        if (!info) {
            fail_with(info.error());
        } else if (info->beginning == store::Beginning::data_gone) {
            auto situation = main_web::recovery_situation(pages_, views::RecoverySituation::Cause::gone);
            situation.last_saved_ms = info->last_saved_ms;
            offer_recovery(std::move(situation));
        } else {
            open_after_snapshot();
            if (info->lost_commits > 0)
                ui::toast(trn("{0} saved change is gone: the browser went back to an older state, as after a power cut. A backup or another device may have it.",
                              "{0} saved changes are gone: the browser went back to an older state, as after a power cut. A backup or another device may have them.",
                              static_cast<int64_t>(info->lost_commits)));
        }
        ui::request_frame();
    }

    // Nothing that is stored is touched before one of the two is chosen.
    void offer_recovery(views::RecoverySituation situation) {
        auto services = main_web::recovery_services();
        services.begin_with = [this](std::string database) { return begin_over(std::move(database)); };
        services.begin_empty = [this] { return begin_over({}); };
        recovery_.emplace(std::move(situation), std::move(services));
    }

    // Where the stored file itself was in order, a state to return to is kept before it is replaced.
    Result<> begin_over(std::string database) {
        if (pages_opened_whole_) {
            if (auto may = pages_.before_write(); !may) return may;
            if (database.empty()) database = LK_TRY(app::new_database());
            main_web::keep_state(pages_, store::SnapshotReason::restore, {}, [this, database = std::move(database)](Result<views::Kept> kept) {
                if (kept) replace_with(database);
                else fail_with(kept.error());
            });
            return {};
        }
        pages_.start_afresh();
        if (auto may = pages_.before_write(); !may) return may;
        if (!database.empty()) LK_CHECK(pages_.replace_file(app::bytes_of(database)));
        pages_opened_whole_ = true;
        open_soon();
        return {};
    }

    void replace_with(std::string const& database) {
        auto replaced = pages_.replace_file(app::bytes_of(database));
        if (!replaced) return fail_with(replaced.error());
        open_soon();
    }

    // Between two frames: the screens that ask for this are still being drawn.
    void open_soon() {
        platform::browser_timers().call_after(0, [this] {
            recovery_.reset();
            open_workspace();
            ui::request_frame();
        });
    }

    // A backup, or an earlier state, takes the place of everything. As another device: the numbers that this one has given
    // out since must not come again.
    void restore(std::string const& database, std::function<void(Error)> on_refused) {
        if (auto may = pages_.before_write(); !may) return on_refused(may.error());
        auto renewed = app::as_new_device(database, app::Books::complete);
        if (!renewed) return on_refused(renewed.error());
        main_web::keep_state(pages_, store::SnapshotReason::restore, {},
                             [this, bytes = std::move(*renewed), on_refused = std::move(on_refused)](Result<views::Kept> kept) {
                                 if (!kept) return on_refused(kept.error());
                                 platform::browser_timers().call_after(0, [this, bytes, on_refused] { put_in_place(bytes, on_refused); });
                             });
    }

    void put_in_place(std::string const& bytes, std::function<void(Error)> const& on_refused) {
        auto const replaced = pages_.replace_file(app::bytes_of(bytes));
        if (!replaced) return on_refused(replaced.error());
        shell_.reset();
        workspace_.reset();
        open_workspace();
        if (workspace_) ui::toast(tr("Restored. The state before is kept: Settings, Storage."));
        ui::request_frame();
    }

    void fail_with(Error const& error) {
        auto const save_file = [this] { main_web::download_database(pages_); };
        auto const again = [] { platform::reload_page(); };
        recovery_.reset();
        if (error.kind == ErrorKind::corrupt) {
            auto situation = main_web::recovery_situation(pages_, views::RecoverySituation::Cause::damaged);
            situation.detail = describe(error);
            if (int64_t const records = int64_t{pages_.damage().records_damaged} + pages_.damage().records_missing; records > 0)
                situation.detail = trn("{0} stored record can't be read.", "{0} stored records can't be read.", records);
            offer_recovery(std::move(situation));
        } else if (error.kind == ErrorKind::unsupported) {
            trouble_ = views::newer_database(save_file, again);
        } else {
            trouble_ = views::opening_failed(describe(error), again, save_file);
        }
    }

    store::StoreOptions store_options() {
        store::StoreOptions options;
        options.path = pages_.file_name();
        options.vfs = store::PageStore::vfs_name();
        options.before_write = [this] { return pages_.before_write(); };
        options.next_commit_is_strict = [this] { pages_.next_commit_is_strict(); };
        return options;
    }

    // An update of the schema changes everything: the state before it is kept first.
    void open_after_snapshot() {
        auto const migrates = pages_.image_bytes() > 0 && pages_.before_write() ? store::Store::needs_migration(store_options()) : Result<bool>(false);
        if (!migrates || !*migrates) return open_workspace();
        main_web::keep_state(pages_, store::SnapshotReason::migration, {}, [this](Result<views::Kept> kept) {
            if (kept) open_workspace();
            else fail_with(kept.error());
            ui::request_frame();
        });
    }

    void open_workspace() {
        auto workspace = app::Workspace::open(store_options());
        if (!workspace) {
            waits_for_right_to_write_ = pages_.role() != platform::TabRole::writer;
            return fail_with(workspace.error());
        }
        trouble_.reset();
        workspace_ = std::move(*workspace);
        shell_ = std::make_unique<views::Shell>(*workspace_, main_web::shell_services(pages_, [this](std::string database, std::function<void(Error)> on_refused) {
            restore(database, std::move(on_refused));
        }));
        shell_->visit(platform::current_route());
        platform::on_route_changed([this](std::string const& route) {
            if (shell_) shell_->visit(route);
            ui::request_frame();
        });
        receive_dropped_files();
    }

    void receive_dropped_files() {
        platform::on_file_drag([this](platform::DragPhase phase, float, float) {
            if (!shell_) return;
            shell_->file_drag(phase == platform::DragPhase::over ? views::FileDrag::over : views::FileDrag::left);
            ui::request_frame();
        });
        platform::on_files_dropped([this](Result<std::vector<platform::ChosenFile>> files) {
            if (!shell_) return;
            if (!files) shell_->file_dropped(tl::unexpected(std::move(files).error()));
            else if (!files->empty()) shell_->file_dropped(views::FileBytes{files->front().name, files->front().bytes});
            ui::request_frame();
        });
    }

    // Another tab wrote, or the right to write changed hands: read again.
    void follow_other_tab() {
        if (workspace_) workspace_->store().content_changed();
        ui::request_frame();
    }

    // A tab that found no tables and may not make them opens once it has the right to write, or the other has made them.
    void open_when_possible() {
        if (!std::exchange(waits_for_right_to_write_, false)) return;
        if (pages_.before_write() || pages_.image_bytes() > 0) open_workspace();
        else waits_for_right_to_write_ = true;
    }

    void draw() {
        open_when_possible();
        if (recovery_) recovery_->frame();
        else if (trouble_) views::trouble_screen(*trouble_);
        else if (shell_) shell_->frame();
        else return;
        if (!std::exchange(shown_, true)) lk_page_ready();
    }

    std::unique_ptr<platform::BlockStorage> storage_;
    store::PageStore pages_;
    std::unique_ptr<app::Workspace> workspace_;
    std::unique_ptr<views::Shell> shell_;
    std::optional<views::TroubleView> trouble_;
    std::optional<views::Recovery> recovery_;
    bool pages_opened_whole_ = false;  // nothing stored is damaged or gone
    bool shown_ = false;
    bool waits_for_right_to_write_ = false;
};

WebApp* app_of_page = nullptr;

}  // namespace
}  // namespace leadkeep

// The page is about to be hidden or closed: what is pending is written now.
extern "C" EMSCRIPTEN_KEEPALIVE void lk_page_hidden() {
    if (leadkeep::app_of_page) leadkeep::app_of_page->hidden();
}

// For measurements and tests: web/wake.js offers them as leadkeepDebug.mirrorMs() and drawCalls().
extern "C" EMSCRIPTEN_KEEPALIVE double lk_mirror_ms() { return leadkeep::ui::last_frame_mirror_ms(); }
extern "C" EMSCRIPTEN_KEEPALIVE int lk_draw_calls() { return leadkeep::gfx::draw_calls_of_last_frame(); }

int main() {
    leadkeep::app_of_page = new leadkeep::WebApp;
    leadkeep::app_of_page->start();
    return 0;
}
