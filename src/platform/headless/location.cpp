// A history of routes in memory, so that Back works in tests of screens.
#include "platform/location.h"

#include <utility>
#include <vector>

#include "platform/link.h"

namespace leadkeep::platform {

namespace {
std::vector<std::string> history{""};
std::function<void(std::string const&)> receiver;
std::string opened_link;
std::string title;
}  // namespace

std::string current_route() { return history.back(); }

void set_route(std::string_view route, HistoryStep step) {
    if (step == HistoryStep::push) history.emplace_back(route);
    else history.back() = route;
}

void on_route_changed(std::function<void(std::string const&)> on_changed) { receiver = std::move(on_changed); }

void go_back() {
    if (history.size() < 2) return;
    history.pop_back();
    if (receiver) receiver(history.back());
}

void set_page_title(std::string_view new_title) { title = new_title; }

bool open_link(std::string_view url) {
    if (!is_allowed_link(url)) return false;
    opened_link = url;
    return true;
}

void reload_page() {}

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {

void visit_route(std::string_view route) {
    history.emplace_back(route);
    if (receiver) receiver(history.back());
}

std::string last_opened_link() { return opened_link; }

std::string page_title() { return title; }

}  // namespace leadkeep::platform::headless
