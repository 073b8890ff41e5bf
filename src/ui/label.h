// Texts of a screen that are read, not pressed: they draw, take their place in the layout and record their semantics.
#pragma once

#include <string_view>

#include "ui/icons.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace leadkeep::ui {

// One line, shortened by an ellipsis where it does not fit (the tree keeps the whole text).
void text(std::string_view text, TextStyle style = TextStyle::body, Token ink = Token::text1);
// Broken at words over as many lines as needed.
void paragraph(std::string_view text, TextStyle style = TextStyle::body, Token ink = Token::text2);
// A screen's or panel's name: role heading. Levels: 1 screen, 2 panel or dialog, 3 section.
void heading(std::string_view text, int level = 1);
void section(std::string_view text);  // a section's small heading ("About the lead"), one level below its screen's or dialog's
// A label above a value that is only read.
void read_only(std::string_view label, std::string_view value);
// "● Saved · offline": a dot and a quiet line; role status.
void status_line(std::string_view text, Tone tone);
void separator();

// A small coloured word ("Call overdue 2 h"); in too little room it ends in an ellipsis, and the pointer that rests on it is
// shown all of it.
void pill(std::string_view text, Tone tone = Tone::neutral);
// Its width beforehand, to know how many fit.
float pill_width(std::string_view text);
// A person's initials in a coloured disc; `name` is what is read aloud.
void avatar(std::string_view initials, uint64_t color_seed, std::string_view name, float size_px = 22);
// 0…100 in a ring: grey below 40, amber below 70, green above; read as "Score 72".
void score_ring(int score, float size_px = 22);
void icon(Icon icon, Token ink = Token::text2, float size_px = 18);
// "Ctrl K" in a small key cap.
void key_cap(std::string_view keys);

enum class BannerAnswer : uint8_t { none, action, dismissed };
struct BannerOptions {
    std::string_view action;                  // a button's label
    bool dismissible = false;
};
// A line over the whole width that says what happened and what to do; bad and warning are role alert.
BannerAnswer banner(Tone tone, std::string_view text, BannerOptions const& options = {});

// What an empty screen teaches; true when its button was pressed.
bool empty_state(Icon icon, std::string_view title, std::string_view text, std::string_view action = {});

enum class ProgressAnswer : uint8_t { none, cancelled };
// share 0…1, below 0: not known. With `cancel` a button of that label stands beside it.
ProgressAnswer progress(std::string_view label, float share, std::string_view detail = {}, std::string_view cancel = {});

}  // namespace leadkeep::ui
