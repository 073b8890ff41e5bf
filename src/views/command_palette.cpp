#include "views/command_palette.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/i18n.h"
#include "domain/name_fold.h"
#include "ui/app_frame.h"
#include "ui/widgets.h"
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
    all.push_back(action(tr("Undo"), Icon::undo, "Ctrl+Z", [](ShellState& open) { open.commands.push(app::Undo{}); }));
    all.push_back(action(tr("Redo"), Icon::redo, "Ctrl+Shift+Z", [](ShellState& open) { open.commands.push(app::Redo{}); }));
    all.push_back(action(tr("Import CSV"), Icon::upload, {}, choose_import_file));
    all.push_back(action(tr("Import JSON"), Icon::sync, {}, choose_sync_file));
    all.push_back(action(tr("Export sync file"), Icon::download, {}, save_sync_file));
    if (state.services.database_file) all.push_back(action(tr("Save a backup"), Icon::download, {}, save_backup));
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
    section(tr("Trash"), SettingsSection::trash);
    section(tr("About"), SettingsSection::about);
    return all;
}

std::vector<Entry> records(ShellState& state, std::string const& text) {
    std::string_view const group = tr("Found");
    std::vector<Entry> all;
    for (app::ListRow& row : state.workspace.search(text, most_records))
        all.push_back({{.label = std::move(row.title), .detail = std::move(row.detail), .icon = icon_of(row.record.entity), .group = group},
                       [record = row.record](ShellState& open) { open.open_card(record); }});
    return all;
}

// Every word of the text begins a word of the label.
bool is_named(std::string const& label, std::string const& folded_text) {
    std::string const folded = " " + fold_name(label);
    for (size_t at = 0; at < folded_text.size();) {
        size_t const end = std::min(folded_text.find(' ', at), folded_text.size());
        if (end > at && folded.find(" " + folded_text.substr(at, end - at)) == std::string::npos) return false;
        at = end + 1;
    }
    return true;
}

std::vector<Entry> entries_for(ShellState& state, std::string const& text) {
    std::vector<Entry> shown;
    std::string const folded = fold_name(text);
    for (auto& list : {actions(state), places(state)})
        for (auto const& entry : list)
            if (folded.empty() || is_named(entry.row.label, folded)) shown.push_back(entry);
    if (folded.empty()) return shown;
    for (auto& entry : records(state, text)) shown.push_back(std::move(entry));
    return shown;
}

}  // namespace

void open_command_palette(ShellState& state) {
    ui::finish_edit();
    state.palette.emplace();
    ui::request_frame();
}

void command_palette(ShellState& state) {
    if (!state.palette) return;
    std::vector<Entry> entries = entries_for(state, state.palette->text);
    std::vector<ui::PaletteRow> rows;
    rows.reserve(entries.size());
    for (auto& entry : entries) rows.push_back(entry.row);
    std::string const nothing = trf("Nothing found for “{0}”", {state.palette->text});
    auto const end = ui::palette(tr("Find or do"), *state.palette, rows,
                                 {.placeholder = tr("A name, phone, company, page or action"), .nothing_found = nothing});
    if (end == ui::PaletteEnd::open) return;
    auto const run = end == ui::PaletteEnd::taken ? std::move(entries[size_t(state.palette->chosen)].run) : nullptr;
    state.palette.reset();
    ui::request_frame();
    if (run) run(state);
}

}  // namespace leadkeep::views
