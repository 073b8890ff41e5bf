#include "views/selection_bar.h"

#include <algorithm>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/board_view.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr float bar_px = 54, margin_px = 16;

void stages_menu(ShellState& state, app::BoardView const& board) {
    ui::Menu menu("selected-stages", tr("Move to…"));
    if (!menu) return;
    for (auto const& column : board.columns) {
        auto const meaning = column.stage.meaning;
        ui::Icon const icon = meaning == app::StageMeaning::success   ? ui::Icon::success
                              : meaning == app::StageMeaning::failure ? ui::Icon::close
                                                                      : ui::Icon::chevron_right;
        ui::Scope scope(column.stage.id.uuid.to_string());
        if (ui::menu_item(column.stage.name, icon)) move_cards(state, {chosen_cards(state, board), column.stage.id, {}, {}, {}, {}});
    }
}

void managers_menu(ShellState& state, app::BoardView const& board) {
    ui::Menu menu("selected-managers", tr("Assign manager…"));
    if (!menu) return;
    auto const assign = [&](ManagerId manager) { state.commands.push(app::AssignManager{chosen_cards(state, board), manager}); };
    for (auto const& one : state.workspace.choices().managers) {
        ui::Scope scope(one.id.to_string());
        if (ui::menu_item(one.text, ui::Icon::user)) assign({one.id});
    }
    ui::menu_separator();
    if (ui::menu_item(tr("Nobody"), ui::Icon::close)) assign({});
}

void tag_popup(ShellState& state, app::BoardView const& board) {
    ui::Popup popup("selected-tag", tr("Add a tag…"), 260);
    if (!popup) return;
    std::string& tag = state.board.new_tag;
    auto const edit = ui::text_field(tr("Tag"), tag, {.autofocus = true, .max_length = 100});
    if (edit.changed()) tag = edit.text;
    bool const add = ui::button(tr("Add"), {.kind = ui::ButtonKind::primary, .enabled = !tag.empty()});
    if ((!add && edit.end != ui::EditEnd::enter) || tag.empty()) return;
    state.commands.push(app::AddTag{chosen_cards(state, board), tag});
    tag.clear();
    ui::close_popup();
}

// With words where there is room, else with icons alone.
bool action(ui::Icon icon, char const* label, bool words) {
    return words ? ui::button(label, {.kind = ui::ButtonKind::ghost, .icon = icon}) : ui::icon_button(icon, label);
}

float words_width() {
    float width = 0;
    for (char const* label : {tr("Move to…"), tr("Assign manager…"), tr("Add a tag…"), tr("Move to trash")})
        width += ui::button_width(label, ui::Icon::trash) + 4;
    return width;
}

}  // namespace

float selection_bar_room_px(ShellState const& state) { return state.board.choice.ids.empty() ? 0 : bar_px + margin_px; }

void selection_bar(ShellState& state, ui::Rect area, app::BoardView const& board) {
    auto const count = int64_t(state.board.choice.ids.size());
    if (count == 0 || ui::card_lifted()) return;
    std::string const title = trn("{0} selected", "{0} selected", count);
    float const title_px = ui::text_width(title, ui::TextStyle::body_strong), sides_px = 16 + 12 + 44 + 6;
    bool const words = title_px + words_width() + sides_px <= area.w - 2 * margin_px;
    float const actions_px = words ? words_width() : 4 * (ui::control_px + 4);
    float const width = std::min(area.w - 2 * margin_px, title_px + actions_px + sides_px);
    ui::Rect const rect{area.x + (area.w - width) / 2, area.bottom() - margin_px - bar_px, width, bar_px};
    ui::FloatingBar bar(title, rect);
    ui::text(title, ui::TextStyle::body_strong);
    ui::gap(8);
    if (action(ui::Icon::arrow_right, tr("Move to…"), words)) ui::open_popup("selected-stages");
    stages_menu(state, board);
    if (action(ui::Icon::user, tr("Assign manager…"), words)) ui::open_popup("selected-managers");
    managers_menu(state, board);
    if (action(ui::Icon::tag, tr("Add a tag…"), words)) ui::open_popup("selected-tag");
    tag_popup(state, board);
    if (action(ui::Icon::trash, tr("Move to trash"), words)) state.commands.push(app::Trash{chosen_cards(state, board)});
    if (ui::icon_button(ui::Icon::close, tr("Clear the selection"))) choose_nothing(state);
}

}  // namespace leadkeep::views
