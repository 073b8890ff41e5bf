#include "views/board_filters.h"

#include <string>
#include <vector>

#include "app/shown.h"
#include "base/i18n.h"
#include "base/ranges.h"
#include "ui/widgets.h"
#include "views/shell_state.h"
#include "views/shown_board.h"

namespace leadkeep::views {
namespace {

// "46 · €4,003,500", or "12 of 46 · €486,000"
std::string summary(ShellState& state, app::Board which) {
    int64_t const total = state.workspace.board(which).total;
    if (total == 0) return {};
    auto const& shown = shown_board(state, which);
    std::string text = app::shown_number(shown.total);
    if (is_narrowed(state, which)) text = trf("{0} of {1}", {text, app::shown_number(total)});
    if (auto const sums = app::shown_sums(shown.sums); !sums.empty()) text += " · " + sums;
    return text;
}

// One name, or how many.
std::string chip_label(char const* kind, std::vector<Uuid> const& wanted, std::vector<app::ChoiceView> const& choices, char const* nothing) {
    if (wanted.empty()) return kind;
    if (wanted.size() > 1) return trf("{0}: {1}", {kind, app::shown_number(int64_t(wanted.size()))});
    auto const found = ranges::find(choices, wanted.front(), &app::ChoiceView::id);
    return found == choices.end() ? std::string(nothing) : found->text;
}

void toggle(std::vector<Uuid>& wanted, Uuid const& id) {
    if (std::erase(wanted, id) == 0) wanted.push_back(id);
}

struct Choice {
    char const* id;
    char const* kind;
    char const* nothing;  // what a card without any is called
    std::vector<app::ChoiceView> const& choices;
};

// A chip that opens the list of what may be ticked.
void choice_chip(Choice const& choice, std::vector<Uuid>& wanted, bool selected) {
    std::string const label = selected ? chip_label(choice.kind, wanted, choice.choices, choice.nothing) : choice.kind;
    switch (ui::chip(label, selected, selected)) {
        case ui::ChipAnswer::pressed: ui::open_popup(choice.id); break;
        case ui::ChipAnswer::removed: wanted.clear(); break;
        case ui::ChipAnswer::none: break;
    }
    ui::Menu menu(choice.id, choice.kind, 220);
    if (!menu) return;
    auto const item = [&](std::string_view name, Uuid const& id) {
        bool const ticked = ranges::count(wanted, id) > 0;
        if (ui::menu_item(name, ui::Icon::none, {.checked = ticked ? ui::Tristate::on : ui::Tristate::off, .choice = ui::MenuChoice::stays}))
            toggle(wanted, id);
    };
    for (auto const& one : choice.choices) {
        ui::Scope scope(one.id.to_string());
        item(one.text, one.id);
    }
    if (!choice.choices.empty()) ui::menu_separator();
    item(choice.nothing, Uuid{});
}

// Whose cards: one's own by one press, others' from the list.
bool only_mine(ShellState& state, app::BoardFilter const& filter) { return filter.managers == std::vector{state.workspace.me().uuid}; }

void mine_chip(ShellState& state, app::Board which, app::BoardFilter& filter) {
    bool const mine = only_mine(state, filter);
    if (ui::chip(which == app::Board::leads ? tr("My leads") : tr("My deals"), mine, mine) == ui::ChipAnswer::none) return;
    filter.managers.clear();
    if (!mine) filter.managers.push_back(state.workspace.me().uuid);
}

void stalled_chip(ShellState& state, app::Board which, app::BoardFilter& filter) {
    bool const chosen = filter.stalling == app::Stalling::stalled;
    auto const count = state.workspace.stalled(which);
    std::string label = tr("Stalled");
    if (count && *count > 0) label += " " + app::shown_number(*count);
    if (ui::chip(label, chosen, chosen) != ui::ChipAnswer::none)
        filter.stalling = chosen ? app::Stalling::any : app::Stalling::stalled;
    ui::tooltip(tr("Longer in their stage than its limit allows"));
}

constexpr float with_summary_px = 600;  // in less only the chips have room

// At the line's end, cut from it.
void show_summary(ui::Rect& line, std::string const& text) {
    constexpr float text_px = 18, above_px = (filters_px - text_px) / 2;
    if (text.empty()) return;
    ui::next_rect(line.cut_right(ui::text_width(text, ui::TextStyle::body) + 2).inset({0, above_px, 0, above_px}));
    ui::text(text, ui::TextStyle::body, ui::Token::text2);
    line.cut_right(16);
}

void chips(ShellState& state, app::Board which, app::BoardFilter& filter) {
    auto const& choices = state.workspace.choices();
    bool const alone = choices.managers.size() < 2 && filter.managers.empty();  // nobody else's cards to tell from one's own
    if (!alone) mine_chip(state, which, filter);
    choice_chip({"filter-source", tr("Source"), tr("No source"), choices.sources}, filter.sources, !filter.sources.empty());
    if (!alone)
        choice_chip({"filter-manager", tr("Manager"), tr("Nobody"), choices.managers}, filter.managers,
                    !filter.managers.empty() && !only_mine(state, filter));
    stalled_chip(state, which, filter);
}

}  // namespace

void board_filters(ShellState& state, ui::Rect rect, app::Board which) {
    ui::Group group(ui::Role::toolbar, tr("Filters"), {.rect = rect});
    app::BoardFilter& filter = filter_of(state, which);
    app::BoardFilter const before = filter;
    float const above_px = (filters_px - (ui::coarse_pointer() ? 36 : ui::chip_px)) / 2;
    if (ui::is_phone()) {
        ui::Scroll scroll("filters", {.rect = rect, .axis = ui::ScrollAxis::horizontal, .pad = {16, above_px, 16, 0}});
        chips(state, which, filter);
    } else {
        ui::Rect inside = rect.inset({20, 0, 20, 0});
        if (inside.w >= with_summary_px) show_summary(inside, summary(state, which));
        ui::Row row(inside.inset({0, above_px, 0, above_px}), {.gap_px = 8});
        chips(state, which, filter);
    }
    if (filter == before) return;
    ui::announce(summary(state, which));
    ui::request_frame();
}

}  // namespace leadkeep::views
