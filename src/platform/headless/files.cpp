// No person is there: choices and drops come from a test, downloads are kept for it to look at.
#include "platform/files.h"

#include <deque>
#include <utility>

namespace leadkeep::platform {

namespace {
std::deque<std::vector<ChosenFile>> answers;
std::vector<headless::SavedFile> saved_files;
std::function<void(DragPhase, float, float)> drag_receiver;
FilesChosen drop_receiver;
}  // namespace

void choose_files(std::string_view, FileCount count, FilesChosen on_chosen) {
    std::vector<ChosenFile> files;
    if (!answers.empty()) {
        files = std::move(answers.front());
        answers.pop_front();
    }
    if (count == FileCount::one && files.size() > 1) files.resize(1);
    on_chosen(std::move(files));
}

void on_file_drag(std::function<void(DragPhase, float, float)> on_drag) { drag_receiver = std::move(on_drag); }

void on_files_dropped(FilesChosen on_dropped) { drop_receiver = std::move(on_dropped); }

void save_file(std::string_view name, std::string_view mime, std::string_view bytes) {
    saved_files.push_back({std::string(name), std::string(mime), std::string(bytes)});
}

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {

void answer_next_choice(std::vector<ChosenFile> files) { answers.push_back(std::move(files)); }

void drop_files(std::vector<ChosenFile> files) {
    if (drag_receiver) drag_receiver(DragPhase::dropped, 0, 0);
    if (drop_receiver) drop_receiver(std::move(files));
}

std::vector<SavedFile> take_saved_files() { return std::exchange(saved_files, {}); }

}  // namespace leadkeep::platform::headless
