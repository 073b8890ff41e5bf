#include "views/stage_colours.h"

#include <array>

#include "base/i18n.h"
#include "ui/widgets.h"

namespace leadkeep::views {
namespace {

struct Swatch {
    uint32_t rgb;
    char const* name;
};
// Those of the stages that ship are among them.
constexpr std::array<Swatch, 12> swatches{{
    {0x00C4FB, tr_mark("Sky blue")},
    {0x39A8EF, tr_mark("Blue")},
    {0x9B6BF2, tr_mark("Violet")},
    {0xE667C0, tr_mark("Pink")},
    {0xFF5752, tr_mark("Red")},
    {0xFF8A3D, tr_mark("Orange")},
    {0xFFA900, tr_mark("Amber")},
    {0x75D900, tr_mark("Lime")},
    {0x2DB84D, tr_mark("Green")},
    {0x47E4C2, tr_mark("Mint")},
    {0x47D1E2, tr_mark("Turquoise")},
    {0x8A94A6, tr_mark("Grey")},
}};
constexpr size_t in_a_row = 6;

bool swatch(Swatch const& one, ui::Rect rect, bool chosen) {
    auto const answer = ui::area(tr(one.name), rect, {.role = ui::Role::radio, .states = {.checked = chosen ? ui::Tristate::on : ui::Tristate::off}});
    ui::tooltip(tr(one.name));
    ui::Point const middle = rect.center();
    ui::Rgba const ground = ui::Rgba::hex(one.rgb);
    ui::disc(middle, 12, ground);
    if (chosen) ui::draw_icon(ui::Icon::check, middle, 15, ui::ink_on(ground));
    if (answer.focused || chosen || answer.hovered)
        ui::ring(middle, 15.5f, 1.5f, 1, answer.hovered && !chosen && !answer.focused ? ui::color(ui::Token::line) : ui::color(ui::Token::accent), {0, 0, 0, 0});
    return answer.pressed && !chosen;
}

}  // namespace

bool stage_swatches(uint32_t& colour_rgb) {
    float const cell_px = ui::coarse_pointer() ? ui::touch_target_px : 36;
    ui::Rect const area = ui::place(cell_px * float(in_a_row), cell_px * 2);
    ui::Group group(ui::Role::radiogroup, tr("Colour"), {.rect = area});
    bool changed = false;
    for (size_t i = 0; i < swatches.size(); ++i) {
        ui::Rect const cell{area.x + cell_px * float(i % in_a_row), area.y + cell_px * float(i / in_a_row), cell_px, cell_px};
        if (!swatch(swatches[i], cell, swatches[i].rgb == colour_rgb)) continue;
        colour_rgb = swatches[i].rgb;
        changed = true;
    }
    return changed;
}

uint32_t stage_colour(size_t n) { return swatches[n % swatches.size()].rgb; }

}  // namespace leadkeep::views
