// Settings, Devices: what this one is called, the others, and what waits for each.
#include <algorithm>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/settings_view.h"
#include "views/shell_state.h"
#include "views/sync_view.h"

namespace leadkeep::views {
namespace {

constexpr float line_px = 62, button_px = 34;

std::string called(app::DeviceView const& device) {
    if (device.name.empty()) return device.person.empty() ? tr("Device without a name") : device.person;
    return device.person.empty() ? device.name : device.name + " · " + device.person;
}

std::string standing(app::DeviceView const& device) {
    if (!device.has_confirmed) return tr("Has sent no file yet: give it everything.");
    if (device.waiting == 0) return tr("Has everything that is here.");
    return trn("{0} change waits for it.", "{0} changes wait for it.", device.waiting);
}

void this_device(ShellState& state, app::DeviceView const& own) {
    ui::section(tr("This device"));
    next_setting_width();
    auto const edit = ui::text_field(tr("What it is called"), own.name,
                                     {.placeholder = tr("Laptop, phone…"), .hint = tr("The others see it on the changes that come from here."), .max_length = 200});
    if (edit.committed() && edit.text != own.name) state.commands.push(app::NameDevice{edit.text});
}

void device_line(ShellState& state, app::DeviceView const& device, ui::Rect rect, int position, int total) {
    ui::Scope scope(device.id.to_string());
    std::string const name = called(device), detail = standing(device);
    ui::Group item(ui::Role::listitem, name, {.rect = rect, .description = detail, .set_size = total, .position = position});
    ui::line_h(rect.x, rect.bottom() - 1, rect.w, ui::color(ui::Token::line));
    ui::Rect text = rect;
    if (device.has_confirmed && device.waiting > 0) {
        char const* const save = tr("Save changes");
        ui::Rect const at = text.cut_right(ui::button_width(save, ui::Icon::download));
        ui::next_rect({at.x, at.y + (at.h - button_px) / 2, at.w, button_px});
        if (ui::button(save, {.icon = ui::Icon::download})) save_changes_for(state, device);
        text.cut_right(12);
    }
    ui::Rect const title = text.cut_top(rect.h / 2 + 2);
    ui::draw_text({title.x, title.bottom() - 20, title.w, 18}, name, ui::TextStyle::body_medium, ui::color(ui::Token::text1));
    ui::Token const ink = device.has_confirmed && device.waiting == 0 ? ui::tone_pair(ui::Tone::good).text : ui::Token::text2;
    ui::draw_text({text.x, text.y, text.w, 16}, detail, ui::TextStyle::small, ui::color(ink));
}

}  // namespace

void devices_settings(ShellState& state) {
    auto const& devices = state.workspace.devices();
    this_device(state, devices.own);
    ui::gap(12);
    ui::section(tr("Other devices"));
    if (devices.others.empty())
        ui::paragraph(tr("None yet. Save everything here, open the file on the other device, and bring its file in here: from then on only changes need to travel."));
    else {
        int const total = int(devices.others.size());
        ui::Group list(ui::Role::list, tr("Other devices"), {.set_size = total});
        ui::VirtualRows lines(total, line_px);
        for (int i = lines.visible().first; i < lines.visible().last; ++i) device_line(state, devices.others[size_t(i)], lines.rect(i), i + 1, total);
    }
    ui::gap(4);
    ui::Row row({.wrap = true});
    if (ui::button(tr("Save everything"), {.icon = ui::Icon::download})) save_sync_file(state);
    if (ui::button(tr("Bring in a file"), {.icon = ui::Icon::upload})) choose_sync_file(state);
}

}  // namespace leadkeep::views
