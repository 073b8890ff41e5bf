// A window that tests set.
#include "platform/display.h"

namespace leadkeep::platform {

namespace {
Display shown;
Cursor cursor = Cursor::arrow;
}  // namespace

Display display() { return shown; }
void set_cursor(Cursor next) { cursor = next; }
void set_page_colors(ColorScheme, uint32_t) {}

namespace headless {
void set_display(Display const& next) { shown = next; }
Cursor shown_cursor() { return cursor; }
}  // namespace headless

}  // namespace leadkeep::platform
