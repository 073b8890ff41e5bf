#include "views/card_face.h"

#include <algorithm>

#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"

namespace leadkeep::views {
namespace {

void draw_pills(ui::Rect rect, app::CardFace const& face) {
    constexpr float gap_px = 6, pill_px = 20;
    float x = rect.x;
    for (auto const& one : face.pills) {
        float const wanted = ui::pill_width(one.text), left = rect.right() - x;
        bool const first = x == rect.x;
        if (wanted > left && !first) return;  // a pill cut in half says nothing
        ui::next_rect({x, rect.y + (rect.h - pill_px) / 2, std::min(wanted, left), pill_px});
        ui::pill(one.text, tone_of(one.tone));
        x += wanted + gap_px;
    }
}

}  // namespace

ui::Tone tone_of(app::Tone tone) { return static_cast<ui::Tone>(tone); }

void draw_card_face(ui::Rect card, app::CardFace const& face) {
    ui::Rect rect = card.inset(ui::Insets::symmetric(ui::card_pad_x_px, ui::card_pad_y_px));
    ui::Rect title = rect.cut_top(18);
    if (face.amount) {
        auto const amount = app::shown_money(*face.amount);
        float const width = std::min(ui::text_width(amount, ui::TextStyle::body_strong), title.w * 0.6f);
        ui::draw_text(title.cut_right(width), amount, ui::TextStyle::body_strong, ui::color(ui::Token::text1), ui::Align::end);
        title.cut_right(8);
    }
    ui::draw_text(title, face.title, ui::TextStyle::body_strong, ui::color(ui::Token::text1));
    rect.cut_top(2);
    ui::draw_text(rect.cut_top(18), face.who_and_how, ui::TextStyle::body, ui::color(ui::Token::text2));

    constexpr float disc_px = 22;
    ui::Rect foot = rect.cut_bottom(disc_px);
    if (!face.manager_initials.empty()) {
        ui::next_rect(foot.cut_right(disc_px));
        ui::avatar(face.manager_initials, face.manager_colour_seed, face.manager_name, disc_px);
        foot.cut_right(6);
    }
    ui::next_rect(foot.cut_right(disc_px));
    ui::score_ring(face.score, disc_px);
    foot.cut_right(8);
    draw_pills(foot, face);
}

}  // namespace leadkeep::views
