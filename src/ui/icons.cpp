// Names of the icons, in the order of the enum.
#include "ui/icons.h"

#include <iterator>
#include <string_view>

#include "platform/glyphs.h"
#include "ui/icon_paths.h"

namespace leadkeep::ui {

char const* icon_name(Icon icon) {
    static constexpr char const* names[] = {
        "none", "leads", "deals", "today", "contacts", "companies", "reports", "settings", "clients",
        "search", "plus", "close", "check", "more", "chevron_down", "chevron_right", "chevron_left", "chevron_up",
        "arrow_right", "arrow_left", "phone", "mail", "message", "note", "meeting", "task", "calendar", "clock",
        "trash", "restore", "undo", "redo", "edit", "copy", "link", "globe", "map_pin", "user", "users", "building",
        "upload", "download", "file", "table", "filter", "sort", "board", "list", "grip", "star", "tag", "flag", "box",
        "warning", "info", "error", "success", "offline", "sync", "sun", "moon", "monitor", "language", "history",
        "external", "attach", "merge", "convert", "eye", "menu", "keyboard",
        "collapse", "palette", "view", "find_all"};
    static_assert(std::size(names) == size_t(Icon::count_));
    return names[size_t(icon)];
}

#ifndef __EMSCRIPTEN__
std::span<IconPath const> icon_paths() { return {}; }
#endif

void define_icons() {
    for (IconPath const& path : icon_paths())
        for (int i = 1; i < int(Icon::count_); i++)
            if (std::string_view(icon_name(Icon(i))) == path.name) platform::define_icon(icon_code_point(Icon(i)), path.paths);
}

}  // namespace leadkeep::ui
