// The gallery: what is pressed, typed into and chosen from.
#include <array>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/gallery.h"

namespace leadkeep::views {
namespace {

void labelled(std::string_view text) {
    ui::gap(6);
    ui::text(text, ui::TextStyle::small_medium, ui::Token::text2);
}

void button_rows() {
    labelled(tr("Kinds"));
    {
        ui::Row row({.wrap = true});
        ui::primary_button(tr("Add lead"));
        ui::button(tr("Cancel"));
        ui::button(tr("Show all"), {.kind = ui::ButtonKind::ghost});
        ui::button(tr("Delete"), {.kind = ui::ButtonKind::danger});
        ui::button(tr("Call"), {.icon = ui::Icon::phone});
        ui::button(tr("Only mine"), {.pressed = ui::Tristate::on});
    }
    labelled(tr("Not available"));
    {
        ui::Scope scope("disabled");
        ui::Row row({.wrap = true});
        ui::button(tr("Add lead"), {.kind = ui::ButtonKind::primary, .enabled = false, .description = tr("Fill in the title first")});
        ui::button(tr("Cancel"), {.enabled = false});
        ui::button(tr("Show all"), {.kind = ui::ButtonKind::ghost, .enabled = false});
        ui::button(tr("Delete"), {.kind = ui::ButtonKind::danger, .enabled = false});
        ui::icon_button(ui::Icon::trash, tr("Delete"), {.kind = ui::ButtonKind::ghost, .enabled = false, .id = "bin"});
    }
    labelled(tr("Small ones"));
    ui::Row row({.gap_px = 12, .wrap = true});
    ui::icon_button(ui::Icon::plus, tr("Add"));
    ui::icon_button(ui::Icon::calendar, tr("Calendar"), {.kind = ui::ButtonKind::secondary});
    ui::icon_button(ui::Icon::check, tr("Done"), {.kind = ui::ButtonKind::primary});
    ui::text_button(tr("More fields"), ui::LinkLook::accent, ui::Icon::chevron_down);
    ui::text_button(tr("Quick lead"), ui::LinkLook::quiet, ui::Icon::plus);
}

void single_fields(GalleryState& state) {
    ui::Grid grid({.columns = 3, .row_gap_px = 16, .min_column_px = 240});
    if (auto const e = ui::text_field(tr("Name"), state.name, {.required = true}); e.committed()) state.name = e.text;
    ui::text_field(tr("Empty"), "", {.placeholder = tr("What is it about?"), .hint = tr("A few words are enough.")});
    if (auto const e = ui::text_field(tr("E-mail"), state.email, {.kind = ui::TextKind::email, .error = tr("This is not an e-mail address")}); e.committed())
        state.email = e.text;
    ui::text_field(tr("Not available"), state.name, {.enabled = false});
    if (auto const e = ui::text_field(tr("Long text"), state.long_text); e.committed()) state.long_text = e.text;
    ui::text_field(tr("Search"), "", {.kind = ui::TextKind::search, .placeholder = tr("Search"), .icon = ui::Icon::search});
    if (auto const e = ui::money_field(tr("Amount"), state.amount, "RUB"); e.committed()) state.amount = e.value;
    if (auto const e = ui::number_field(tr("Number"), state.count); e.committed()) state.count = e.value;
    if (auto const e = ui::text_field(tr("As on a card"), state.read, {.look = ui::FieldLook::read_inline}); e.committed()) state.read = e.text;
    if (auto const e = ui::date_field(tr("Date"), state.due); e.committed()) state.due = e.value;
    if (auto const e = ui::date_field(tr("Date and time"), state.moment, ui::DateKind::date_time); e.committed()) state.moment = e.value;
    ui::date_field(tr("No date"), "", ui::DateKind::date, {.placeholder = tr("not set"), .enabled = false});
}

}  // namespace

void gallery_actions(GalleryState& state) {
    button_rows();
    labelled(tr("Filters"));
    {
        ui::Row row({.wrap = true});
        if (ui::chip(tr("Only mine"), state.chip) != ui::ChipAnswer::none) state.chip = !state.chip;
        ui::chip(tr("Overdue"), false);
        ui::chip(tr("Source: Web site"), true, true);
    }
    labelled(tr("One of a few"));
    std::array<std::string, 3> const views{tr("Board"), tr("List"), tr("Calendar")};
    ui::segmented(tr("View"), views, state.segment);
    std::array<std::string, 3> const tabs{tr("Timeline"), tr("Files"), tr("History")};
    ui::tabs(tr("Parts of a card"), tabs, state.tab);
    std::array<ui::StageSegment, 4> const stages{{{tr("Not processed"), ui::Rgba::hex(0x00C4FB)}, {tr("In progress"), ui::Rgba::hex(0x47D1E2)},
                                                  {tr("Quality lead"), ui::Rgba::hex(0x39A845)}, {tr("Junk lead"), ui::Rgba::hex(0xFF5752)}}};
    ui::gap(4);
    if (int const stage = ui::stage_bar(tr("Stages"), stages, state.stage); stage >= 0) state.stage = stage;
}

void gallery_fields(GalleryState& state) {
    single_fields(state);
    ui::gap(4);
    if (auto const e = ui::text_field(tr("Comment"), state.comments, {.kind = ui::TextKind::multiline}); e.committed()) state.comments = e.text;
    std::array<std::string, 6> const known{tr("VIP"), tr("Repeat customer"), tr("Partner"), tr("From the exhibition"), tr("Urgent"), tr("Wholesale")};
    if (auto const e = ui::tag_field(tr("Tags"), state.tags, {.known = known, .placeholder = tr("Add a tag")}); e.changed) state.tags = e.tags;
    ui::Scope scope("second");
    ui::Grid grid({.columns = 2, .min_column_px = 240});
    if (auto const e = ui::tag_field(tr("No tags yet"), state.no_tags, {.known = known, .placeholder = tr("Add a tag")}); e.changed) state.no_tags = e.tags;
    ui::tag_field(tr("Not available"), known, {.enabled = false});
}

void gallery_choices(GalleryState& state) {
    std::array<ui::SelectOption, 3> const sources{{{tr("Web site"), {}, ui::Rgba::hex(0x3350F0)}, {tr("Phone call"), tr("most of them"), ui::Rgba::hex(0x39A845)},
                                                   {tr("Exhibition"), {}, ui::Rgba::hex(0xF5A524)}}};
    std::vector<ui::SelectOption> cities;
    for (char const* city : {tr("Moscow"), tr("Kazan"), tr("Nizhny Novgorod"), tr("Berlin"), tr("London"), tr("Almaty"), tr("Tbilisi"), tr("Yerevan"), tr("Minsk")})
        cities.push_back({city});
    ui::Grid grid({.columns = 3, .row_gap_px = 16, .min_column_px = 240});
    ui::select(tr("Source"), sources, state.source);
    ui::select(tr("City"), cities, state.city, {.placeholder = tr("with a search"), .clearable = true});
    ui::select(tr("Not chosen"), sources, state.page_size, {.placeholder = tr("Choose"), .error = tr("Choose one of them")});
    {
        ui::Column column({.gap_px = 6});
        ui::checkbox(tr("Send an e-mail"), state.checked);
        ui::checkbox(tr("Skip duplicates"), state.unchecked);
        bool fixed = true;
        ui::checkbox(tr("Always on"), fixed, false);
    }
    {
        ui::Column column({.gap_px = 6});
        ui::toggle(tr("Keep backups"), state.on, tr("Before each import and merge."));
        ui::toggle(tr("Sounds"), state.off);
    }
    std::array<ui::RadioOption, 3> const modes{{{tr("Classic"), tr("Leads first, deals after them.")}, {tr("Simple"), tr("Deals at once.")},
                                                {tr("Custom"), tr("Comes later."), false}}};
    ui::radio_group(tr("Mode"), modes, state.radio);
}

}  // namespace leadkeep::views
