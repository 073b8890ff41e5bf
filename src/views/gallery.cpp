// The gallery's frame: its head with the switch of themes and languages, and the parts one below the other.
#include "views/gallery.h"

#include <algorithm>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/settings_view.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr float head_px = 56, widest_px = 1080;

template <class Draw>
void part(std::string_view title, Draw draw) {
    ui::Scope scope(title);
    ui::gap(28);
    ui::heading(title, 2);
    ui::separator();
    ui::gap(4);
    draw();
}

void switches(ShellState& state) {
    std::array<std::string, 2> const themes{tr("Light"), tr("Dark")};
    int theme = ui::is_dark() ? 1 : 0;
    if (ui::segmented(tr("Theme"), themes, theme)) prefer(state, "theme", theme == 1 ? "dark" : "light");
    // A language is named in itself, so that whoever is lost finds it.
    std::array<std::string, 2> const languages{"EN", "RU"};
    int shown = language() == Language::russian ? 1 : 0;
    if (ui::segmented(tr("Language"), languages, shown)) prefer(state, "language", shown == 1 ? "ru" : "en");
}

// A phone has no room for the switches beside the name.
void head(ShellState& state, ui::Rect rect) {
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    ui::Rect line = rect.cut_top(head_px).inset({16, 0, 16, 0});
    {
        ui::Row row(line, {.gap_px = 12});
        if (ui::icon_button(ui::Icon::arrow_left, tr("Back"))) state.open_page(state.simple() ? Page::deals : Page::leads);
        ui::heading(tr("Gallery"));
        ui::spacer();
        if (!ui::is_phone()) switches(state);
    }
    if (!ui::is_phone()) return;
    ui::Row row(rect.inset({16, 0, 16, 8}), {.gap_px = 12});
    switches(state);
}

void swatches() {
    struct Swatch {
        ui::Token token;
        char const* name;
    };
    constexpr std::array<Swatch, 17> all{{
        {ui::Token::bg, "bg"}, {ui::Token::surface, "surface"}, {ui::Token::raised, "raised"}, {ui::Token::sunken, "sunken"},
        {ui::Token::line, "line"}, {ui::Token::text1, "text1"}, {ui::Token::text2, "text2"}, {ui::Token::text3, "text3"},
        {ui::Token::accent, "accent"}, {ui::Token::accent_tint, "accent_tint"}, {ui::Token::good, "good"}, {ui::Token::good_tint, "good_tint"},
        {ui::Token::warning, "warning"}, {ui::Token::warning_tint, "warning_tint"}, {ui::Token::bad, "bad"}, {ui::Token::bad_tint, "bad_tint"},
        {ui::Token::toast, "toast"}}};
    ui::Row row({.gap_px = 10, .wrap = true});
    for (auto const& one : all) {
        ui::Rect at = ui::place(96, 64);
        ui::Rect const ground = at.cut_top(44);
        ui::fill(ground, ui::color(one.token), ui::control_radius_px);
        ui::stroke(ground, ui::color(ui::Token::line), ui::control_radius_px);
        ui::next_rect(at);
        ui::text(one.name, ui::TextStyle::label, ui::Token::text2);
    }
}

void type() {
    struct Face {
        ui::TextStyle style;
        char const* name;
    };
    constexpr std::array<Face, 6> faces{{{ui::TextStyle::title, "title 19/26"}, {ui::TextStyle::heading, "heading 17/24"},
                                         {ui::TextStyle::body_strong, "body 13/18"}, {ui::TextStyle::body, "body 13/18"},
                                         {ui::TextStyle::small, "small 12/16"}, {ui::TextStyle::label, "label 11/16"}}};
    for (auto const& face : faces) {
        ui::Row row({.gap_px = 16});
        ui::next_width(110);
        ui::text(face.name, ui::TextStyle::small, ui::Token::text3);
        ui::next_fill();
        ui::text(tr("Anna Orlova called about the roof: 340 000 ₽, № 12"), face.style);
    }
    ui::paragraph(tr("A sentence that is longer than the line it stands on is broken at words, and never in the middle of one; it goes on below "
                     "as far as it needs to."));
}

}  // namespace

GalleryState::GalleryState()
    : name(tr("Anna Orlova")), email("anna@"), long_text(tr("A value that is much longer than the field it has to stand in, so its end is left out")),
      comments(tr("Wants oak.\nAsks for a discount on the second terrace.")), read(tr("Horns and Hooves")), due("2026-11-22"),
      moment("2026-11-22T15:00"), amount(34'000'000), count(12), tags{tr("VIP"), tr("Repeat customer")} {}

void gallery_view(ShellState& state) {
    if (!state.gallery) state.gallery.emplace();
    GalleryState& specimens = *state.gallery;
    ui::Rect area = ui::viewport();
    ui::fill(area, ui::color(ui::Token::surface));
    ui::Group main(ui::Role::main, tr("Gallery"), {.rect = area});
    head(state, area.cut_top(ui::is_phone() ? 2 * head_px : head_px));
    float const side = std::max(16.f, (area.w - widest_px) / 2);
    ui::Scroll scroll("gallery", {.rect = area, .pad = {side, 0, side, 48}, .gap_px = 10});
    part(tr("Buttons"), [&] { gallery_actions(specimens); });
    part(tr("Fields"), [&] { gallery_fields(specimens); });
    part(tr("Choices"), [&] { gallery_choices(specimens); });
    part(tr("Charts"), [] { gallery_charts(); });
    part(tr("Tables"), [&] { gallery_table(specimens); });
    part(tr("Messages"), [&] { gallery_messages(specimens); });
    part(tr("People and marks"), [] { gallery_marks(); });
    part(tr("Over the screen"), [&] { gallery_overlays(specimens); });
    part(tr("Type"), [] { type(); });
    part(tr("Colours"), [] { swatches(); });
}

}  // namespace leadkeep::views
