// A clipboard of its own, for tests.
#include "platform/clipboard.h"

#include <utility>

namespace leadkeep::platform {

namespace {
std::string content;
std::function<void(std::string const&)> receiver;
}  // namespace

void copy_text(std::string_view text, std::function<void(CopyOutcome)> on_done) {
    content = text;
    if (on_done) on_done(CopyOutcome::copied);
}

void on_paste(std::function<void(std::string const&)> on_pasted) { receiver = std::move(on_pasted); }

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {

std::string copied_text() { return content; }

void paste_text(std::string_view text) {
    if (receiver) receiver(std::string(text));
}

}  // namespace leadkeep::platform::headless
