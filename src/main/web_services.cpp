// The bridge from views::ShellServices to platform/ and the page store.
#include "main/web_services.h"

#include <string>
#include <utility>

#include "base/i18n.h"
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

}  // namespace

views::ShellServices shell_services(store::PageStore& pages) {
    views::ShellServices services;
    services.choose_file = choose_file;
    services.download = [](std::string_view name, std::string_view mime, std::string_view bytes) { platform::save_file(name, mime, bytes); };
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
    services.save_status = [&pages] { return save_status(pages); };
    services.storage = [&pages] { return storage(pages); };
    services.ask_persistence = platform::ask_for_persistence;
    services.take_over = [&pages] { pages.request_take_over([](Result<>) { ui::request_frame(); }); };
    services.retry_saving = [&pages] { pages.retry_now(); };
    services.database_file = [&pages] { return database_file(pages); };
    services.version = LEADKEEP_VERSION;
    services.call_soon = [](std::function<void()> call) { platform::browser_timers().call_after(0, std::move(call)); };
    return services;
}

void download_database(store::PageStore& pages) {
    platform::save_file("leadkeep.sqlite", "application/vnd.sqlite3", database_file(pages));
}

}  // namespace leadkeep::main_web
