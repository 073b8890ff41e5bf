// The address through web/location.js.
#include "platform/location.h"

#include <emscripten.h>

#include <utility>

#include "platform/link.h"
#include "platform/web/memory.h"

EM_JS(char*, lk_location_route, (), { return Module.services.location.route(); });
EM_JS(void, lk_location_set_route, (char const* route, int size, int push), {
    Module.services.location.setRoute(route, size, push);
});
EM_JS(void, lk_location_watch, (), { Module.services.location.watchRoute(); });
EM_JS(void, lk_location_back, (), { Module.services.location.back(); });
EM_JS(void, lk_location_set_title, (char const* title, int size), { Module.services.location.setTitle(title, size); });
EM_JS(void, lk_location_open, (char const* url, int size), { Module.services.location.open(url, size); });
EM_JS(void, lk_location_reload, (), { Module.services.location.reload(); });

namespace leadkeep::platform {

namespace {
std::function<void(std::string const&)> receiver;
}  // namespace

std::string current_route() { return web::take_string(lk_location_route()); }

void set_route(std::string_view route, HistoryStep step) {
    lk_location_set_route(route.data(), static_cast<int>(route.size()), step == HistoryStep::push ? 1 : 0);
}

void on_route_changed(std::function<void(std::string const&)> on_changed) {
    if (!std::exchange(receiver, std::move(on_changed))) lk_location_watch();
}

void go_back() { lk_location_back(); }

void set_page_title(std::string_view title) { lk_location_set_title(title.data(), static_cast<int>(title.size())); }

bool open_link(std::string_view url) {
    if (!is_allowed_link(url)) return false;
    lk_location_open(url.data(), static_cast<int>(url.size()));
    return true;
}

void reload_page() { lk_location_reload(); }

}  // namespace leadkeep::platform

extern "C" EMSCRIPTEN_KEEPALIVE void lk_location_changed(char const* route, int size) {
    using namespace leadkeep::platform;
    if (receiver) receiver(std::string(route, static_cast<size_t>(size)));
}
