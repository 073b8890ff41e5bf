#include "views/top_bar.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/navigation.h"
#include "views/new_record.h"
#include "views/settings_view.h"
#include "views/shell_state.h"

namespace leadkeep::views {

char const* page_title(Page page) {
    switch (page) {
        case Page::leads: return tr("Leads");
        case Page::deals: return tr("Deals");
        case Page::contacts: return tr("Contacts");
        case Page::companies: return tr("Companies");
        case Page::settings: return tr("Settings");
        case Page::gallery: return tr("Gallery");
    }
    return "";
}

namespace {

bool is_board(Page page) { return page == Page::leads || page == Page::deals; }

// In a narrow window the words go first; the command palette has both looks as well.
void look_switch(ShellState& state, ui::Rect rect) {
    constexpr float least_px = 170;
    if (rect.w < least_px) return;
    ui::Row row(rect);
    std::array<std::string, 2> const labels{tr("Board"), tr("List")};
    int look = int(state.board.look);
    if (ui::segmented(tr("Shown as"), labels, look)) prefer_look(state, BoardLook(look));
}

void search_field(ShellState& state, ui::Rect rect) {
    ui::next_rect(rect);
    if (std::exchange(state.search_wanted, false)) ui::focus_field("search");
    auto const edit = ui::text_field(tr("Search"), state.search,
                                     {.kind = ui::TextKind::search, .placeholder = tr("Search"), .icon = ui::Icon::search, .hide_label = true,
                                      .max_length = 200, .id = "search"});
    if (edit.changed()) state.search = edit.text;
    if (edit.edit == ui::Edit::cancelled && edit.end != ui::EditEnd::leave && !state.search.empty()) state.search.clear();
    if (!ui::is_phone() && state.search.empty() && !edit.editing) {
        ui::next_rect({rect.right() - 58, rect.y + (rect.h - 20) / 2, 50, 20});
        ui::key_cap("Ctrl F");
    }
}

void main_action(ShellState& state, ui::Rect rect) {
    ui::next_rect(rect);
    if (ui::primary_button(new_record_label(state))) open_new_record_form(state);
}

// How the board is shown.
void view_menu(ShellState& state, ui::Rect rect) {
    ui::next_rect(rect);
    if (ui::icon_button(ui::Icon::view, tr("View"), {.kind = ui::ButtonKind::secondary})) ui::open_popup("view");
    ui::Menu menu("view", tr("View"), 200);
    if (!menu) return;
    auto const item = [&](char const* label, Density density) {
        bool const now = state.board.density == density;
        if (ui::menu_item(label, ui::Icon::none, {.checked = now ? ui::Tristate::on : ui::Tristate::off})) prefer_density(state, density);
    };
    item(tr("Comfortable cards"), Density::comfortable);
    item(tr("Compact cards"), Density::compact);
}

float main_action_width(ShellState& state) { return ui::button_width(new_record_label(state)); }

void phone_bar(ShellState& state, ui::Rect inside) {
    if (state.search_open) {
        ui::next_rect(inside.cut_right(40));
        if (ui::icon_button(ui::Icon::close, tr("Close the search"))) {
            state.search_open = false;
            state.search.clear();
        }
        ui::next_rect(inside.cut_right(40));
        if (ui::icon_button(ui::Icon::find_all, tr("Find or do"))) open_command_palette(state, state.search);
        inside.cut_right(8);
        return search_field(state, inside);
    }
    main_action(state, inside.cut_right(main_action_width(state)));
    inside.cut_right(10);
    ui::next_rect(inside.cut_right(34));
    if (ui::icon_button(ui::Icon::search, tr("Search"), {.kind = ui::ButtonKind::secondary})) {
        if (state.location.page == Page::settings) open_command_palette(state);  // nothing there that a search narrows
        else focus_search(state);
    }
    inside.cut_right(10);
    char const* title = page_title(state.location.page);
    float const title_px = ui::text_width(title, ui::TextStyle::heading) + 10;
    float const saving_px = ui::text_width(saving_text(state, SavingLook::brief), ui::TextStyle::small) + 18;
    if (title_px + saving_px <= inside.w) {
        ui::Rect const rect = inside.cut_right(saving_px);
        ui::next_rect({rect.x, rect.y + (rect.h - 18) / 2, rect.w, 18});
        saving_line(state, SavingLook::brief);
    }
    ui::next_rect(inside);
    ui::heading(title, 1);
}

}  // namespace

void focus_search(ShellState& state) {
    if (ui::is_phone()) state.search_open = true;
    state.search_wanted = true;
    ui::request_frame();
}

void top_bar(ShellState& state, ui::Rect rect) {
    ui::fill(rect, ui::color(ui::Token::surface));
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    ui::Group group(ui::Role::banner, tr("Top bar"), {.rect = rect});
    if (ui::is_phone()) return phone_bar(state, rect.inset(ui::Insets::symmetric(16, 11)));
    ui::Rect inside = rect.inset(ui::Insets::symmetric(20, 11));
    main_action(state, inside.cut_right(main_action_width(state)));
    inside.cut_right(10);
    if (state.location.page != Page::settings) search_field(state, inside.cut_right(std::min(280.f, inside.w * 0.4f)));
    if (is_board(state.location.page)) {
        inside.cut_right(10);
        view_menu(state, inside.cut_right(ui::control_px));
    }
    inside.cut_right(16);
    char const* title = page_title(state.location.page);
    ui::next_rect(inside.cut_left(ui::text_width(title, ui::TextStyle::heading) + 14));
    ui::heading(title, 1);
    if (is_board(state.location.page)) look_switch(state, inside);
}

}  // namespace leadkeep::views
