// Days as the viewer sees them, and spans of time in words.
#pragma once

#include <cstdint>
#include <string>

namespace leadkeep::app {

// The number of the viewer's day that holds the moment; consecutive days have consecutive numbers.
int64_t day_of(int64_t at_ms);
std::string iso_day(int64_t at_ms);  // "2026-03-25", the viewer's
// The moment at which the viewer's next day begins.
int64_t next_midnight_ms(int64_t at_ms);

std::string span_text(int64_t span_ms);  // "5 min", "2 h", "3 d"
// "today 15:00", "tomorrow", "12 Mar 09:30"
std::string due_text(int64_t due_at_ms, int64_t now_ms);
// "today 17:50", "yesterday 17:50", "19 Nov 10:05"
std::string past_text(int64_t at_ms, int64_t now_ms);

}  // namespace leadkeep::app
