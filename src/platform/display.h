// The window as the machine shows it: size in physical pixels, scale, the person's wishes for colours and motion.
// web/ watches the canvas and media queries and asks for a frame on change; headless/ is set by tests.
#pragma once

#include <cstdint>

namespace leadkeep::platform {

enum class ColorScheme : uint8_t { light, dark };

struct Display {
    float width_px = 1440, height_px = 900;  // physical pixels of the canvas
    float scale = 1;                         // physical per CSS pixel, browser zoom included
    ColorScheme scheme = ColorScheme::light;
    bool reduced_motion = false;
    bool coarse_pointer = false;             // fingers
    bool mac_keys = false;                   // ⌘ in place of Ctrl
    float safe_bottom_css_px = 0;            // a phone's home bar
};
Display display();

enum class Cursor : uint8_t { arrow, pointer, text, grab, grabbing, not_allowed, resize_columns };
void set_cursor(Cursor cursor);
// The colours around the canvas (address bar, overscroll), so that nothing flashes: 0xRRGGBB.
void set_page_colors(ColorScheme scheme, uint32_t ground_rgb);

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
void set_display(Display const& display);
Cursor shown_cursor();
}  // namespace leadkeep::platform::headless
