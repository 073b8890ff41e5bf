#include "views/keys_help.h"

#include <array>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

struct KeyLine {
    char const* keys;
    char const* what;
};
constexpr std::array<KeyLine, 16> lines{{
    {"N", tr_mark("New lead")},
    {"Ctrl+K", tr_mark("Find or do anything")},
    {"/", tr_mark("Search")},
    {"Tab", tr_mark("Next place")},
    {"↑ ↓ ← →", tr_mark("From card to card")},
    {"Enter", tr_mark("Open the card")},
    {"Space", tr_mark("Pick a card up; arrows move it, Space drops it")},
    {"X", tr_mark("Select the card, or no longer")},
    {"Shift+↑ ↓", tr_mark("Select cards up to here")},
    {"Ctrl+A", tr_mark("Select the whole column")},
    {"Esc", tr_mark("Close; put the card back")},
    {"Ctrl+Z", tr_mark("Undo")},
    {"Ctrl+Shift+Z", tr_mark("Redo")},
    {"Ctrl+Enter", tr_mark("Add what the form holds")},
    {"Ctrl+F", tr_mark("Search")},
    {"?", tr_mark("This list")},
}};

}  // namespace

void keys_help(ShellState& state) {
    if (!state.keys_help_open) return;
    ui::Dialog dialog(tr("Keyboard keys"), {.width_px = 460});
    ui::Group list(ui::Role::list, tr("Keyboard keys"));
    for (auto const& line : lines) {
        ui::Rect rect = ui::place(0, 28);
        std::string const what = tr(line.what);
        ui::Group item(ui::Role::listitem, std::string(line.keys) + ": " + what, {.rect = rect});
        ui::Rect const keys = rect.cut_left(130);
        {
            ui::Row row(keys);
            ui::key_cap(line.keys);
        }
        ui::draw_text(rect, what, ui::TextStyle::body, ui::color(ui::Token::text1));
    }
    if (dialog.dismissed()) state.keys_help_open = false;
}

}  // namespace leadkeep::views
