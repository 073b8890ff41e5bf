// Charts; the bars are shapes, the lines Dear ImGui's own.
#include "ui/charts.h"

#include <algorithm>
#include <cmath>

#include "base/i18n.h"
#include "platform/locale.h"
#include "ui/bubble.h"
#include "ui/interact.h"
#include "ui/paint.h"

namespace leadkeep::ui {

namespace {

constexpr float label_row_px = 22, axis_gap_px = 8, legend_px = 26, line_px = 2, most_bar_px = 44, funnel_row_px = 40;

Rgba ink_of(Rgba given) { return given.a ? given : color(Token::accent); }

std::string axis_text(ChartOptions const& o, double value) { return o.axis ? o.axis(value) : platform::format_decimal(value, 2); }

// 0 and a few round steps up to at least the greatest value.
std::vector<double> ticks_to(double greatest) {
    double const rough = greatest / 4;
    double const power = std::pow(10.0, std::floor(std::log10(rough)));
    double const digit = rough / power;
    double const step = (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    std::vector<double> ticks;
    for (int i = 0; double(i - 1) * step < greatest; i++) ticks.push_back(double(i) * step);
    return ticks;
}

// The image's node; which of its points the keyboard is at (-1: none), and that point read aloud when it changes.
struct Shown {
    Rect rect;
    int point = -1;
    bool focused = false;
};
Shown begin_chart(std::string_view name, std::string description, Rect rect, int points, std::function<std::string(int)> const& read) {
    Context& c = ctx();
    Node& node = record(Role::img, name, rect);
    node.description = std::move(description);
    Shown shown{rect};
    if (points == 0) return shown;
    uint32_t const id = node.id;
    Response const r = interact(id, rect, {.cursor = platform::Cursor::arrow});
    shown.focused = r.focused;
    if (c.focus != id) return shown;
    auto& [chart, point] = c.chart_point;
    if (chart != id) chart = id, point = -1;
    point = std::min(point, points - 1);
    int const before = point;
    if (take_key("ArrowRight", id)) point = std::min(point + 1, points - 1);
    else if (take_key("ArrowLeft", id)) point = std::max(point - 1, 0);
    else if (take_key("Home", id)) point = 0;
    else if (take_key("End", id)) point = points - 1;
    if (point != before) say(read(point));
    if (r.focused) shown.point = point;
    return shown;
}

void end_chart(Shown const& shown) {
    if (shown.focused) focus_ring(shown.rect.inset(2), 6);
}

// The point whose place along the chart the mouse is at.
int pointed_at(Rect plot, int points) {
    Context& c = ctx();
    if (c.pointer_kind == platform::PointerKind::touch || !c.pointer_inside || c.hot != c.last_id || !plot.contains(c.pointer)) return -1;
    return std::clamp(int((c.pointer.x - plot.x) / plot.w * float(points)), 0, points - 1);
}

// Says so in the chart's place when there is nothing to draw.
bool empty_chart(std::string_view name, double greatest, Rect rect, ChartOptions const& o) {
    if (greatest > 0) return false;
    std::string_view const said = o.nothing.empty() ? std::string_view(tr("No data yet")) : o.nothing;
    begin_chart(name, std::string(said), rect, 0, {});
    dashed(rect, color(Token::line), control_radius_px);
    draw_text(rect.inset(12), said, TextStyle::body, color(Token::text3), Align::center);
    return true;
}

struct Axes {
    Rect plot;
    double top = 1;
    float y(double value) const { return plot.bottom() - float(value / top) * plot.h; }
};

Axes draw_axes(Rect rect, double greatest, ChartOptions const& o) {
    auto const ticks = ticks_to(greatest);
    float widest = 0;
    for (double const tick : ticks) widest = std::fmax(widest, std::ceil(text_width(axis_text(o, tick), TextStyle::label)));
    Axes axes{rect.inset({widest + axis_gap_px, 8, 0, label_row_px}), ticks.back()};
    for (double const tick : ticks) {
        float const y = axes.y(tick);
        line_h(axes.plot.x, y, axes.plot.w, color(Token::line));
        draw_text({rect.x, y - 8, widest, 16}, axis_text(o, tick), TextStyle::label, color(Token::text3), Align::end);
    }
    return axes;
}

// Below the plot, each under its point; only as many as fit beside each other.
void draw_labels(Rect plot, int count, std::function<std::string_view(int)> const& label) {
    float const slot = plot.w / float(count);
    float widest = 0;
    for (int i = 0; i < count; i++) widest = std::fmax(widest, text_width(label(i), TextStyle::label) + 8);
    int const every = std::max(1, int(std::ceil(std::fmin(widest, 90.f) / slot)));
    for (int i = 0; i < count; i += every) {
        float const room = slot * float(every);
        float const x = std::fmax(plot.x - 24, std::fmin(plot.x + (float(i) + 0.5f) * slot - room / 2, plot.right() - room + 4));
        draw_text({x, plot.bottom() + 5, room, 16}, label(i), TextStyle::label, color(Token::text2), Align::center);
    }
}

std::string joined(std::string_view label, std::string_view value) { return std::string(label).append(": ").append(value); }

double greatest_of(std::span<double const> values) {
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

void polyline(std::span<Point const> points, Rgba ink, float width_px) {
    std::vector<ImVec2> at;
    for (Point const& p : points) at.emplace_back(to_px(p.x), to_px(p.y));
    list().AddPolyline(at.data(), int(at.size()), col(ink), ImDrawFlags_None, to_px(width_px));
}

void legend(Rect row, std::span<ChartSeries const> series) {
    for (auto const& one : series) {
        float const w = std::ceil(text_width(one.name, TextStyle::small));
        if (row.w < w + 18) return;
        disc({row.x + 5, row.center().y}, 4, ink_of(one.color));
        row.cut_left(16);
        draw_text(row.cut_left(w + 2), one.name, TextStyle::small, color(Token::text2));
        row.cut_left(14);
    }
}

}  // namespace

void bar_chart(std::string_view name, std::span<ChartValue const> values, ChartOptions const& o) {
    Rect const rect = take(0, o.height_px, Width::full);
    double greatest = 0;
    std::string sentence;
    for (auto const& one : values) {
        greatest = std::max(greatest, one.value);
        sentence.append(sentence.empty() ? "" : "; ").append(joined(one.label, one.shown));
    }
    if (empty_chart(name, greatest, rect, o)) return;
    int const count = int(values.size());
    auto const read = [&](int i) { return joined(values[size_t(i)].label, values[size_t(i)].shown); };
    Shown const shown = begin_chart(name, sentence, rect, count, read);
    Axes const axes = draw_axes(rect, greatest, o);
    float const slot = axes.plot.w / float(count);
    float const width = std::fmax(2.f, std::fmin(most_bar_px, std::round(slot * 0.62f)));
    int const marked = shown.point >= 0 ? shown.point : pointed_at(axes.plot, count);
    for (int i = 0; i < count; i++) {
        ChartValue const& one = values[size_t(i)];
        float const top = axes.y(std::fmax(0.0, one.value));
        Rect const bar{axes.plot.x + (float(i) + 0.5f) * slot - width / 2, top, width, axes.plot.bottom() - top};
        if (i == marked) fill({axes.plot.x + float(i) * slot, axes.plot.y, slot, axes.plot.h}, color(Token::sunken), 4);
        if (bar.h >= 0.5f) fill_top(bar, ink_of(one.color), std::fmin(4.f, width / 2));
        if (i == marked) draw_bubble({bar.x, bar.y - 40, bar.w, 8}, read(i));
    }
    draw_labels(axes.plot, count, [&](int i) { return std::string_view(values[size_t(i)].label); });
    end_chart(shown);
}

void line_chart(std::string_view name, std::span<std::string const> labels, std::span<ChartSeries const> series, ChartOptions const& o) {
    Rect rect = take(0, o.height_px, Width::full);
    double greatest = 0;
    for (auto const& one : series) greatest = std::max(greatest, greatest_of(one.values));
    int const count = int(labels.size());
    if (empty_chart(name, count ? greatest : 0, rect, o)) return;
    auto const read = [&](int i) {
        std::string text = labels[size_t(i)];
        for (size_t s = 0; s < series.size(); s++)
            text.append(s ? ", " : ": ").append(series.size() > 1 ? series[s].name + " " : "").append(series[s].shown[size_t(i)]);
        return text;
    };
    std::string sentence;
    for (int i = 0; i < count; i++) sentence.append(i ? "; " : "").append(read(i));
    Shown const shown = begin_chart(name, sentence, rect, count, read);
    if (series.size() > 1) legend(rect.cut_top(legend_px), series);
    Axes const axes = draw_axes(rect, greatest, o);
    float const slot = axes.plot.w / float(count);
    auto const x = [&](int i) { return axes.plot.x + (float(i) + 0.5f) * slot; };
    int const marked = shown.point >= 0 ? shown.point : pointed_at(axes.plot, count);
    if (marked >= 0) line_v(x(marked), axes.plot.y, axes.plot.h, color(Token::text3));
    for (auto const& one : series) {
        std::vector<Point> points;
        for (int i = 0; i < count; i++) points.push_back({x(i), axes.y(one.values[size_t(i)])});
        polyline(points, ink_of(one.color), line_px);
        for (int i = 0; i < count; i++) {
            if (i != marked && count > 1) continue;
            disc(points[size_t(i)], 5, color(Token::surface));
            disc(points[size_t(i)], 3.5f, ink_of(one.color));
        }
    }
    if (marked >= 0) draw_bubble({x(marked) - 1, axes.plot.y - 38, 2, 8}, read(marked));
    draw_labels(axes.plot, count, [&](int i) { return std::string_view(labels[size_t(i)]); });
    end_chart(shown);
}

void funnel_chart(std::string_view name, std::span<ChartValue const> steps, ChartOptions const& o) {
    double greatest = 0;
    for (auto const& step : steps) greatest = std::max(greatest, step.value);
    Rect rect = take(0, greatest > 0 ? funnel_row_px * float(steps.size()) : o.height_px, Width::full);
    if (empty_chart(name, greatest, rect, o)) return;
    double const first = steps.front().value;
    auto const share = [&](int i) { return first > 0 ? platform::format_percent(steps[size_t(i)].value / first) : std::string(); };
    auto const read = [&](int i) {
        std::string const value = joined(steps[size_t(i)].label, steps[size_t(i)].shown);
        return i == 0 || first <= 0 ? value : value + ", " + share(i);
    };
    std::string sentence;
    for (int i = 0; i < int(steps.size()); i++) sentence.append(i ? "; " : "").append(read(i));
    Shown const shown = begin_chart(name, sentence, rect, int(steps.size()), read);
    float const label_w = std::fmin(180.f, std::floor(rect.w * 0.34f)), share_w = 52;
    for (int i = 0; i < int(steps.size()); i++) {
        ChartValue const& step = steps[size_t(i)];
        Rect row = rect.cut_top(funnel_row_px);
        if (shown.point == i) fill(row, color(Token::sunken), control_radius_px);
        draw_text(row.cut_left(label_w).inset({4, 0, 10, 0}), step.label, TextStyle::body, color(Token::text1));
        draw_text(row.cut_right(share_w), i ? share(i) : "", TextStyle::small, color(Token::text3), Align::end);
        Rect const track = row.inset({0, 6, 0, 6});
        float const width = std::fmax(step.value > 0 ? 3.f : 0.f, float(step.value / greatest) * track.w);
        fill(track, color(Token::sunken), 6);
        Rect const bar{track.x, track.y, width, track.h};
        fill(bar, ink_of(step.color), std::fmin(6.f, width / 2));
        // The value stands in its bar where it fits, else behind it.
        float const text_w = std::ceil(text_width(step.shown, TextStyle::body_strong)) + 20;
        if (text_w <= width) draw_text(bar.inset({10, 0, 0, 0}), step.shown, TextStyle::body_strong, ink_on(ink_of(step.color)));
        else draw_text({bar.right() + 8, track.y, track.right() - bar.right() - 8, track.h}, step.shown, TextStyle::body_strong, color(Token::text1));
    }
    end_chart(shown);
}

void sparkline(std::string_view name, std::span<double const> values, std::string_view description, float width_px, float height_px) {
    Rect const rect = take(width_px, height_px);
    begin_chart(name, std::string(description), rect, 0, {});
    if (values.empty()) return;
    double const top = std::fmax(1e-9, greatest_of(values));
    Rect const plot = rect.inset(4);
    std::vector<Point> points;
    for (size_t i = 0; i < values.size(); i++) {
        float const share = values.size() > 1 ? float(i) / float(values.size() - 1) : 1;
        points.push_back({plot.x + share * plot.w, plot.bottom() - float(values[i] / top) * plot.h});
    }
    polyline(points, color(Token::accent), 1.5f);
    disc(points.back(), 3, color(Token::accent));
}

}  // namespace leadkeep::ui
