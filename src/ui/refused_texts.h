// What was typed into a field of an amount, a number or a date and could not be read: it stays in the field, with the reason,
// until it is mended, until Escape, until the value under it changes, or until the dialog or panel around it closes.
// Only src/ui includes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace leadkeep::ui {

// What stands in the field instead of `value` as it is shown; nothing where that is shown itself. Good for this frame.
std::optional<std::string_view> refused_text(uint32_t field, std::string_view value);
void keep_refused_text(uint32_t field, std::string_view value, std::string_view typed);
void drop_refused_text(uint32_t field);
void forget_refused_texts();  // after a frame: those of what closed

}  // namespace leadkeep::ui
