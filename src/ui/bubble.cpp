// Tooltips and the bubble they are shown in.
#include "ui/bubble.h"

#include <cmath>

#include "ui/buttons.h"
#include "ui/context.h"
#include "ui/motion.h"
#include "ui/overlay_stack.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

constexpr double rest_ms = 500;
constexpr float widest_px = 280, away_px = 6, margin_px = 8;

// The widget that the pointer rests on, and the one that the keyboard came to.
struct Rest {
    uint32_t id = 0;
    double since_ms = 0;
};
Rest by_pointer, by_keyboard;

// How long it has been so; negative: it is not, or it was pressed since then and needs no more explaining.
double rested_ms(Rest& rest, uint32_t id, bool here) {
    Context& c = ctx();
    if (!here) {
        if (rest.id == id) rest.id = 0;
        return -1;
    }
    if (rest.id != id) rest = {id, c.now_ms};
    if (c.pressed == id || c.active == id) rest.since_ms = 1e18;
    return c.now_ms - rest.since_ms;
}

bool pointer_rested(uint32_t id, bool here) {
    Context& c = ctx();
    double const since_ms = rested_ms(by_pointer, id, here && c.active == 0 && c.pointer_kind == platform::PointerKind::mouse);
    if (since_ms >= 0 && since_ms < rest_ms) wake_in_ms(rest_ms - since_ms + 1);
    return since_ms >= rest_ms;
}

}  // namespace

void draw_bubble(Rect anchor, std::string text) {
    draw_on_top([anchor, said = std::move(text)] {
        Rect const view = viewport().inset(margin_px);
        float const width = std::fmin(std::fmin(widest_px, view.w), std::ceil(text_width(said, TextStyle::small)) + 17);
        float const height = wrapped_height(said, TextStyle::small, width - 16) + 10;
        Rect at{anchor.center().x - width / 2, anchor.bottom() + away_px, width, height};
        if (at.bottom() > view.bottom()) at.y = std::fmax(view.y, anchor.y - away_px - height);
        at.x = std::fmax(view.x, std::fmin(at.x, view.right() - width));
        shadow(at, 6, 4, 12, 0.2f);
        fill(at, color(Token::toast), 6);
        if (is_dark()) stroke(at, color(Token::line), 6);
        draw_wrapped(at.inset(Insets::symmetric(8, 5)), said, TextStyle::small, color(Token::on_toast));
    });
}

void tooltip(std::string_view text) {
    Context& c = ctx();
    uint32_t const id = c.last_id;
    double const keyed_ms = rested_ms(by_keyboard, id, c.focus == id && c.focus_visible && c.page_focused);
    bool const pointed = pointer_rested(id, c.hot == id);
    if (keyed_ms >= 0 || pointed) draw_bubble(c.last_rect, std::string(text));
}

void tooltip_of_cut_text(uint32_t id, Rect rect, std::string_view text) {
    Context& c = ctx();
    Hit const* under = nullptr;  // what takes the pointer there: the text's own screen or panel, or what lies over it
    for (Hit const& hit : c.hits)
        if (hit.id == c.hot) under = &hit;
    bool const here = under && under->layer == c.layer && c.pointer_inside && clip().intersect(rect).contains(c.pointer);
    if (pointer_rested(id, here)) draw_bubble(rect, std::string(text));
}

}  // namespace leadkeep::ui
