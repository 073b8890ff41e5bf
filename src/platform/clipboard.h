// The system's clipboard for what is not a text field (fields have the browser's own). Limits: plain text; reading
// happens only when the person pastes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace leadkeep::platform {

enum class CopyOutcome : uint8_t { copied, refused };

// Call it while handling a click or a key.
void copy_text(std::string_view text, std::function<void(CopyOutcome)> on_done = {});

// Text pasted while no field has the focus. One receiver; set again replaces.
void on_paste(std::function<void(std::string const& text)> on_pasted);

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
std::string copied_text();
void paste_text(std::string_view text);
}  // namespace leadkeep::platform::headless
