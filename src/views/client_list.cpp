#include "views/client_list.h"

#include <algorithm>
#include <array>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr float row_px = 58;

void client_row(ShellState& state, app::ListRow const& row, ui::Rect rect, int position, int total) {
    auto const pressed = ui::area(row.title, rect, {.role = ui::Role::listitem, .id = row.record.id.to_string(), .description = row.detail,
                                                   .set_size = total, .position = position});
    if (pressed.hovered || pressed.focused) ui::fill(rect, ui::color(ui::Token::sunken), ui::control_radius_px);
    ui::line_h(rect.x + 12, rect.bottom() - 1, rect.w - 24, ui::color(ui::Token::line));
    ui::Rect inside = rect.inset(ui::Insets::symmetric(12, 10));
    if (!row.right.empty()) {
        float const width = ui::text_width(row.right, ui::TextStyle::small);
        ui::draw_text(inside.cut_right(width), row.right, ui::TextStyle::small, ui::color(ui::Token::text2), ui::Align::end);
        inside.cut_right(12);
    }
    ui::draw_text(inside.cut_top(20), row.title, ui::TextStyle::body_strong, ui::color(ui::Token::text1));
    ui::draw_text(inside.cut_top(18), row.detail, ui::TextStyle::body, ui::color(ui::Token::text2));
    if (pressed) state.open_card(row.record);
}

// A phone's bar has one entry for both lists.
void which_clients(ShellState& state, ui::Rect rect) {
    ui::Row row(rect);
    std::array<std::string, 2> const labels{tr("Contacts"), tr("Companies")};
    int index = state.location.page == Page::companies ? 1 : 0;
    if (ui::segmented(tr("Clients"), labels, index)) state.open_page(index == 1 ? Page::companies : Page::contacts);
}

}  // namespace

void client_list(ShellState& state, ui::Rect area, Entity entity) {
    bool const contacts = entity == Entity::contact;
    if (ui::is_phone()) which_clients(state, area.cut_top(52).inset({16, 8, 16, 4}));
    ui::Group region(ui::Role::region, contacts ? tr("Contacts") : tr("Companies"), {.rect = area});
    std::vector<app::ListRow> found;
    if (!state.search.empty()) {
        found = state.workspace.search(state.search, 1'000);
        std::erase_if(found, [&](app::ListRow const& row) { return row.record.entity != entity; });
    }
    auto const& rows = state.search.empty() ? state.workspace.list(entity) : found;
    float const pad = ui::is_phone() ? 8.f : 12.f;
    if (rows.empty()) {
        ui::Column column(area.inset({pad, 80, pad, 0}), {.align = ui::Align::center});
        if (!state.search.empty())
            ui::empty_state(ui::Icon::search, trf("Nothing found for “{0}”", {state.search}), tr("Try a name, a phone, an e-mail or a word of the title."));
        else if (contacts)
            ui::empty_state(ui::Icon::contacts, tr("No contacts yet"), tr("They appear when a lead is converted, or when you import a file as contacts."));
        else
            ui::empty_state(ui::Icon::companies, tr("No companies yet"), tr("They appear when a lead that names a company is converted, or when you import a file as companies."));
        return;
    }
    ui::Scroll scroll("clients", {.rect = area, .pad = {pad, 12, pad, 24}, .gap_px = 0});
    ui::Group list(ui::Role::list, contacts ? trn("{0} contact", "{0} contacts", int64_t(rows.size()))
                                            : trn("{0} company", "{0} companies", int64_t(rows.size())),
                   {.set_size = int(rows.size())});
    ui::VirtualRows virtual_rows(int(rows.size()), row_px);
    for (int i = virtual_rows.visible().first; i < virtual_rows.visible().last; ++i)
        client_row(state, rows[size_t(i)], virtual_rows.rect(i), i + 1, int(rows.size()));
}

}  // namespace leadkeep::views
