// The icons' outlines, made by tools/icons.mjs at build for the browser; native builds have none.
#pragma once

#include <span>

namespace leadkeep::ui {

struct IconPath {
    char const* name;   // as in icons.json
    char const* paths;  // SVG path data on a 24 grid, parts divided by '|'
};
std::span<IconPath const> icon_paths();

}  // namespace leadkeep::ui
