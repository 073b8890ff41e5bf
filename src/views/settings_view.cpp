#include "views/settings_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

constexpr float text_width_px = 640;

void trash_row(ShellState& state, app::ListRow const& row, ui::Rect rect, int position, int total) {
    ui::Scope scope(row.record.id.to_string());
    std::string const detail = row.detail + " · " + row.right;
    ui::Group item(ui::Role::listitem, row.title, {.rect = rect, .description = detail, .set_size = total, .position = position});
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    std::string const restore = tr("Restore");
    float const restore_px = ui::button_width(restore, ui::Icon::restore);
    ui::next_rect(ui::Rect{rect.right() - restore_px, rect.y + (rect.h - 34) / 2, restore_px, 34});
    if (ui::button(restore, {.icon = ui::Icon::restore})) state.commands.push(app::RestoreFromTrash{{row.record}});
    ui::Rect text = rect;
    text.cut_right(restore_px + 12);
    ui::Rect const title = text.cut_top(rect.h / 2 + 2);
    ui::draw_text({title.x, title.bottom() - 20, title.w, 18}, row.title, ui::TextStyle::body_medium, ui::color(ui::Token::text1));
    ui::draw_text({text.x, text.y, text.w, 16}, detail, ui::TextStyle::small, ui::color(ui::Token::text2));
}

// The tabs; where they are wider than the screen they scroll, and the chosen one is in sight.
bool parts(ui::Rect rect, std::span<std::string const> labels, int& section) {
    constexpr float between_px = 16;
    float length = 0, chosen_x = 0, chosen_w = 0;
    for (size_t i = 0; i < labels.size(); ++i) {
        float const label_px = std::ceil(ui::text_width(labels[i], ui::TextStyle::body_medium));
        if (int(i) == section) chosen_x = length, chosen_w = label_px;
        length += label_px + between_px;
    }
    if (length - between_px <= rect.w) {
        ui::Row row(rect);
        return ui::tabs(tr("Part of the settings"), labels, section);
    }
    ui::Scroll scroll("parts", {.rect = rect, .axis = ui::ScrollAxis::horizontal, .content_px = length});
    ui::Rect const content{scroll.content().x, rect.y + (rect.h - 38) / 2, length, 38};
    ui::next_rect(content);
    bool const changed = ui::tabs(tr("Part of the settings"), labels, section);
    static int shown_section = -1;  // only a change brings the tab into sight: after that the person may scroll
    if (std::exchange(shown_section, section) != section) scroll.reveal({content.x + chosen_x - between_px, rect.y, chosen_w + 2 * between_px, rect.h});
    return changed;
}

}  // namespace

void next_setting_width() {
    if (!ui::is_phone()) ui::next_width(320);
}

void trash_settings(ShellState& state) {
    auto const& rows = state.workspace.trash();
    if (rows.empty()) {
        ui::empty_state(ui::Icon::trash, tr("The trash is empty"), tr("What you delete waits here and can be restored."));
        return;
    }
    ui::paragraph(tr("What you deleted waits here. Restoring puts it back where it was."));
    ui::Group list(ui::Role::list, tr("Trash"), {.set_size = int(rows.size())});
    ui::VirtualRows virtual_rows(int(rows.size()), 58);
    for (int i = virtual_rows.visible().first; i < virtual_rows.visible().last; ++i)
        trash_row(state, rows[size_t(i)], virtual_rows.rect(i), i + 1, int(rows.size()));
}

void about_settings(ShellState& state) {
    ui::heading("Leadkeep", 2);
    if (!state.services.version.empty()) ui::text(trf("Version {0}", {state.services.version}), ui::TextStyle::body, ui::Token::text2);
    ui::gap(4);
    ui::paragraph(tr("A CRM for leads and deals that lives in one browser tab. It needs no server and no account, and it works offline."));
    ui::paragraph(tr("Your data stays in this browser on this device. Export the sync file now and then: it is your backup and the way to "
                     "another device."));
    ui::gap(4);
    if (ui::button(tr("Keyboard keys"), {.icon = ui::Icon::keyboard})) state.keys_help_open = true;
}

void settings_view(ShellState& state, ui::Rect area) {
    float const pad = ui::is_phone() ? 16.f : 24.f;
    ui::Group region(ui::Role::region, tr("Settings"), {.rect = area});
    ui::Rect head = area.cut_top(52);
    ui::fill(head, ui::color(ui::Token::bg));
    std::array<std::string, 7> const labels{tr("General"), tr("Data"), tr("Storage"), tr("Devices"), conflicts_label(state), tr("Trash"), tr("About")};
    int section = int(state.location.section);
    if (parts(head.inset({pad, 8, pad, 0}), labels, section)) {
        Location location = state.location;
        location.section = SettingsSection(section);
        state.go(location, RouteStep::replace);
    }
    ui::Scope scope(int64_t{section});
    float const right = std::max(pad, area.w - pad - text_width_px);
    ui::Scroll scroll("settings", {.rect = area, .pad = {pad, 16, right, 40}, .gap_px = 10});
    switch (state.location.section) {
        case SettingsSection::general: general_settings(state); break;
        case SettingsSection::data: data_settings(state); break;
        case SettingsSection::storage: storage_settings(state); break;
        case SettingsSection::devices: devices_settings(state); break;
        case SettingsSection::conflicts: conflicts_settings(state); break;
        case SettingsSection::trash: trash_settings(state); break;
        case SettingsSection::about: about_settings(state); break;
    }
}

}  // namespace leadkeep::views
