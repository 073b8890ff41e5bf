// Settings, Data: what comes in and goes out as files.
#include "app/export_csv.h"
#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/import_view.h"
#include "views/settings_view.h"
#include "views/shell_state.h"
#include "views/sync_view.h"

namespace leadkeep::views {
namespace {

void save_csv(ShellState& state, exchange::ImportAs what, std::string_view name) {
    auto const csv = app::export_csv(state.workspace, what);
    if (!csv) return show_error(csv.error());
    state.services.download(std::string(name) + "-" + app::today_iso() + ".csv", "text/csv;charset=utf-8", *csv);
}

void csv_menu(ShellState& state) {
    if (ui::button(tr("Export CSV"), {.icon = ui::Icon::download})) ui::open_popup("export-csv");
    ui::Menu menu("export-csv", tr("Export CSV"));
    if (!menu) return;
    using exchange::ImportAs;
    if (!state.simple() && ui::menu_item(tr("Leads"), ui::Icon::leads)) save_csv(state, ImportAs::leads, "leads");
    if (ui::menu_item(tr("Deals"), ui::Icon::deals)) save_csv(state, ImportAs::deals, "deals");
    if (ui::menu_item(tr("Contacts"), ui::Icon::contacts)) save_csv(state, ImportAs::contacts, "contacts");
    if (ui::menu_item(tr("Companies"), ui::Icon::companies)) save_csv(state, ImportAs::companies, "companies");
}

}  // namespace

void data_settings(ShellState& state) {
    ui::section(tr("Bring in"));
    ui::paragraph(tr("A spreadsheet or another CRM's export (CSV), or the sync file of your other device (JSON). You can also drop the file anywhere on this window."));
    {
        ui::Row row({.wrap = true, .id = "in"});
        if (ui::button(tr("Import CSV"), {.icon = ui::Icon::upload})) choose_import_file(state);
        if (ui::button(tr("Import JSON"), {.icon = ui::Icon::sync})) choose_sync_file(state);
    }
    ui::gap(8);
    ui::section(tr("Take out"));
    ui::paragraph(tr("The sync file holds everything: import it on another device, both ways, as often as you like. CSV opens in any spreadsheet."));
    {
        ui::Row row({.wrap = true, .id = "out"});
        if (ui::button(tr("Export sync file"), {.icon = ui::Icon::download})) save_sync_file(state);
        csv_menu(state);
    }
}

}  // namespace leadkeep::views
