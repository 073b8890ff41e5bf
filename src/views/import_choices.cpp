#include "views/import_choices.h"

#include <array>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr std::array<char, 4> delimiters{',', ';', '\t', '|'};

template <class Values, class T>
int index_of(Values const& values, T const& value) {
    for (size_t i = 0; i < values.size(); ++i)
        if (values[i] == value) return int(i);
    return -1;
}

bool encoding_choice(app::ImportChoices& choices) {
    std::vector<ui::SelectOption> options;
    auto const all = exchange::all_encodings();
    for (auto const encoding : all) options.push_back({exchange::encoding_name(encoding)});
    int index = index_of(all, choices.encoding);
    if (!ui::select(tr("Encoding"), options, index) || index < 0) return false;
    choices.encoding = all[size_t(index)];
    return true;
}

bool delimiter_choice(app::ImportChoices& choices) {
    std::vector<ui::SelectOption> options{{tr("Comma ,")}, {tr("Semicolon ;")}, {tr("Tab")}, {tr("Bar |")}};
    int index = index_of(delimiters, choices.delimiter);
    if (!ui::select(tr("Fields are parted by"), options, index) || index < 0) return false;
    choices.delimiter = delimiters[size_t(index)];
    return true;
}

bool kind_choice(ShellState const& state, app::ImportChoices& choices) {
    using exchange::ImportAs;
    std::vector<ui::SelectOption> options{{state.simple() ? tr("Enquiries") : tr("Leads")}, {tr("Deals")}, {tr("Contacts")}, {tr("Companies")}};
    int index = int(choices.as);
    if (!ui::select(tr("Rows become"), options, index) || index < 0) return false;
    choices.as = ImportAs(index);
    return true;
}

bool duplicates_choice(app::ImportChoices& choices) {
    std::vector<ui::SelectOption> options{{tr("Add every row")}, {tr("Skip the known")}, {tr("Merge into the known")}, {tr("Replace the known")}};
    int index = int(choices.duplicates);
    if (!ui::select(tr("Same phone or e-mail"), options, index) || index < 0) return false;
    choices.duplicates = app::Duplicates(index);
    return true;
}

bool header_choice(app::ImportChoices& choices) {
    bool named = choices.header == exchange::HeaderRow::present;
    if (!ui::checkbox(tr("The first row names the columns"), named)) return false;
    choices.header = named ? exchange::HeaderRow::present : exchange::HeaderRow::absent;
    return true;
}

bool date_choice(app::ImportChoices& choices) {
    std::vector<ui::SelectOption> options{{tr("day first: 31.12.2026")}, {tr("month first: 12/31/2026")}};
    int index = int(choices.date_order);
    if (!ui::select(tr("Dates are written"), options, index) || index < 0) return false;
    choices.date_order = exchange::DateOrder(index);
    return true;
}

// Every offset that clocks somewhere show, in summer or in winter (the tz database's, without the open sea's −12).
constexpr std::array<int, 39> zone_offsets_min{-660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180, -150, -120,
                                               -60,  0,    60,   120,  180,  210,  240,  270,  300,  330,  345,  360,  390,
                                               420,  480,  525,  540,  570,  600,  630,  660,  720,  765,  780,  825,  840};

// "UTC+5:30", "UTC−3"
std::string zone_name(int offset_min) {
    int const size_min = offset_min < 0 ? -offset_min : offset_min;
    std::string name = (offset_min < 0 ? "UTC−" : "UTC+") + std::to_string(size_min / 60);
    if (size_min % 60 != 0) name += ":" + std::to_string(size_min % 60);
    return name;
}

bool zone_choice(app::ImportChoices& choices) {
    std::vector<ui::SelectOption> options{{tr("This device's zone")}};
    std::vector<std::optional<int>> zones{std::nullopt};
    for (int const offset_min : zone_offsets_min) {
        zones.push_back(offset_min);
        options.push_back({zone_name(offset_min)});
    }
    int index = index_of(zones, choices.zone_offset_min);
    if (!ui::select(tr("Times are of"), options, index) || index < 0) return false;
    choices.zone_offset_min = zones[size_t(index)];
    return true;
}

}  // namespace

void plan_again(ShellState& state, app::ImportChoices choices) {
    auto plan = app::replan(state.workspace, *state.import.plan, std::move(choices));
    if (!plan) return show_error(plan.error());
    state.import.targets = app::target_choices(plan->choices.as);
    state.import.plan = std::move(*plan);
    ui::request_frame();
}

void file_choices(ShellState& state) {
    auto choices = state.import.plan->choices;
    bool changed = false;
    {
        ui::Grid grid({.columns = ui::is_phone() ? 1 : 3, .min_column_px = 150});  // two would cut Russian labels
        changed |= kind_choice(state, choices);
        changed |= duplicates_choice(choices);
        changed |= date_choice(choices);
        changed |= encoding_choice(choices);
        changed |= delimiter_choice(choices);
        changed |= zone_choice(choices);
    }
    changed |= header_choice(choices);
    if (changed) plan_again(state, std::move(choices));
}

}  // namespace leadkeep::views
