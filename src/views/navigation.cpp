#include "views/navigation.h"

#include <array>
#include <vector>

#include "base/i18n.h"
#include "ui/widgets.h"

namespace leadkeep::views {
namespace {

using ui::Icon;

void entry(ShellState& state, Icon icon, char const* label, Page page, int64_t count, ui::NavLook look) {
    if (ui::nav_item(icon, label, count, state.location.page == page, look)) state.open_page(page);
}

void brand(ui::Rect rect) {
    ui::Rect const mark{rect.x, rect.y + (rect.h - 26) / 2, 26, 26};
    ui::fill(mark, ui::color(ui::Token::accent), 7);
    ui::draw_text(mark, "L", ui::TextStyle::brand, ui::color(ui::Token::on_accent), ui::Align::center);
    rect.cut_left(36);
    ui::draw_text(rect, "Leadkeep", ui::TextStyle::brand, ui::color(ui::Token::text1));
}

// A small heading above a group of entries.
void group_label(char const* label) {
    ui::Rect rect = ui::place(0, 30);
    rect.cut_left(8);
    rect.cut_top(8);
    ui::draw_text(rect, label, ui::TextStyle::label_medium, ui::color(ui::Token::text3));
}

}  // namespace

std::string saving_text(ShellState& state, SavingLook look) {
    SaveStatusView const status = save_status(state);
    switch (status.state) {
        case SaveState::saved:
            return status.network == Network::offline && look == SavingLook::full ? tr("Saved · offline") : tr("Saved");
        case SaveState::saving: return tr("Saving…");
        case SaveState::failing: return tr("Not saved");
        case SaveState::read_only: return tr("Read only");
    }
    return {};
}

void saving_line(ShellState& state, SavingLook look) {
    constexpr std::array tones{ui::Tone::good, ui::Tone::accent, ui::Tone::bad, ui::Tone::warning};  // as SaveState counts
    ui::status_line(saving_text(state, look), tones[size_t(save_status(state).state)]);
}

void side_navigation(ShellState& state, ui::Rect rect) {
    ui::fill(rect, ui::color(ui::Token::surface));
    ui::line_v(rect.right() - 1, rect.y, rect.h, ui::color(ui::Token::line));
    ui::Group group(ui::Role::navigation, tr("Main menu"), {.rect = rect});
    ui::Rect inside = rect.inset({12, 0, 13, 0});
    ui::Rect head = inside.cut_top(60);
    head.cut_left(8);
    brand(head);
    ui::Rect foot = inside.cut_bottom(58);
    {
        ui::Column column(inside, {.gap_px = 2, .align = ui::Align::stretch});
        auto& workspace = state.workspace;
        if (!state.simple())
            entry(state, Icon::leads, tr("Leads"), Page::leads, workspace.board(app::Board::leads).total, ui::NavLook::side);
        entry(state, Icon::deals, tr("Deals"), Page::deals, workspace.board(app::Board::deals).total, ui::NavLook::side);
        group_label(tr("Clients"));
        entry(state, Icon::contacts, tr("Contacts"), Page::contacts, -1, ui::NavLook::side);
        entry(state, Icon::companies, tr("Companies"), Page::companies, -1, ui::NavLook::side);
        group_label(tr("Workspace"));
        entry(state, Icon::settings, tr("Settings"), Page::settings, -1, ui::NavLook::side);
    }
    ui::Row row(foot.inset({8, 20, 0, 20}));
    saving_line(state);
}

void bottom_navigation(ShellState& state, ui::Rect rect) {
    ui::fill(rect, ui::color(ui::Token::surface));
    ui::line_h(rect.x, rect.y, rect.w, ui::color(ui::Token::line));
    ui::Group group(ui::Role::navigation, tr("Main menu"), {.rect = rect});
    struct Entry {
        Icon icon;
        char const* label;
        Page page;
    };
    std::vector<Entry> entries;
    if (!state.simple()) entries.push_back({Icon::leads, tr("Leads"), Page::leads});
    entries.push_back({Icon::deals, tr("Deals"), Page::deals});
    // Both lists of clients are one entry here; client_list.cpp offers the other.
    entries.push_back({Icon::clients, tr("Clients"), state.location.page == Page::companies ? Page::companies : Page::contacts});
    entries.push_back({Icon::settings, tr("Settings"), Page::settings});
    float const width = rect.w / float(entries.size());
    for (size_t i = 0; i < entries.size(); ++i) {
        ui::next_rect({rect.x + width * float(i), rect.y, width, ui::phone_bar_px});
        entry(state, entries[i].icon, entries[i].label, entries[i].page, -1, ui::NavLook::bottom);
    }
}

}  // namespace leadkeep::views
