#include "views/client_list.h"

#include <algorithm>
#include <array>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/column_widths.h"
#include "views/record_table.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

// Of the contacts; companies have no position.
enum Column : int { name, beside, job_title };

std::vector<ui::TableColumn> columns_of(Entity entity) {
    bool const contacts = entity == Entity::contact;
    std::vector<ui::TableColumn> all;
    all.push_back({contacts ? tr("Contact") : tr("Company"), 0, ui::Align::start, true});
    all.push_back({contacts ? tr("Company") : tr("Industry"), 210});
    all.push_back({tr("Position"), 170});
    all.push_back({tr("Phone"), 170});
    all.push_back({tr("E-mail"), 210});
    all.push_back({tr("Manager"), 150, ui::Align::start, true});
    if (!contacts) all.erase(all.begin() + job_title);
    return all;
}

app::ListOrder order_of(ui::TableSort const& sort) {
    if (sort.column < 0) return {app::ListBy::created, app::SortOrder::descending};
    return {sort.column == name ? app::ListBy::name : app::ListBy::manager, direction_of(sort)};
}

std::vector<Uuid> const& clients_shown(ShellState& state, Entity entity) {
    auto& list = state.clients;
    if (list.entity != entity) list.sort = {};
    app::ListOrder const order = order_of(list.sort);
    uint64_t const revision = state.workspace.revision();
    if (list.revision == revision && list.entity == entity && list.search == state.search && list.order == order) return list.clients;
    list.revision = revision;
    list.entity = entity;
    list.search = state.search;
    list.order = order;
    list.clients = state.workspace.clients(entity, state.search, order);
    return list.clients;
}

std::string list_name(Entity entity, size_t count) {
    return entity == Entity::contact ? trn("{0} contact", "{0} contacts", int64_t(count)) : trn("{0} company", "{0} companies", int64_t(count));
}

void client_table(ShellState& state, ui::Rect rect, Entity entity, std::vector<Uuid> const& clients) {
    auto const columns = columns_of(entity);
    ui::fill(rect, ui::color(ui::Token::surface));
    KeptWidths widths(state, entity == Entity::contact ? "contacts" : "companies");
    ui::Table table(list_name(entity, clients.size()), columns, int(clients.size()),
                    {.rect = rect, .sort = &state.clients.sort, .widths_px = &widths.px(), .pressable = true});
    for (int i = table.visible().first; i < table.visible().last; ++i) {
        RecordRef const record{entity, clients[size_t(i)]};
        auto const& face = state.workspace.client_face(record);
        record_row(state, table, i, record, face.name);
        table.cell(face.name, ui::Token::text1, ui::TextStyle::body_medium);
        table.cell(face.beside, ui::Token::text2);
        if (entity == Entity::contact) table.cell(face.job_title, ui::Token::text2);
        table.cell(face.phone, ui::Token::text2);
        table.cell(face.email, ui::Token::text2);
        manager_cell(table, face.manager_name, face.manager_initials, face.manager_colour_seed);
    }
}

void client_line(ShellState& state, app::ClientFace const& face, ui::Rect rect, int position, int total) {
    std::string detail = face.beside;
    if (!detail.empty() && !face.way_to_reach.empty()) detail += " · ";
    detail += face.way_to_reach;
    auto const pressed = ui::area(face.name, rect, {.role = ui::Role::listitem, .id = face.record.id.to_string(), .description = detail,
                                                    .set_size = total, .position = position});
    if (pressed.hovered || pressed.focused) ui::fill(rect, ui::color(ui::Token::sunken), ui::control_radius_px);
    ui::line_h(rect.x + 12, rect.bottom() - 1, rect.w - 24, ui::color(ui::Token::line));
    ui::Rect inside = rect.inset(ui::Insets::symmetric(12, 10));
    ui::draw_text(inside.cut_top(20), face.name, ui::TextStyle::body_strong, ui::color(ui::Token::text1));
    ui::draw_text(inside.cut_top(18), detail, ui::TextStyle::body, ui::color(ui::Token::text2));
    if (pressed) state.open_card(face.record);
}

void client_lines(ShellState& state, ui::Rect rect, Entity entity, std::vector<Uuid> const& clients) {
    constexpr float line_px = 58;
    ui::Scroll scroll("clients", {.rect = rect, .pad = {8, 12, 8, 24}, .gap_px = 0});
    int const total = int(clients.size());
    ui::Group list(ui::Role::list, list_name(entity, clients.size()), {.set_size = total});
    ui::VirtualRows lines(total, line_px);
    for (int i = lines.visible().first; i < lines.visible().last; ++i)
        client_line(state, state.workspace.client_face({entity, clients[size_t(i)]}), lines.rect(i), i + 1, total);
}

// A phone's bar has one entry for both lists.
void which_clients(ShellState& state, ui::Rect rect) {
    ui::Row row(rect);
    std::array<std::string, 2> const labels{tr("Contacts"), tr("Companies")};
    int index = state.location.page == Page::companies ? 1 : 0;
    if (ui::segmented(tr("Clients"), labels, index)) state.open_page(index == 1 ? Page::companies : Page::contacts);
}

void no_clients(ShellState& state, ui::Rect rect, Entity entity) {
    ui::Column column(rect.inset({12, 80, 12, 0}), {.align = ui::Align::center});
    if (!state.search.empty())
        ui::empty_state(ui::Icon::search, trf("Nothing found for “{0}”", {state.search}), tr("Try a name, a phone, an e-mail or a word of the title."));
    else if (entity == Entity::contact) {
        if (ui::empty_state(ui::Icon::contacts, tr("No contacts yet"),
                            tr("They appear when a lead is converted or a file is imported as contacts. You can add one by hand, too."), new_client_label(entity)))
            open_client_form(state, entity);
    } else if (ui::empty_state(ui::Icon::companies, tr("No companies yet"),
                               tr("They appear when a lead that names one is converted or a file is imported as companies. You can add one by hand, too."),
                               new_client_label(entity))) {
        open_client_form(state, entity);
    }
}

}  // namespace

void client_list(ShellState& state, ui::Rect area, Entity entity) {
    bool const contacts = entity == Entity::contact;
    if (ui::is_phone()) which_clients(state, area.cut_top(52).inset({16, 8, 16, 4}));
    ui::Group region(ui::Role::region, contacts ? tr("Contacts") : tr("Companies"), {.rect = area});
    auto const& clients = clients_shown(state, entity);
    if (clients.empty()) no_clients(state, area, entity);
    else if (ui::is_phone()) client_lines(state, area, entity, clients);
    else client_table(state, area.inset({20, 16, 20, 16}), entity, clients);
}

}  // namespace leadkeep::views
