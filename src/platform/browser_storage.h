// What the browser says of the room it gives this site and whether it may clear it away by itself.
// Limits: answers come later and are kept; -1 and unknown until then, or for ever where the browser does not say.
#pragma once

#include <cstdint>
#include <functional>

namespace leadkeep::platform {

enum class Persistence : uint8_t {
    unknown,
    granted,      // the browser keeps the data until the person removes it
    not_granted,  // it may clear the data when the disk runs low
};

struct BrowserStorage {
    Persistence persistence = Persistence::unknown;
    double used_bytes = -1, quota_bytes = -1;
};

// The last answer; asking for it also asks anew, at most every ten seconds.
BrowserStorage const& browser_storage();
void ask_for_persistence();
void on_browser_storage_changed(std::function<void()> callback);

enum class Network : uint8_t { online, offline };
Network network();
void on_network_changed(std::function<void()> callback);

}  // namespace leadkeep::platform
