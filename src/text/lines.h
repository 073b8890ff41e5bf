// Where a text may be cut: into lines, and before an ellipsis. Never inside of a cluster.
// Limits: Thai, Lao, Khmer and Burmese, which need a dictionary, break where the line is full.
#pragma once

#include <string_view>
#include <vector>

#include "text/run.h"

namespace leadkeep::text {

// Lines broken at spaces, after hyphens, between ideographs, and inside words that are too long; '\n' always breaks.
struct Line {
    std::string_view text;
    Base base;               // the paragraph's: a line alone might begin with another direction
};
std::vector<Line> break_lines(std::string_view utf8, Style style, float max_width_px);

// As much of the beginning as fits, and "…". The width is what may be used.
std::string shorten(std::string_view utf8, Style style, float max_width_px);

// Once a frame, as for runs.
void forget_unused_lines();
void forget_all_lines();

}  // namespace leadkeep::text
