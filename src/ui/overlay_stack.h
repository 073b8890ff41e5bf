// Which dialogs, panels and menus are open, in order: for focus, Escape and what lies behind. Only src/ui includes it.
#pragma once

#include <functional>

#include "ui/context.h"

namespace leadkeep::ui {

void begin_overlays();
void end_overlays();   // the toast, tooltips and a lifted card on top; focus of what closed goes back

// Opens a layer over everything so far. What a press outside of it meets: nothing but the backdrop, which dismisses it
// (`dim` darkens what is below), or with `below` the widgets of the screen, and the backdrop where there is none.
enum class Backdrop : uint8_t { below, clear, dim };
struct OverlayFrame {
    uint32_t id = 0;
    bool dismissed = false, fresh = false;
    double age_ms = 0;
};
OverlayFrame open_overlay(uint32_t id, Backdrop backdrop, bool modal);
void close_overlay();
// Whether the keyboard is in that layer, or above it.
bool focus_in_layer(int layer);
// Drawn above all overlays at the end of the frame (the lifted card, tooltips).
void draw_on_top(std::function<void()> draw);

}  // namespace leadkeep::ui
