#include "views/column_widths.h"

#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

std::string preference_of(std::string const& table) { return "widths_" + table; }

// "240 0 150": CSS pixels, 0 as the table says; what is no number ends it.
std::vector<float> read_widths(std::string_view text) {
    std::vector<float> widths;
    for (char const *at = text.data(), *end = at + text.size(); at < end;) {
        int width = 0;
        auto const read = std::from_chars(at, end, width);
        if (read.ec != std::errc() || width < 0 || width > 2000) break;
        widths.push_back(float(width));
        at = read.ptr + (read.ptr < end ? 1 : 0);
    }
    return widths;
}

std::string text_of(std::vector<float> const& widths) {
    std::string text;
    for (float const width : widths) text += (text.empty() ? "" : " ") + std::to_string(std::lround(width));
    return text;
}

std::vector<float>& widths_of(ShellState& state, std::string const& table) {
    auto const [known, fresh] = state.column_widths.try_emplace(table);
    if (fresh && state.services.preference) known->second = read_widths(state.services.preference(preference_of(table)));
    return known->second;
}

}  // namespace

KeptWidths::KeptWidths(ShellState& state, std::string table)
    : state_(state), table_(std::move(table)), px_(widths_of(state, table_)), before_(px_) {}

KeptWidths::~KeptWidths() {
    // The table fills up what is missing, which is no change of the person's.
    before_.resize(px_.size());
    if (px_ != before_ && state_.services.set_preference) state_.services.set_preference(preference_of(table_), text_of(px_));
}

}  // namespace leadkeep::views
