// The page's address and title, and links that leave the page. A route is what follows '#': "leads", "lead/<id>".
// Limits: only the fragment ever changes, so that the app works from any sub-path and from a file.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace leadkeep::platform {

std::string current_route();  // without '#', percent-decoded; "" at the start

enum class HistoryStep : uint8_t {
    push,     // Back returns to where the person was
    replace,  // the address is corrected, Back skips it
};
// Does not call on_route_changed.
void set_route(std::string_view route, HistoryStep step);
// Back, Forward, or an address typed by the person. One receiver; set again replaces.
void on_route_changed(std::function<void(std::string const& route)> on_changed);
void go_back();

void set_page_title(std::string_view title);

// mailto:, tel:, sms:, https: and http: only; anything else is refused (false). Opens beside the app.
bool open_link(std::string_view url);

void reload_page();

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
void visit_route(std::string_view route);  // tests: as if the person went there
std::string last_opened_link();
std::string page_title();
}  // namespace leadkeep::platform::headless
