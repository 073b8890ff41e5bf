#include "views/card_face.h"

#include <algorithm>

#include "app/lists.h"
#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"

namespace leadkeep::views {
namespace {

static_assert(app::person_colours == ui::disc_color_count);

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

void draw_title(ui::Rect line, app::CardFace const& face) {
    if (face.amount) {
        auto const amount = app::shown_money(*face.amount);
        float const width = std::min(ui::text_width(amount, ui::TextStyle::body_strong), line.w * 0.6f);
        ui::draw_text(line.cut_right(width), amount, ui::TextStyle::body_strong, ui::color(ui::Token::text1), ui::Align::end);
        line.cut_right(8);
    }
    ui::draw_text(line, face.title, ui::TextStyle::body_strong, ui::color(ui::Token::text1));
}

// The score and the manager, cut from the line's end.
void draw_discs(ui::Rect& line, app::CardFace const& face, float disc_px) {
    auto const place = [&] {
        ui::Rect const cut = line.cut_right(disc_px);
        ui::next_rect({cut.x, cut.y + (cut.h - disc_px) / 2, disc_px, disc_px});
    };
    if (!face.manager_initials.empty()) {
        place();
        ui::avatar(face.manager_initials, face.manager_colour_seed, face.manager_name, disc_px);
        line.cut_right(6);
    }
    place();
    ui::score_ring(face.score, disc_px);
}

// Who, the most urgent pill, the discs. The pill may have half of what the discs leave, and what "who" does not need.
void draw_compact_line(ui::Rect line, app::CardFace const& face) {
    constexpr float disc_px = 18;
    draw_discs(line, face, disc_px);
    line.cut_right(8);
    if (!face.pills.empty()) {
        auto const& pill = face.pills.front();
        float const left_px = line.w - 8 - ui::text_width(face.who_and_how, ui::TextStyle::small);
        ui::Rect const place = line.cut_right(std::min(ui::pill_width(pill.text), face.who_and_how.empty() ? line.w : std::max(line.w / 2, left_px)));
        ui::next_rect(place);
        ui::pill(pill.text, tone_of(pill.tone));
        line.cut_right(8);
    }
    ui::draw_text(line, face.who_and_how, ui::TextStyle::small, ui::color(ui::Token::text2));
}

}  // namespace

ui::Tone tone_of(app::Tone tone) { return static_cast<ui::Tone>(tone); }

float card_height_px(Density density) { return density == Density::compact ? 58 : 88; }

void draw_card_face(ui::Rect card, app::CardFace const& face, Density density) {
    bool const compact = density == Density::compact;
    ui::Rect rect = card.inset(ui::Insets::symmetric(ui::card_pad_x_px, compact ? 8 : ui::card_pad_y_px));
    draw_title(rect.cut_top(18), face);
    if (compact) return draw_compact_line(rect.cut_bottom(20), face);
    rect.cut_top(2);
    ui::draw_text(rect.cut_top(18), face.who_and_how, ui::TextStyle::body, ui::color(ui::Token::text2));
    constexpr float disc_px = 22;
    ui::Rect foot = rect.cut_bottom(disc_px);
    draw_discs(foot, face, disc_px);
    foot.cut_right(8);
    draw_pills(foot, face);
}

}  // namespace leadkeep::views
