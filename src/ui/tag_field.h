// A box of tags that is typed into: each tag a chip, typing finds the known ones. Enter adds, Backspace at the empty
// line goes to the last chip and the next one removes it; arrows walk the chips, Delete removes. Commas part tags.
// Limits: two tags that differ only in case are the same; at most eight known ones are offered at once.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/layout.h"

namespace leadkeep::ui {

struct TagFieldOptions {
    std::span<std::string const> known;  // what is offered, in that order
    std::string_view placeholder;        // at the line, while there is no tag
    bool enabled = true;
    bool hide_label = false;
    int max_length = 100;                // of one tag
};
struct TagEdit {
    bool changed = false;                // a tag was added or removed in this frame
    std::vector<std::string> tags;       // then: all of them, in order
};
TagEdit tag_field(std::string_view label, std::span<std::string const> tags, TagFieldOptions const& options = {});

}  // namespace leadkeep::ui
