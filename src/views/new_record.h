// What a page's main button and the key N make: what the page is about.
#pragma once

namespace leadkeep::views {

struct ShellState;

char const* new_record_label(ShellState const& state);
void open_new_record_form(ShellState& state);

}  // namespace leadkeep::views
