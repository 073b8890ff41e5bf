// The month that a date field opens: a grid of days walked by arrows, and for moments a list of times beside it.
// Limits: the Gregorian calendar from 1800 to 2200; times in steps of a quarter of an hour (others can be typed).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/fields.h"

namespace leadkeep::ui {

struct CalendarOptions {
    DateKind kind = DateKind::date;
    bool clearable = true;         // offers to empty the field
};
// Opens it below `anchor`, at the day of `value` or today.
void open_calendar(Rect anchor);
// Draws it while it is open, in the scope that opened it. Returns what was chosen in this frame, in the form of
// DateEdit::value; "": emptied. A day closes it; of a date and time, the time or Done does.
std::optional<std::string> calendar(std::string_view name, std::string_view value, CalendarOptions const& options);

}  // namespace leadkeep::ui
