// The canvas and the media queries, watched by web/display.js.
#include "platform/display.h"

#include <emscripten.h>

EM_JS(void, lk_display_read, (float* out), { Module.services.display.read(out); });
EM_JS(void, lk_display_cursor, (int cursor), { Module.services.display.setCursor(cursor); });
EM_JS(void, lk_display_colors, (int dark, int ground_rgb), { Module.services.display.setPageColors(dark, ground_rgb); });

namespace leadkeep::platform {

Display display() {
    float v[8] = {};
    lk_display_read(v);
    Display d;
    d.width_px = v[0], d.height_px = v[1], d.scale = v[2] > 0 ? v[2] : 1;
    d.scheme = v[3] != 0 ? ColorScheme::dark : ColorScheme::light;
    d.reduced_motion = v[4] != 0, d.coarse_pointer = v[5] != 0, d.mac_keys = v[6] != 0;
    d.safe_bottom_css_px = v[7];
    return d;
}

void set_cursor(Cursor cursor) { lk_display_cursor(static_cast<int>(cursor)); }

void set_page_colors(ColorScheme scheme, uint32_t ground_rgb) {
    lk_display_colors(scheme == ColorScheme::dark, static_cast<int>(ground_rgb));
}

}  // namespace leadkeep::platform
