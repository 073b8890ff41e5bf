// Scrolling parts: offsets live in the context by id; a thin bar shows while something moves or is pointed at.
#include "ui/scroll.h"

#include <cmath>
#include <utility>

#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

float limit(ScrollState const& s) { return std::fmax(0.f, s.content - s.view); }
float clamped(ScrollState const& s, float offset) { return std::fmin(std::fmax(0.f, offset), limit(s)); }

void draw_bar(uint32_t id, Rect rect, ScrollAxis axis, bool hovered) {
    Context& c = ctx();
    ScrollState const& s = c.scrolls[id];
    if (s.content <= s.view + 1) return;
    float const age_ms = float(c.now_ms - s.touched_ms);
    float const opacity = hovered ? 1.f : std::fmax(0.f, 1 - std::fmax(0.f, age_ms - 600) / 200);
    if (opacity <= 0) return;
    if (!hovered) {
        if (age_ms < 600) wake_in_ms(600 - age_ms);
        else request_frame();
    }
    bool const vertical = axis == ScrollAxis::vertical;
    float const track = (vertical ? rect.h : rect.w) - 8;
    float const length = std::fmax(28.f, track * s.view / s.content);
    float const at = 4 + (track - length) * (limit(s) > 0 ? s.offset / limit(s) : 0);
    Rect const thumb = vertical ? Rect{rect.right() - 7, rect.y + at, 4, length} : Rect{rect.x + at, rect.bottom() - 7, length, 4};
    fill(thumb, color(Token::text3).with_alpha(0.45f * opacity), 2);
}

}  // namespace

namespace {

constexpr float glide_duration_ms = 180;
constexpr double rest_before_settling_ms = 120;  // a touchpad's moves come in a row

float nearest_page(ScrollState const& s, float offset) { return clamped(s, std::round(offset / s.page) * s.page); }

void glide_on(ScrollState& s, double now_ms) {
    float const t = float(now_ms - s.glide_ms) / glide_duration_ms;
    s.gliding = t < 1 && !reduced_motion();
    float const rest = 1 - t;
    s.offset = s.gliding ? s.target - (s.target - s.glide_from) * rest * rest * rest : s.target;
    s.touched_ms = now_ms;
}

// A paged scroll that was left between two pages goes to the nearer one.
void settle_on_page(uint32_t id, ScrollState& s) {
    Context& c = ctx();
    if (s.page <= 0 || c.pointer_held) return;
    float const page = nearest_page(s, s.offset);
    if (std::fabs(page - s.offset) < 0.5f) return;
    double const rest_ms = s.touched_ms + rest_before_settling_ms - c.now_ms;
    if (rest_ms > 0 && !reduced_motion()) return wake_in_ms(rest_ms);
    glide_to(id, page);
}

}  // namespace

void advance_scrolls() {
    Context& c = ctx();
    float const dt = std::fmax(1.f, c.step_ms);
    for (auto& [id, s] : c.scrolls) {
        if (s.gliding) {
            glide_on(s, c.now_ms);
        } else if (s.velocity != 0) {
            s.offset = s.target = clamped(s, s.offset - s.velocity * dt);
            s.velocity *= std::exp(-dt / 325);
            bool const at_end = s.offset <= 0 || s.offset >= limit(s);
            if (std::fabs(s.velocity) < 0.02f || at_end) s.velocity = 0;
            s.touched_ms = c.now_ms;
        } else if (s.offset != s.target) {
            float const rest = s.target - s.offset;
            s.offset = std::fabs(rest) < 0.5f || reduced_motion() ? s.target : s.offset + rest * (1 - std::exp(-dt / 45));
            s.touched_ms = c.now_ms;
        } else {
            settle_on_page(id, s);
            continue;
        }
        request_frame();
    }
}

bool scroll_by(uint32_t id, float delta_px, bool smooth) {
    ScrollState& s = ctx().scrolls[id];
    float const next = clamped(s, s.target + delta_px);
    if (next == s.target) return false;
    s.target = next;
    if (!smooth) s.offset = next;
    s.velocity = 0;
    s.gliding = false;
    s.touched_ms = ctx().now_ms;
    request_frame();
    return true;
}

void glide_to(uint32_t id, float offset_px) {
    Context& c = ctx();
    ScrollState& s = c.scrolls[id];
    s.target = clamped(s, offset_px);
    s.velocity = 0;
    s.glide_from = s.offset;
    s.glide_ms = c.now_ms;
    s.gliding = s.offset != s.target && !reduced_motion();
    if (!s.gliding) s.offset = s.target;
    request_frame();
}

void turn_page(uint32_t id, int pages) {
    ScrollState const& s = ctx().scrolls[id];
    glide_to(id, nearest_page(s, s.target) + float(pages) * s.page);
}

void fling(uint32_t id, float velocity) {
    Context& c = ctx();
    ScrollState& s = c.scrolls[id];
    if (s.page > 0) {
        constexpr float next_page_px_per_ms = 0.3f;
        float const from = nearest_page(s, c.pan_from);
        bool const turns = std::fabs(velocity) > next_page_px_per_ms && (s.offset - from) * velocity < 0;
        return glide_to(id, turns ? from - std::copysign(s.page, velocity) : nearest_page(s, s.offset));
    }
    if (std::fabs(velocity) < 0.05f || reduced_motion()) return;
    s.velocity = velocity;
    request_frame();
}

void set_scroll(uint32_t id, float offset_px) {
    ScrollState& s = ctx().scrolls[id];
    s.offset = s.target = std::fmax(0.f, offset_px);  // clamped when the content's length is known
    s.velocity = 0;
    s.gliding = false;
    s.touched_ms = ctx().now_ms;
    request_frame();
}

void reveal_in_scrolls(Rect const& rect) {
    Context& c = ctx();
    for (uint32_t const id : c.scroll_stack)
        for (size_t i = c.building.size(); i-- > 0;) {
            Node const& node = c.building[i];
            if (node.id != id) continue;
            if (float const page = c.scrolls[id].page; page > 0) {
                glide_to(id, std::floor((rect.center().x - node.rect.x + c.scrolls[id].offset) / page) * page);
                break;
            }
            bool const vertical = node.content_w <= node.rect.w + 1;
            float const from = vertical ? rect.y - node.rect.y : rect.x - node.rect.x;
            float const to = vertical ? rect.bottom() - node.rect.bottom() : rect.right() - node.rect.right();
            float const margin = 12;
            if (from < margin) scroll_by(id, from - margin, true);
            else if (to > -margin) scroll_by(id, std::fmin(to + margin, from), true);
            break;
        }
}

float open_scroll(uint32_t id, Rect rect, ScrollAxis axis, float content_px) {
    Context& c = ctx();
    ScrollState& s = c.scrolls[id];
    bool const vertical = axis == ScrollAxis::vertical;
    s.view = vertical ? rect.h : rect.w;
    s.known = content_px;
    if (content_px > 0) s.content = content_px;
    s.target = clamped(s, s.target);
    s.offset = clamped(s, s.offset);
    s.last_frame = c.frame;
    if (std::exchange(s.shown, s.offset) != s.offset) c.scrolled = true;
    Node& node = record(Role::none, {}, rect, id);
    node.scrolls = true;
    (vertical ? node.scroll_y : node.scroll_x) = s.offset;
    node.content_w = vertical ? rect.w : s.content;
    node.content_h = vertical ? s.content : rect.h;
    Hit hit{id, clip().intersect(rect), HitKind::scroll, axis};
    hit.layer = c.layer;
    c.hits_building.push_back(hit);
    open_node(id);
    c.scroll_stack.push_back(id);
    return s.offset;
}

void close_scroll(uint32_t id, Rect rect, ScrollAxis axis, float content_px) {
    Context& c = ctx();
    ScrollState& s = c.scrolls[id];
    if (std::fabs(s.content - content_px) > 0.5f) {
        s.content = content_px;
        c.relayout = true;
        request_frame();
    }
    c.scroll_stack.pop_back();
    close_node();
    bool const hovered = c.pointer_inside && c.pointer_kind == platform::PointerKind::mouse && !c.pointer_held &&
                         clip().intersect(rect).contains(c.pointer);
    draw_bar(id, rect, axis, hovered);
}

Scroll::Scroll(std::string_view name, ScrollOptions const& o) : id_(id_of(name)) {
    Rect const rect = o.rect.empty() ? remaining() : o.rect;
    Layout& parent = ctx().layouts.back();
    if (o.rect.empty() && parent.kind == LayoutKind::column) {
        if (!parent.first) parent.cursor += parent.gap;
        parent.first = false;
        parent.cursor += rect.h;
    }
    bool const vertical = o.axis == ScrollAxis::vertical;
    ctx().scrolls[id_].page = o.page_px;
    float const offset = open_scroll(id_, rect, o.axis, o.content_px);
    ctx().clips.push_back({clip().intersect(rect)});
    Rect const s = snap(ctx().clips.back().rect);
    list().PushClipRect(ImVec2(std::round(to_px(s.x)), std::round(to_px(s.y))),
                        ImVec2(std::round(to_px(s.right())), std::round(to_px(s.bottom()))));
    // Whole physical pixels, or text would shimmer while it moves.
    float const moved = snap(offset);
    Rect const content = vertical ? Rect{rect.x, rect.y - moved, rect.w, std::fmax(rect.h, o.content_px)}
                                  : Rect{rect.x - moved, rect.y, std::fmax(rect.w, o.content_px), rect.h};
    open_layout(vertical ? LayoutKind::column : LayoutKind::row, content, o.gap_px, o.pad, Align::start, id_, true);
}

Scroll::~Scroll() {
    Layout const l = close_layout();
    bool const vertical = l.kind == LayoutKind::column;
    ScrollState const& s = ctx().scrolls[id_];
    float const moved = snap(s.offset);
    Rect rect = l.outer;
    if (vertical) rect.y += moved, rect.h = s.view;
    else rect.x += moved, rect.w = s.view;
    float const used = l.cursor + (vertical ? l.pad.top + l.pad.bottom : l.pad.left + l.pad.right);
    float const content = s.known > 0 ? s.known : used;
    list().PopClipRect();
    ctx().clips.pop_back();
    close_scroll(id_, rect, vertical ? ScrollAxis::vertical : ScrollAxis::horizontal, content);
}

Rect Scroll::area() const {
    Context& c = ctx();
    for (size_t i = c.building.size(); i-- > 0;)
        if (c.building[i].id == id_) return c.building[i].rect;
    return {};
}
Rect Scroll::content() const { return ctx().layouts.back().outer; }
float Scroll::offset_px() const { return ctx().scrolls[id_].offset; }
int Scroll::page() const {
    ScrollState const& s = ctx().scrolls[id_];
    return s.page > 0 ? int(std::lround(s.target / s.page)) : 0;
}
void Scroll::go_to_page(int page) { ui::glide_to(id_, float(page) * ctx().scrolls[id_].page); }
void Scroll::scroll_to(float offset_px) { set_scroll(id_, offset_px); }
void Scroll::reveal(Rect const& rect) { reveal_in_scrolls(rect); }

VirtualRows::VirtualRows(int count, float item_px, float gap_px) : step_px_(item_px + gap_px), item_px_(item_px) {
    float const length = count > 0 ? float(count) * step_px_ - gap_px : 0;
    origin_ = place(0, length);
    Rect const seen = clip();
    range_.first = std::max(0, int(std::floor((seen.y - origin_.y) / step_px_)));
    range_.last = std::min(count, int(std::ceil((seen.bottom() - origin_.y) / step_px_)));
    range_.last = std::max(range_.first, range_.last);
}

Rect VirtualRows::rect(int index) const { return {origin_.x, origin_.y + float(index) * step_px_, origin_.w, item_px_}; }

}  // namespace leadkeep::ui
