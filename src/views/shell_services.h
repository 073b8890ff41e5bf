// What the screens need from outside: files, the address, preferences of this device, how saving goes. The composition
// root fills the functions in; tests fill in their own. Views know no platform.
// Limits: an empty function means "not offered here", and the screen leaves its control out.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/i18n.h"
#include "base/result.h"

namespace leadkeep::views {

enum class SaveState : uint8_t { saved, saving, failing, read_only };
enum class ReadOnlyReason : uint8_t {
    none,
    other_tab,      // another tab of the browser writes
    newer_version,  // the database was written by a newer Leadkeep
    storage,        // anything else; `text` says it
};
enum class Network : uint8_t { online, offline };

// Read every frame while the interface draws; ask for a frame (ui/motion.h, request_frame) when it changes.
struct SaveStatusView {
    SaveState state = SaveState::saved;
    ReadOnlyReason reason = ReadOnlyReason::none;
    std::string text;  // failing, read_only: what happened, one sentence in the person's language
    Network network = Network::online;
};

enum class Persistence : uint8_t { unknown, granted, not_granted };
struct StorageView {
    int64_t database_bytes = 0;
    int64_t used_bytes = -1, quota_bytes = -1;  // -1: the browser does not say
    Persistence persistence = Persistence::unknown;
    int64_t last_backup_ms = 0;                 // when a file with everything was saved from here; 0 never
};

// The database as it was before something large, kept in the browser's storage.
enum class SnapshotBefore : uint8_t { migration, import, merge, restore };
struct SnapshotView {
    uint64_t seq = 0;  // names it
    int64_t taken_at_ms = 0;
    SnapshotBefore before = SnapshotBefore::import;
    int64_t file_bytes = 0;
    std::string note;  // of an import or a merge: the file's name
};
// Whether the state before is kept from now on. An Error refuses what was to come.
enum class Kept : uint8_t { yes, nothing_is_kept_here };

struct FileBytes {
    std::string name;
    std::string bytes;
};
using FileChosen = std::function<void(Result<FileBytes>)>;  // not called when the person closes the chooser

enum class RouteStep : uint8_t { push, replace };

struct ShellServices {
    // `accept` as in HTML: ".csv,.txt". Called while a click or a key is handled.
    std::function<void(std::string_view accept, FileChosen on_chosen)> choose_file;
    std::function<void(std::string_view name, std::string_view mime, std::string_view bytes)> download;

    // The part of the address after '#', and the window's title.
    std::function<void(std::string_view route, RouteStep step)> set_route;
    std::function<void(std::string_view title)> set_title;
    std::function<void(std::string_view url)> open_link;
    std::function<void(std::string_view text)> copy_text;

    // Preferences of this device, which do not sync: "language" (en, ru; "" follows the browser), "theme" (light, dark;
    // "" follows the system), "cards" (compact; "" comfortable), "collapsed_stages" (ids, a space between).
    std::function<std::string(std::string_view key)> preference;
    std::function<void(std::string_view key, std::string_view value)> set_preference;
    std::function<Language()> system_language;
    std::function<void(Language)> language_shown;  // <html lang>, after each switch

    std::function<SaveStatusView()> save_status;
    std::function<StorageView()> storage;
    std::function<void()> ask_persistence;
    std::function<void()> take_over;               // "Work here": this tab becomes the one that writes
    std::function<void()> retry_saving;
    std::function<std::string()> database_file;    // the bytes of an ordinary SQLite file, for "Save a file"
    std::function<void()> backup_saved;            // a file with everything went to the person's downloads

    std::function<std::vector<SnapshotView>()> snapshots;  // newest first
    std::function<void(SnapshotBefore before, std::string note, std::function<void(Result<Kept>)> on_kept)> keep_state;
    std::function<void(uint64_t seq, std::function<void(Result<std::string>)> on_read)> read_snapshot;
    // Keeps the state before, then puts this database in its place; these screens are gone after that. Called back only
    // when it was refused.
    std::function<void(std::string database, std::function<void(Error)> on_refused)> restore;

    std::string version;                           // shown in About
    // Calls back soon, between two frames. Without it a running job gets a share of every frame.
    std::function<void(std::function<void()> call)> call_soon;
};

}  // namespace leadkeep::views
