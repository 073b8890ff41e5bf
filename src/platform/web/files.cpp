// Files through web/files.js. Each file of a choice arrives by itself, then lk_files_end() closes the list.
#include "platform/files.h"

#include <emscripten.h>

#include <array>
#include <utility>

#include "base/i18n.h"

EM_JS(void, lk_files_choose, (char const* accept, int accept_size, int several), {
    Module.services.files.choose(accept, accept_size, several);
});
EM_JS(void, lk_files_save, (char const* name, int name_size, char const* mime, int mime_size, char const* bytes, int size), {
    Module.services.files.save(name, name_size, mime, mime_size, bytes, size);
});
EM_JS(void, lk_files_watch_drops, (), { Module.services.files.watchDrops(); });

namespace leadkeep::platform {

namespace {

// As in web/files.js.
enum class Source : uint8_t { chooser, drop };
enum class Outcome : uint8_t { done, unreadable, too_large };

struct Delivery {
    std::vector<ChosenFile> files;
    FilesChosen receiver;
};
std::array<Delivery, 2> deliveries;
std::function<void(DragPhase, float, float)> drag_receiver;

Delivery& delivery_of(Source source) { return deliveries[static_cast<size_t>(source)]; }

void watch_drops_once() {
    static bool watching = false;
    if (!watching) lk_files_watch_drops();
    watching = true;
}

void finish(Source source, Outcome outcome, std::string name) {
    Delivery& delivery = delivery_of(source);
    auto files = std::exchange(delivery.files, {});
    auto const receiver = delivery.receiver;  // a copy: it may set a new one
    if (!receiver) return;
    if (outcome == Outcome::done) return receiver(std::move(files));
    receiver(fail(ErrorKind::refused,
                  outcome == Outcome::too_large
                      ? tr_mark("The file {0} is too large to be read in a browser. Split it and take the parts one by one.")
                      : tr_mark("The file {0} cannot be read. It may have been moved, or another program holds it. Choose it again."),
                  {std::move(name)}));
}

}  // namespace

void choose_files(std::string_view accept, FileCount count, FilesChosen on_chosen) {
    delivery_of(Source::chooser) = {{}, std::move(on_chosen)};
    lk_files_choose(accept.data(), static_cast<int>(accept.size()), count == FileCount::several ? 1 : 0);
}

void on_file_drag(std::function<void(DragPhase, float, float)> on_drag) {
    drag_receiver = std::move(on_drag);
    watch_drops_once();
}

void on_files_dropped(FilesChosen on_dropped) {
    delivery_of(Source::drop).receiver = std::move(on_dropped);
    watch_drops_once();
}

void save_file(std::string_view name, std::string_view mime, std::string_view bytes) {
    lk_files_save(name.data(), static_cast<int>(name.size()), mime.data(), static_cast<int>(mime.size()), bytes.data(),
                  static_cast<int>(bytes.size()));
}

}  // namespace leadkeep::platform

extern "C" {

EMSCRIPTEN_KEEPALIVE void lk_files_received(int source, char const* name, int name_size, char const* bytes, int size) {
    using namespace leadkeep::platform;
    delivery_of(static_cast<Source>(source))
        .files.push_back({std::string(name, static_cast<size_t>(name_size)), std::string(bytes, static_cast<size_t>(size))});
}

EMSCRIPTEN_KEEPALIVE void lk_files_end(int source, int outcome, char const* name, int name_size) {
    using namespace leadkeep::platform;
    finish(static_cast<Source>(source), static_cast<Outcome>(outcome), std::string(name, static_cast<size_t>(name_size)));
}

EMSCRIPTEN_KEEPALIVE void lk_files_drag(int phase, float x_px, float y_px) {
    using namespace leadkeep::platform;
    if (drag_receiver) drag_receiver(static_cast<DragPhase>(phase), x_px, y_px);
}

}  // extern "C"
