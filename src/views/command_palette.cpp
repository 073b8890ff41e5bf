#include "views/command_palette.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/i18n.h"
#include "base/name_fold.h"
#include "ui/app_frame.h"
#include "ui/widgets.h"
#include "views/client_form.h"
#include "views/deal_form.h"
#include "views/enquiry_form.h"
#include "views/import_view.h"
#include "views/settings_view.h"
#include "views/shell_state.h"
#include "views/storage_settings.h"
#include "views/sync_view.h"

namespace leadkeep::views {
namespace {

using ui::Icon;

constexpr int most_records = 40;

struct Entry {
    ui::PaletteRow row;
    std::function<void(ShellState&)> run;
};

Icon icon_of(Entity entity) {
    switch (entity) {
        case Entity::lead: return Icon::leads;
        case Entity::deal: return Icon::deals;
        case Entity::contact: return Icon::contacts;
        default: return Icon::companies;
    }
}

// Everything that can be done from anywhere, the frequent first.
std::vector<Entry> actions(ShellState const& state) {
    std::string_view const group = tr("Actions");
    auto const action = [group](char const* label, Icon icon, std::string_view keys, std::function<void(ShellState&)> run) {
        return Entry{{.label = label, .icon = icon, .keys = keys, .group = group}, std::move(run)};
    };
    std::vector<Entry> all;
    all.push_back(action(new_enquiry_label(state), Icon::plus, "N", open_enquiry_form));
    if (!state.simple()) all.push_back(action(tr("New deal"), Icon::plus, {}, open_deal_form));
    for (Entity const client : {Entity::contact, Entity::company})
        all.push_back(action(new_client_label(client), Icon::plus, {}, [client](ShellState& open) { open_client_form(open, client); }));
    all.push_back(action(tr("Undo"), Icon::undo, "Ctrl+Z", [](ShellState& open) { open.commands.push(app::Undo{}); }));
    all.push_back(action(tr("Redo"), Icon::redo, "Ctrl+Shift+Z", [](ShellState& open) { open.commands.push(app::Redo{}); }));
    all.push_back(action(tr("Import CSV"), Icon::upload, {}, choose_import_file));
    all.push_back(action(tr("Import JSON"), Icon::sync, {}, choose_sync_file));
    all.push_back(action(tr("Export sync file"), Icon::download, {}, save_sync_file));
    if (state.services.database_file) all.push_back(action(tr("Save a backup"), Icon::download, {}, save_backup));
    if (state.board.look == BoardLook::list)
        all.push_back(action(tr("Show as a board"), Icon::board, {}, [](ShellState& open) { prefer_look(open, BoardLook::columns); }));
    else
        all.push_back(action(tr("Show as a list"), Icon::list, {}, [](ShellState& open) { prefer_look(open, BoardLook::list); }));
    all.push_back(action(tr("Light theme"), Icon::sun, {}, [](ShellState& open) { prefer(open, "theme", "light"); }));
    all.push_back(action(tr("Dark theme"), Icon::moon, {}, [](ShellState& open) { prefer(open, "theme", "dark"); }));
    all.push_back(action("English", Icon::language, {}, [](ShellState& open) { prefer(open, "language", "en"); }));
    all.push_back(action("Русский", Icon::language, {}, [](ShellState& open) { prefer(open, "language", "ru"); }));
    all.push_back(action(tr("Keyboard keys"), Icon::keyboard, "?", [](ShellState& open) { open.keys_help_open = true; }));
    return all;
}

std::vector<Entry> places(ShellState const& state) {
    std::string_view const group = tr("Go to");
    std::vector<Entry> all;
    auto const page = [&](char const* label, Icon icon, Page to) {
        all.push_back({{.label = label, .icon = icon, .group = group}, [to](ShellState& open) { open.open_page(to); }});
    };
    auto const section = [&](char const* label, SettingsSection to) {
        all.push_back({{.label = label, .detail = tr("Settings"), .icon = Icon::settings, .group = group},
                       [to](ShellState& open) { open.go({Page::settings, to, std::nullopt}); }});
    };
    if (!state.simple()) page(tr("Leads"), Icon::leads, Page::leads);
    page(tr("Deals"), Icon::deals, Page::deals);
    page(tr("Contacts"), Icon::contacts, Page::contacts);
    page(tr("Companies"), Icon::companies, Page::companies);
    section(tr("General"), SettingsSection::general);
    section(tr("Data"), SettingsSection::data);
    section(tr("Storage"), SettingsSection::storage);
    section(tr("Devices"), SettingsSection::devices);
    section(tr("Conflicts"), SettingsSection::conflicts);
    section(tr("Trash"), SettingsSection::trash);
    section(tr("About"), SettingsSection::about);
    return all;
}

Entry record_entry(app::ListRow const& row) {
    return {{.label = row.title, .detail = row.detail, .icon = icon_of(row.record.entity), .group = tr("Found")},
            [record = row.record](ShellState& open) { open.open_card(record); }};
}

std::vector<Entry> entries_for(ShellState& state, CommandPalette& open) {
    std::string const& text = open.line.text;
    std::string const folded = fold_name(text);
    std::vector<Entry> entries = actions(state);
    for (auto& place : places(state)) entries.push_back(std::move(place));
    std::erase_if(entries, [&](Entry const& entry) { return !words_begin_in(fold_name(entry.row.label), folded); });
    if (open.found_for != text) {
        open.found = state.workspace.search(text, most_records);
        open.found_for = text;
    }
    for (app::ListRow const& row : open.found) entries.push_back(record_entry(row));
    return entries;
}

}  // namespace

void open_command_palette(ShellState& state, std::string_view typed) {
    ui::finish_edit();
    state.palette.emplace();
    state.palette->line.text = typed;
    ui::request_frame();
}

void command_palette(ShellState& state) {
    if (!state.palette) return;
    ui::PaletteState& line = state.palette->line;
    std::vector<Entry> entries = entries_for(state, *state.palette);
    std::vector<ui::PaletteRow> rows;
    rows.reserve(entries.size());
    for (auto& entry : entries) rows.push_back(entry.row);
    std::string const nothing = trf("Nothing found for “{0}”", {line.text});
    auto const end = ui::palette(tr("Find or do"), line, rows,
                                 {.placeholder = tr("A name, phone, company, page or action"), .nothing_found = nothing});
    if (end == ui::PaletteEnd::open) return;
    auto const run = end == ui::PaletteEnd::taken ? std::move(entries[size_t(line.chosen)].run) : nullptr;
    state.palette.reset();
    ui::request_frame();
    if (run) run(state);
}

}  // namespace leadkeep::views
