// The clipboard through web/clipboard.js.
#include "platform/clipboard.h"

#include <emscripten.h>

#include <deque>
#include <utility>

EM_JS(void, lk_clipboard_copy, (char const* text, int size), { Module.services.clipboard.copy(text, size); });
EM_JS(void, lk_clipboard_watch_paste, (), { Module.services.clipboard.watchPaste(); });

namespace leadkeep::platform {

namespace {
// The browser finishes copies in the order they were asked for.
std::deque<std::function<void(CopyOutcome)>> waiting;
std::function<void(std::string const&)> receiver;
}  // namespace

void copy_text(std::string_view text, std::function<void(CopyOutcome)> on_done) {
    waiting.push_back(std::move(on_done));
    lk_clipboard_copy(text.data(), static_cast<int>(text.size()));
}

void on_paste(std::function<void(std::string const&)> on_pasted) {
    if (!std::exchange(receiver, std::move(on_pasted))) lk_clipboard_watch_paste();
}

}  // namespace leadkeep::platform

extern "C" {

EMSCRIPTEN_KEEPALIVE void lk_clipboard_copied(int copied) {
    using namespace leadkeep::platform;
    if (waiting.empty()) return;
    auto const on_done = std::move(waiting.front());
    waiting.pop_front();
    if (on_done) on_done(copied ? CopyOutcome::copied : CopyOutcome::refused);
}

EMSCRIPTEN_KEEPALIVE void lk_clipboard_pasted(char const* text, int size) {
    using namespace leadkeep::platform;
    if (receiver) receiver(std::string(text, static_cast<size_t>(size)));
}

}  // extern "C"
