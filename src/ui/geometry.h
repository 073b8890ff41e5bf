// Points, rectangles and insets in CSS pixels. Screens think in CSS pixels only; src/ui/paint.cpp turns them into
// physical ones and snaps edges there.
#pragma once

#include <algorithm>

namespace leadkeep::ui {

struct Point {
    float x = 0, y = 0;
    bool operator==(Point const&) const = default;
};

struct Insets {
    float left = 0, top = 0, right = 0, bottom = 0;
    static Insets all(float px) { return {px, px, px, px}; }
    static Insets symmetric(float horizontal_px, float vertical_px) {
        return {horizontal_px, vertical_px, horizontal_px, vertical_px};
    }
};

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(Rect const&) const = default;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point center() const { return {x + w / 2, y + h / 2}; }
    bool empty() const { return w <= 0 || h <= 0; }
    bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
    bool overlaps(Rect const& o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    Rect inset(Insets i) const {
        return {x + i.left, y + i.top, std::max(0.f, w - i.left - i.right), std::max(0.f, h - i.top - i.bottom)};
    }
    Rect inset(float px) const { return inset(Insets::all(px)); }
    Rect intersect(Rect const& o) const {
        float const l = std::max(x, o.x), t = std::max(y, o.y);
        return {l, t, std::max(0.f, std::min(right(), o.right()) - l), std::max(0.f, std::min(bottom(), o.bottom()) - t)};
    }
    // Cut a strip off this rectangle and return it: the plainest way to divide a screen.
    Rect cut_left(float px) {
        px = std::min(px, w);
        Rect const r{x, y, px, h};
        x += px, w -= px;
        return r;
    }
    Rect cut_right(float px) {
        px = std::min(px, w);
        w -= px;
        return {x + w, y, px, h};
    }
    Rect cut_top(float px) {
        px = std::min(px, h);
        Rect const r{x, y, w, px};
        y += px, h -= px;
        return r;
    }
    Rect cut_bottom(float px) {
        px = std::min(px, h);
        h -= px;
        return {x, y + h, w, px};
    }
};

}  // namespace leadkeep::ui
