// Settings, Conflicts: values that two devices changed at once. What stands, what lost, and the choice between them.
#include <algorithm>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/settings_view.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr float item_px = 136, button_px = 34;

std::string said(app::ConflictSide const& side) { return side.value.empty() ? tr("empty") : side.value; }
std::string by_whom(app::ConflictSide const& side) { return side.who + " · " + side.when; }

void value_line(ui::Rect line, char const* label, float label_px, app::ConflictSide const& side, ui::Token ink) {
    ui::draw_text(line.cut_left(label_px), label, ui::TextStyle::small, ui::color(ui::Token::text2));
    std::string const whom = by_whom(side);
    ui::Rect const right = line.cut_right(std::min(ui::text_width(whom, ui::TextStyle::small) + 1, line.w * 0.55f));
    ui::draw_text(right, whom, ui::TextStyle::small, ui::color(ui::Token::text2), ui::Align::end);
    line.cut_right(12);
    ui::draw_text(line, said(side), ui::TextStyle::body_medium, ui::color(ink));
}

void heading_line(ShellState& state, app::ConflictView const& conflict, ui::Rect line) {
    float const title_px = std::min(ui::text_width(conflict.title, ui::TextStyle::body_strong) + 2, line.w * 0.65f);
    ui::Rect const title = line.cut_left(title_px);
    if (conflict.can_open) {
        auto const opened = ui::area(conflict.title, title, {.role = ui::Role::link, .id = "open"});
        ui::draw_text(title, conflict.title, ui::TextStyle::body_strong, ui::color(opened.hovered ? ui::Token::accent : ui::Token::text1));
        if (opened) state.open_card(conflict.record);
    } else {
        ui::draw_text(title, conflict.title, ui::TextStyle::body_strong, ui::color(ui::Token::text1));
    }
    line.cut_left(8);
    ui::draw_text(line, conflict.field, ui::TextStyle::body, ui::color(ui::Token::text2));
}

void answers(ShellState& state, app::ConflictView const& conflict, ui::Rect foot) {
    auto const answer = [&](std::string_view label, ui::ButtonKind kind, app::SettleConflict::Keep keep) {
        ui::next_rect(foot.cut_left(ui::button_width(label)));
        if (ui::button(label, {.kind = kind})) state.commands.push(app::SettleConflict{conflict.number, keep});
        foot.cut_left(8);
    };
    answer(tr("Leave as it is"), ui::ButtonKind::secondary, app::SettleConflict::Keep::winner);
    answer(tr("Take the other"), ui::ButtonKind::ghost, app::SettleConflict::Keep::loser);
}

void conflict_item(ShellState& state, app::ConflictView const& conflict, ui::Rect rect, int position, int total) {
    ui::Scope scope(conflict.number);
    std::string const stands = std::string(tr("Stands")) + ": " + said(conflict.stands) + ", " + by_whom(conflict.stands);
    std::string const lost = std::string(tr("Not taken")) + ": " + said(conflict.lost) + ", " + by_whom(conflict.lost);
    ui::Group item(ui::Role::listitem, conflict.title + ", " + conflict.field,
                   {.rect = rect, .description = stands + ". " + lost, .set_size = total, .position = position});
    ui::card_ground(rect);
    ui::Rect inside = rect.inset(ui::Insets::symmetric(14, 12));
    heading_line(state, conflict, inside.cut_top(20));
    inside.cut_top(4);
    float const label_px = std::max(ui::text_width(tr("Stands"), ui::TextStyle::small), ui::text_width(tr("Not taken"), ui::TextStyle::small)) + 12;
    value_line(inside.cut_top(22), tr("Stands"), label_px, conflict.stands, ui::Token::text1);
    value_line(inside.cut_top(22), tr("Not taken"), label_px, conflict.lost, ui::Token::text2);
    answers(state, conflict, inside.cut_bottom(button_px));
}

}  // namespace

std::string conflicts_label(ShellState& state) {
    int64_t const open = state.workspace.open_conflicts();
    return open > 0 ? trf("Conflicts: {0}", {std::to_string(open)}) : tr("Conflicts");
}

void conflicts_settings(ShellState& state) {
    auto const& conflicts = state.workspace.conflicts();
    if (conflicts.empty()) {
        ui::empty_state(ui::Icon::success, tr("No conflicts"),
                        tr("Where two devices change one value without knowing of each other, the later change stands and the other one is kept here."));
        return;
    }
    ui::paragraph(tr("Two devices changed these values without knowing of each other. The later change stands; you can take the other one instead."));
    int const total = int(conflicts.size());
    if (total > 1 && ui::button(tr("Leave all as they are"))) state.commands.push(app::SettleAllConflicts{});
    ui::Group list(ui::Role::list, tr("Conflicts"), {.set_size = total});
    ui::VirtualRows rows(total, item_px, 10);
    for (int i = rows.visible().first; i < rows.visible().last; ++i) conflict_item(state, conflicts[size_t(i)], rows.rect(i), i + 1, total);
}

}  // namespace leadkeep::views
