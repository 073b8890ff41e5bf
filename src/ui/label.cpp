// Read-only widgets: texts, pills, discs, banners, progress.
#include "ui/label.h"

#include <cmath>

#include "base/i18n.h"
#include "ui/bubble.h"
#include "ui/buttons.h"
#include "ui/context.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

Icon tone_icon(Tone tone) {
    switch (tone) {
        case Tone::good: return Icon::success;
        case Tone::warning: return Icon::warning;
        case Tone::bad: return Icon::error;
        default: return Icon::info;
    }
}

}  // namespace

void text(std::string_view text, TextStyle style, Token ink) {
    Rect const rect = take(text_width(text, style), line_height(style));
    record(Role::text, text, rect);
    draw_text(rect, text, style, color(ink));
}

void paragraph(std::string_view text, TextStyle style, Token ink) {
    Layout const& l = ctx().layouts.back();
    float const width = ctx().next_width > 0 ? ctx().next_width : l.kind == LayoutKind::row ? remaining().w : l.area.w;
    Rect const rect = take(width, wrapped_height(text, style, width), l.kind == LayoutKind::row ? Width::natural : Width::full);
    record(Role::text, text, rect);
    draw_wrapped(rect, text, style, color(ink));
}

namespace {

// A screen is named by a heading of level 1, what lies over it by one of level 2.
int level_below_name() { return ctx().layer == 0 ? 2 : 3; }

void draw_heading(std::string_view text, int level, TextStyle style, Token ink) {
    Rect const rect = take(text_width(text, style), line_height(style));
    record(Role::heading, text, rect).level = level;
    draw_text(rect, text, style, color(ink));
}

}  // namespace

void heading(std::string_view text, int level) {
    draw_heading(text, level, level == 1 ? TextStyle::heading : TextStyle::title, Token::text1);
}

void section(std::string_view text) { draw_heading(text, level_below_name(), TextStyle::small_strong, Token::text2); }

void read_only(std::string_view label, std::string_view value) {
    Layout const& l = ctx().layouts.back();
    float const width = l.kind == LayoutKind::column ? l.area.w : 200;
    float const value_h = wrapped_height(value, TextStyle::body_medium, width);
    constexpr float foot_px = 5;  // as below the value of a field that can be edited
    Rect rect = take(width, 18 + value_h + foot_px, Width::full);
    Node& node = record(Role::text, label, rect);
    node.name = std::string(label) + ": " + std::string(value);
    draw_text(rect.cut_top(18), label, TextStyle::small, color(Token::text2));
    draw_wrapped(rect, value, TextStyle::body_medium, color(Token::text1));
}

void status_line(std::string_view text, Tone tone) {
    Rect rect = take(text_width(text, TextStyle::small) + 18, 18);
    record(Role::status, text, rect, id_of("status line"));
    Token const dot = tone == Tone::neutral ? Token::text3 : tone_pair(tone).text;
    disc({rect.x + 4, rect.center().y}, 4, color(dot));
    rect.cut_left(16);
    draw_text(rect, text, TextStyle::small, color(Token::text2));
}

void separator() {
    Rect const rect = take(0, 1, Width::full);
    line_h(rect.x, rect.y, rect.w, color(Token::line));
}

float pill_width(std::string_view text) { return std::ceil(text_width(text, TextStyle::small_medium)) + 14; }

void pill(std::string_view text, Tone tone) {
    Rect const rect = take(pill_width(text), 20);
    uint32_t const id = record(Role::text, text, rect).id;
    TonePair const pair = tone_pair(tone);
    fill(rect, color(pair.ground), pill_radius_px);
    draw_text(rect.inset({7, 0, 7, 0}), text, TextStyle::small_medium, color(pair.text));
    if (rect.w < pill_width(text)) tooltip_of_cut_text(id, rect, text);
}

void avatar(std::string_view initials, uint64_t color_seed, std::string_view name, float size_px) {
    Rect const rect = take(size_px, size_px);
    record(Role::img, name, rect);
    disc(rect.center(), size_px / 2, disc_color(color_seed));
    TextStyle const style = size_px >= 32 ? TextStyle::small_strong : TextStyle::micro;
    draw_text(rect, initials, style, Rgba::hex(0xFFFFFF), Align::center, Overflow::clip);
}

void score_ring(int score, float size_px) {
    Rect const rect = take(size_px, size_px);
    std::string const number = std::to_string(score);
    record(Role::img, trf("Score {0}", {number}), rect);
    Rgba const done = score < 40 ? color(Token::text3) : Rgba::hex(score < 70 ? (is_dark() ? 0xF5A524 : 0xE08E00) : (is_dark() ? 0x30A46C : 0x18A058));
    ring(rect.center(), size_px / 2, 2.5f, float(score) / 100, done, color(Token::line));
    draw_text(rect, number, TextStyle::micro, color(Token::text2), Align::center, Overflow::clip);
}

void icon(Icon icon, Token ink, float size_px) {
    Rect const rect = take(size_px, size_px);
    draw_icon(icon, rect.center(), size_px, color(ink));
}

void key_cap(std::string_view keys) {
    Rect const rect = take(std::ceil(text_width(keys, TextStyle::label)) + 12, 18);
    record(Role::text, keys, rect);
    fill(rect, color(Token::surface), 5);
    stroke(rect, color(Token::line), 5);
    draw_text(rect, keys, TextStyle::label, color(Token::text2), Align::center);
}

BannerAnswer banner(Tone tone, std::string_view text, BannerOptions const& o) {
    TonePair const pair = tone_pair(tone);
    Layout const& l = ctx().layouts.back();
    float const width = l.kind == LayoutKind::column ? l.area.w : remaining().w;
    float buttons = o.dismissible ? 36.f : 0;
    float const action_w = o.action.empty() ? 0 : std::ceil(text_width(o.action, TextStyle::body_medium)) + 28;
    buttons += action_w + (action_w > 0 ? 8 : 0);
    float const text_w = std::fmax(80.f, width - 12 - 18 - 10 - 12 - buttons);
    float const text_h = wrapped_height(text, TextStyle::body, text_w);
    float const height = std::fmax(text_h + 20, action_w > 0 ? 50.f : 38.f);
    Rect rect = take(width, height, Width::full);
    bool const urgent = tone == Tone::bad || tone == Tone::warning;
    Node const& node = record(urgent ? Role::alert : Role::status, text, rect);
    open_node(node.id);
    push_id(node.id);
    fill(rect, color(pair.ground), control_radius_px);
    Rect inner = rect.inset({12, 0, 8, 0});
    draw_icon(tone_icon(tone), {inner.x + 9, rect.center().y}, 18, color(pair.text));
    inner.cut_left(28);
    BannerAnswer answer = BannerAnswer::none;
    if (o.dismissible) {
        Rect const at = inner.cut_right(32);
        next_rect({at.x, at.center().y - 16, 32, 32});
        if (icon_button(Icon::close, tr("Dismiss"))) answer = BannerAnswer::dismissed;
    }
    if (action_w > 0) {
        Rect const at = inner.cut_right(action_w);
        next_rect({at.x, at.center().y - control_px / 2, action_w, control_px});
        if (button(o.action)) answer = BannerAnswer::action;
    }
    draw_wrapped({inner.x, rect.center().y - text_h / 2, text_w, text_h}, text, TextStyle::body, color(Token::text1));
    pop_id();
    close_node();
    ctx().last_rect = rect;
    return answer;
}

bool empty_state(Icon icon, std::string_view title, std::string_view text, std::string_view action) {
    bool pressed = false;
    Column column({.gap_px = 6, .pad = {24, 48, 24, 24}, .align = Align::center});
    Rect const spot = take(48, 48);
    fill(spot, color(Token::sunken), 12);
    draw_icon(icon, spot.center(), 24, color(Token::text3));
    gap(6);
    float const width = std::fmin(360.f, ctx().layouts.back().area.w);
    float const title_h = wrapped_height(title, TextStyle::body_strong, width);
    Rect const title_at = take(width, title_h);
    record(Role::heading, title, title_at).level = level_below_name();
    draw_wrapped(title_at, title, TextStyle::body_strong, color(Token::text1), 0, Align::center);
    Rect const text_at = take(width, wrapped_height(text, TextStyle::body, width));
    record(Role::text, text, text_at);
    draw_wrapped(text_at, text, TextStyle::body, color(Token::text2), 0, Align::center);
    if (!action.empty()) {
        gap(10);
        pressed = primary_button(action);
    }
    return pressed;
}

ProgressAnswer progress(std::string_view label, float share, std::string_view detail, std::string_view cancel) {
    float const cancel_w = cancel.empty() ? 0 : std::ceil(text_width(cancel, TextStyle::body_medium)) + 28;
    Rect rect = take(0, 52, Width::full);
    Node& node = record(Role::progressbar, label, rect);
    node.value = detail;
    node.progress = share < 0 ? -1 : share;
    node.states.busy = true;
    push_id(node.id);
    ProgressAnswer answer = ProgressAnswer::none;
    if (cancel_w > 0) {
        Rect const at = rect.cut_right(cancel_w);
        next_rect({at.x, at.center().y - control_px / 2, cancel_w, control_px});
        if (button(cancel)) answer = ProgressAnswer::cancelled;
        rect.cut_right(16);
    }
    Rect line = rect.cut_top(20);
    float const detail_w = detail.empty() ? 0 : std::ceil(text_width(detail, TextStyle::small)) + 8;
    draw_text(line.cut_right(detail_w), detail, TextStyle::small, color(Token::text2), Align::end);
    draw_text(line, label, TextStyle::body_medium, color(Token::text1));
    Rect bar{rect.x, rect.y + 8, rect.w, 6};
    fill(bar, color(Token::line), 3);
    if (share >= 0) {
        bar.w *= std::fmin(1.f, share);
        fill(bar, color(Token::accent), 3);
    } else {
        float const phase = reduced_motion() ? 0.5f : float(std::fmod(frame_ms() / 1200, 1.0));
        Clip clip(bar);
        fill({bar.x + bar.w * (phase * 1.4f - 0.4f), bar.y, bar.w * 0.4f, bar.h}, color(Token::accent), 3);
        if (!reduced_motion()) request_frame();
    }
    pop_id();
    return answer;
}

}  // namespace leadkeep::ui
