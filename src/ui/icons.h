// The icons by the names screens use. Each is a Lucide icon; icons.json beside this file maps enum name → Lucide file,
// and tools/icons.mjs takes their paths at build time. Adding one: a line here and a line there (a test compares).
#pragma once

#include <cstdint>

namespace leadkeep::ui {

enum class Icon : uint8_t {
    none,
    leads, deals, today, contacts, companies, reports, settings, clients,
    search, plus, close, check, more, chevron_down, chevron_right, chevron_left, chevron_up,
    arrow_right, arrow_left, phone, mail, message, note, meeting, task, calendar, clock,
    trash, restore, undo, redo, edit, copy, link, globe, map_pin, user, users, building,
    upload, download, file, table, filter, sort, board, list, grip, star, tag, flag, box,
    warning, info, error, success, offline, sync, sun, moon, monitor, language, history, external, attach, merge,
    convert, eye, menu, keyboard, collapse, palette, view, find_all,
    count_
};

// The private-use code point that stands for the icon in a text run (fonts carry icons at every weight).
inline constexpr uint32_t icon_code_point(Icon icon) { return 0xE000u + uint32_t(icon); }
char const* icon_name(Icon icon);  // "chevron_down"; the key in icons.json
void define_icons();               // tells the glyph service their outlines; once at the start

}  // namespace leadkeep::ui
