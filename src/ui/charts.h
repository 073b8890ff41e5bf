// Charts: bars, lines, a funnel, a small line within a text's height. The screen formats every shown number; a chart is
// an image that is read as one sentence, and once it has the keyboard the arrows read it value by value.
// Limits: values of zero and more; at most a few hundred points; one scale a chart.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/layout.h"
#include "ui/theme.h"

namespace leadkeep::ui {

struct ChartValue {
    std::string label;                      // of the bar or step: "March", "In progress"
    double value = 0;
    std::string shown;                      // the value as it is read: "340 000 ₽"
    Rgba color = {0, 0, 0, 0};              // alpha 0: the accent
};
struct ChartOptions {
    float height_px = 220;
    std::string_view nothing;               // what stands there when there is no value above zero
    std::function<std::string(double)> axis;  // a line's label at the left; none: the number, grouped
};
void bar_chart(std::string_view name, std::span<ChartValue const> values, ChartOptions const& options = {});

struct ChartSeries {
    std::string name;
    std::vector<double> values;             // as many as there are labels
    std::vector<std::string> shown;         // the same number
    Rgba color = {0, 0, 0, 0};
};
void line_chart(std::string_view name, std::span<std::string const> labels, std::span<ChartSeries const> series,
                ChartOptions const& options = {});

// Steps that get fewer: each as a bar with its share of the first one. height_px is not used: a row a step.
void funnel_chart(std::string_view name, std::span<ChartValue const> steps, ChartOptions const& options = {});

// A line without axes, read as `name` with `description` ("Leads a week", "3, 5, 4, 9; now 9").
void sparkline(std::string_view name, std::span<double const> values, std::string_view description, float width_px = 96, float height_px = 24);

}  // namespace leadkeep::ui
