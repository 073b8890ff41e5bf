// Files from and to the person: a file chooser, files dropped on the window, a download.
// Limits: a file arrives whole in memory; nothing is known of its folder; one chooser at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leadkeep::platform {

struct ChosenFile {
    std::string name;   // "leads.csv"
    std::string bytes;  // as stored, not decoded
};

enum class FileCount : uint8_t { one, several };

// An empty list means the person closed the chooser. An Error tells of a file that cannot be read or is too large.
using FilesChosen = std::function<void(Result<std::vector<ChosenFile>>)>;

// Opens the chooser; call it while handling a click or a key (browsers insist on that). `accept` is a list as in
// HTML: ".csv,.txt,text/csv".
void choose_files(std::string_view accept, FileCount count, FilesChosen on_chosen);

enum class DragPhase : uint8_t {
    over,     // files hang over the window: show where they may fall
    left,     // taken away again
    dropped,  // let go; reading them has begun, on_dropped follows
};

// One receiver each; set again replaces. x and y are CSS pixels of the page.
void on_file_drag(std::function<void(DragPhase phase, float x_px, float y_px)> on_drag);
void on_files_dropped(FilesChosen on_dropped);

// Offers `bytes` as a download with this name. `mime` as "text/csv;charset=utf-8".
void save_file(std::string_view name, std::string_view mime, std::string_view bytes);

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {

struct SavedFile {
    std::string name;
    std::string mime;
    std::string bytes;
};

// For tests of screens: what the next choose_files() gets, a drop, and what was saved so far (taking empties it).
void answer_next_choice(std::vector<ChosenFile> files);
void drop_files(std::vector<ChosenFile> files);
std::vector<SavedFile> take_saved_files();

}  // namespace leadkeep::platform::headless
