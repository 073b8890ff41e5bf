// Settings, Data: what comes in and goes out as files, and where it all is kept.
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

void storage_section(ShellState& state) {
    if (!state.services.storage) return;
    StorageView const storage = state.services.storage();
    ui::section(tr("Storage"));
    ui::read_only(tr("Your data"), app::shown_bytes(storage.database_bytes));
    if (storage.used_bytes >= 0 && storage.quota_bytes > 0)
        ui::read_only(tr("The browser's storage"),
                      trf("{0} of {1} used", {app::shown_bytes(storage.used_bytes), app::shown_bytes(storage.quota_bytes)}));
    switch (storage.persistence) {
        case Persistence::granted: ui::paragraph(tr("The browser keeps this data until you delete it."), ui::TextStyle::small); break;
        case Persistence::not_granted:
        case Persistence::unknown:
            ui::paragraph(tr("The browser may clear this data when the disk is full. Ask it to keep the data, and export the sync file now and then."),
                          ui::TextStyle::small);
            if (state.services.ask_persistence && ui::button(tr("Keep my data"), {.icon = ui::Icon::check})) state.services.ask_persistence();
            break;
    }
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
        if (state.services.database_file && ui::button(tr("Save the database"), {.icon = ui::Icon::file}))
            state.services.download("leadkeep-" + app::today_iso() + ".sqlite", "application/vnd.sqlite3", state.services.database_file());
    }
    ui::gap(8);
    storage_section(state);
}

}  // namespace leadkeep::views
