// The browser app: opens the page store, then the workspace on it, then the screens, and keeps them told of each other.
// Limits: one app per page, made in main() and alive as long as the page.
#include <emscripten.h>

#include <memory>
#include <optional>
#include <utility>

#include "app/workspace.h"
#include "base/i18n.h"
#include "main/web_services.h"
#include "platform/browser_storage.h"
#include "platform/files.h"
#include "platform/locale.h"
#include "platform/location.h"
#include "platform/preferences.h"
#include "store/page_store.h"
#include "ui/app_frame.h"
#include "ui/motion.h"
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
        if (!info) {
            fail_with(info.error());
        } else if (info->beginning == store::Beginning::data_gone) {
            std::string const last_saved = info->last_saved_ms ? platform::format_date_time(info->last_saved_ms) : std::string();
            trouble_ = views::data_gone(last_saved, [this] { begin_anew(); }, [] { platform::reload_page(); });
        } else {
            open_workspace();
        }
        ui::request_frame();
    }

    void begin_anew() {
        pages_.start_afresh();
        open_workspace();
        ui::request_frame();
    }

    void fail_with(Error const& error) {
        auto const save_file = [this] { main_web::download_database(pages_); };
        auto const again = [] { platform::reload_page(); };
        if (error.kind == ErrorKind::corrupt) {
            trouble_ = views::damaged_database(describe(error), save_file);
        } else if (error.kind == ErrorKind::unsupported) {
            trouble_ = views::newer_database(save_file, again);
        } else {
            trouble_ = views::opening_failed(describe(error), again, save_file);
        }
    }

    void open_workspace() {
        store::StoreOptions options;
        options.path = pages_.file_name();
        options.vfs = store::PageStore::vfs_name();
        options.before_write = [this] { return pages_.before_write(); };
        options.next_commit_is_strict = [this] { pages_.next_commit_is_strict(); };
        auto workspace = app::Workspace::open(std::move(options));
        if (!workspace) {
            waits_for_right_to_write_ = pages_.role() != platform::TabRole::writer;
            return fail_with(workspace.error());
        }
        trouble_.reset();
        workspace_ = std::move(*workspace);
        shell_ = std::make_unique<views::Shell>(*workspace_, main_web::shell_services(pages_));
        shell_->visit(platform::current_route());
        platform::on_route_changed([this](std::string const& route) {
            if (shell_) shell_->visit(route);
            ui::request_frame();
        });
        receive_dropped_files();
    }

    void receive_dropped_files() {
        platform::on_file_drag([this](platform::DragPhase phase, float, float) {
            shell_->file_drag(phase == platform::DragPhase::over ? views::FileDrag::over : views::FileDrag::left);
            ui::request_frame();
        });
        platform::on_files_dropped([this](Result<std::vector<platform::ChosenFile>> files) {
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
        if (trouble_) views::trouble_screen(*trouble_);
        else if (shell_) shell_->frame();
        else return;
        if (!std::exchange(shown_, true)) lk_page_ready();
    }

    std::unique_ptr<platform::BlockStorage> storage_;
    store::PageStore pages_;
    std::unique_ptr<app::Workspace> workspace_;
    std::unique_ptr<views::Shell> shell_;
    std::optional<views::TroubleView> trouble_;
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

int main() {
    leadkeep::app_of_page = new leadkeep::WebApp;
    leadkeep::app_of_page->start();
    return 0;
}
