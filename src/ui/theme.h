// Colours, type and measures of the look, as tokens: light and dark. Screens name a token, never a number.
// Limits: one theme at a time for the whole program; "system" follows the page's colour scheme.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace leadkeep::ui {

struct Rgba {
    uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(Rgba const&) const = default;
    // 0xRRGGBB, as stages and tags store their colour.
    static constexpr Rgba hex(uint32_t rgb, uint8_t alpha = 255) {
        return {uint8_t(rgb >> 16), uint8_t(rgb >> 8), uint8_t(rgb), alpha};
    }
    constexpr Rgba with_alpha(float opacity) const { return {r, g, b, uint8_t(float(a) * opacity + 0.5f)}; }
};

enum class Token : uint8_t {
    bg, surface, raised, sunken, line,
    text1, text2, text3,
    accent, accent_tint, on_accent,
    good, good_tint, warning, warning_tint, bad, bad_tint,
    toast, on_toast, toast_action,  // the dark note at the bottom of the screen
    count_
};

enum class ThemeChoice : uint8_t { system, light, dark };

void set_theme(ThemeChoice choice);
ThemeChoice theme_choice();
bool is_dark();  // what is shown now

Rgba color(Token token);
Rgba color(Token token, bool dark);          // of a theme that need not be shown now (tests, previews)
inline constexpr uint32_t disc_color_count = 10;
Rgba disc_color(uint64_t number);            // ground of a person's initials, repeating; white text reaches 4.5:1 on each
Rgba ink_on(Rgba ground);                    // near-black or white, whichever reads better on any colour (stage bars)
Rgba mix(Rgba from, Rgba to, float share);   // share 0 → from, 1 → to
double contrast(Rgba text, Rgba ground);     // WCAG 2 ratio, 1…21

enum class Tone : uint8_t { neutral, accent, good, warning, bad };
struct TonePair {
    Token text, ground;
};
TonePair tone_pair(Tone tone);

// The pairs of text and ground that screens use; a test holds each to 4.5:1 in both themes.
std::span<TonePair const> text_pairs();

// Type: Inter; body 13/18, small 12/16, label 11/16, heading 17/24, title 19/26.
enum class TextStyle : uint8_t {
    body, body_medium, body_strong,      // 13/18 at weights 400, 500, 600
    small, small_medium, small_strong,   // 12/16
    label, label_medium, label_strong,   // 11/16
    heading,                             // 17/24, 600: a screen's name
    title,                               // 19/26, 600: a panel's name
    brand,                               // 15/20, 600: the program's name
    micro,                               // 9/12, 600: inside discs and rings
    count_
};
enum class FontWeight : uint8_t { regular, medium, strong };
struct TypeFace {
    FontWeight weight;
    float size_px, line_px;
};
TypeFace type_face(TextStyle style);

// Measures of the look, in CSS pixels.
inline constexpr float nav_width_px = 216, top_bar_px = 56, column_width_px = 284, column_gap_px = 12, column_top_px = 3;
inline constexpr float card_radius_px = 10, card_pad_x_px = 12, card_pad_y_px = 10, card_gap_px = 8;
// Above a field: its label. A read value's box hangs over the label's foot while it is no box.
inline constexpr float boxed_label_px = 22, inline_label_px = 14;
inline constexpr float control_px = 34, control_radius_px = 8, chip_px = 28, pill_radius_px = 6, touch_target_px = 44;
inline constexpr float panel_width_px = 720, panel_fields_px = 320, phone_bar_px = 60;

}  // namespace leadkeep::ui
