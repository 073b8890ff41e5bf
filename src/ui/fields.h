// Fields that are typed into. While edited the real <input> of the page lies over the field, so every script, input
// method, keyboard and clipboard works; otherwise the canvas draws the value. Typing is a draft that ui keeps; the
// screen passes the stored value every frame and turns `committed` into one command.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ui/icons.h"
#include "ui/layout.h"
#include "ui/semantics.h"
#include "ui/theme.h"

namespace leadkeep::ui {

enum class Edit : uint8_t {
    none,       // nothing happened
    drafting,   // the text changed; `text` is the draft (forms that validate as one types keep it)
    committed,  // the field was left or Enter pressed, and the text differs from `value`
    cancelled,  // Escape, or left unchanged
};
enum class EditEnd : uint8_t { none, enter, leave };
struct TextEdit {
    Edit edit = Edit::none;
    EditEnd end = EditEnd::none;   // enter is told even when nothing differs (a quick form adds on Enter)
    bool escaped = false;          // Escape was pressed: a line that lies over something goes away
    bool editing = false;          // the field holds the keyboard
    std::string text;              // the draft or the committed text
    bool committed() const { return edit == Edit::committed; }
    bool changed() const { return edit == Edit::committed || edit == Edit::drafting; }  // for forms with one Save
};

enum class FieldLook : uint8_t {
    boxed,        // label above, box with a line
    read_inline,  // label above, plain value that becomes a box when pointed at or edited (a card's fields)
    bare,         // no label, no box: a composer's or a quick form's line (the label is read aloud)
};
struct TextFieldOptions {
    TextKind kind = TextKind::text;
    FieldLook look = FieldLook::boxed;
    std::string_view placeholder;
    std::string_view error;        // a sentence below, role of the field becomes invalid
    std::optional<std::string_view> refused{};  // typed, but no such value: stands in the value's place until Escape or another commit
    std::string_view hint;         // a quiet sentence below
    std::string_view suffix;       // "₽", "%": quiet, at the end of the box
    float end_room_px = 0;         // kept free at the end of the box, for a button that lies there
    Icon icon = Icon::none;        // at the start of the box (search)
    bool required = false;
    bool enabled = true;
    bool autofocus = false;        // takes the keyboard in its first frame
    bool hide_label = false;
    int rows = 3;                  // multiline; grows with the text up to 12
    int max_length = 0;
    TextStyle style = TextStyle::body;  // a panel's title is a field in TextStyle::title
    std::string_view id;           // default: the label
};
TextEdit text_field(std::string_view label, std::string_view value, TextFieldOptions const& options = {});

struct NumberEdit {
    Edit edit = Edit::none;
    EditEnd end = EditEnd::none;
    std::optional<int64_t> value;  // empty: the field was emptied
    bool committed() const { return edit == Edit::committed; }
    bool changed() const { return edit == Edit::committed || edit == Edit::drafting; }
};
// What can't be read stays in the field, with the reason below it, until it is mended or Escape is pressed; the value
// is as it was. An amount in minor units (kopecks, cents); shows it grouped in the person's language, takes "1 200,50" and "1,200.50".
NumberEdit money_field(std::string_view label, std::optional<int64_t> minor, std::string_view currency,
                       TextFieldOptions const& options = {});
NumberEdit number_field(std::string_view label, std::optional<int64_t> value, TextFieldOptions const& options = {});

enum class DateKind : uint8_t { date, date_time };
struct DateEdit {
    Edit edit = Edit::none;
    std::string value;             // "2026-11-22" or "2026-11-22T15:00" in the viewer's time; empty: emptied
    bool committed() const { return edit == Edit::committed; }
};
// Takes "22.11.2026", "22.11", "11/22/2026", "2026-11-22", "today", "завтра 15:00"…; shows a calendar button.
DateEdit date_field(std::string_view label, std::string_view value, DateKind kind = DateKind::date,
                    TextFieldOptions const& options = {});
// Before the answer to a form is taken: true when one of the amounts, numbers and dates in the innermost open group, dialog or
// panel can't be read. The keyboard goes there, the reason is said.
bool led_to_unreadable();
// What date_field understands; "" when it is none. Exposed for tests and imports of typed dates.
std::string parse_typed_date(std::string_view text, DateKind kind, std::string_view today_iso, bool month_first);

// Puts the keyboard into the field of that label or id in the current scope (now or when it first appears).
void focus_field(std::string_view id);

}  // namespace leadkeep::ui
