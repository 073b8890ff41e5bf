// The gallery: what is read, and what lies over the screen.
#include <algorithm>
#include <array>

#include "app/shown.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/gallery.h"

namespace leadkeep::views {
namespace {

std::vector<ui::ChartValue> months() {
    struct Month {
        char const* name;
        int won;
    };
    std::array<Month, 8> const all{{{tr("January"), 12}, {tr("February"), 9}, {tr("March"), 17}, {tr("April"), 0}, {tr("May"), 21}, {tr("June"), 26},
                                    {tr("July"), 19}, {tr("August"), 31}}};
    std::vector<ui::ChartValue> values;
    for (auto const& one : all) values.push_back({one.name, double(one.won), trn("{0} deal", "{0} deals", one.won)});
    return values;
}

std::vector<std::string> numbers(std::vector<double> const& values) {
    std::vector<std::string> shown;
    for (double const one : values) shown.push_back(app::shown_number(int64_t(one)));
    return shown;
}

struct Person {
    char const *name, *phone, *company;
    int deals;
};

void progress_and_status() {
    ui::progress(tr("Importing"), 0.62f, tr("310 of 500"), tr("Cancel"));
    {
        ui::Scope scope("unknown");
        ui::progress(tr("Reading the file"), -1);
    }
    ui::status_line(tr("Saved · offline"), ui::Tone::good);
    ui::read_only(tr("Created"), tr("yesterday at 14:05"));
}

void dialogs(GalleryState& state) {
    auto& open = state.overlay;
    if (open == GalleryOverlay::dialog) {
        ui::Dialog dialog(tr("New lead"));
        if (auto const e = ui::text_field(tr("Title"), state.name, {.autofocus = true}); e.committed()) state.name = e.text;
        if (auto const e = ui::date_field(tr("Date"), state.due); e.committed()) state.due = e.value;
        if (auto const e = ui::tag_field(tr("Tags"), state.tags, {.placeholder = tr("Add a tag")}); e.changed) state.tags = e.tags;
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel")) || ui::primary_button(tr("Add lead")) || dialog.dismissed()) open = GalleryOverlay::none;
    } else if (open == GalleryOverlay::question) {
        ui::Dialog dialog(tr("Delete the column?"), {.kind = ui::DialogKind::alert, .width_px = 420});
        ui::paragraph(tr("Its 12 leads move to “Not processed”."));
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel")) || ui::button(tr("Delete"), {.kind = ui::ButtonKind::danger}) || dialog.dismissed()) open = GalleryOverlay::none;
    } else if (open == GalleryOverlay::panel) {
        ui::SidePanel panel(tr("Side panel"), {.width_px = 420});
        ui::Column inside(panel.area().inset(24), {.gap_px = 14});
        ui::heading(tr("Side panel"), 2);
        ui::paragraph(tr("A card lies over its board like this."));
        if (ui::button(tr("Close")) || panel.dismissed()) open = GalleryOverlay::none;
    }
}

}  // namespace

void gallery_charts() {
    auto const values = months();
    std::vector<std::string> labels;
    for (auto const& one : values) labels.push_back(one.label);
    std::vector<double> const fresh{40, 52, 47, 61, 58, 73, 66, 90}, won{12, 9, 17, 0, 21, 26, 19, 31};
    std::array<ui::ChartSeries, 2> const series{{{tr("New leads"), fresh, numbers(fresh)},
                                                 {tr("Won deals"), won, numbers(won), ui::color(ui::Token::good)}}};
    {
        ui::Grid grid({.columns = 2, .gap_px = 24, .row_gap_px = 20, .min_column_px = 320});
        ui::bar_chart(tr("Won deals by month"), values);
        ui::line_chart(tr("Leads and deals"), labels, series);
        std::array<ui::ChartValue, 4> const steps{{{tr("Not processed"), 487, app::shown_number(487)}, {tr("In progress"), 312, app::shown_number(312)},
                                                   {tr("Quality lead"), 140, app::shown_number(140)}, {tr("Won deals"), 31, app::shown_number(31)}}};
        ui::funnel_chart(tr("Funnel"), steps);
        ui::Scope scope("empty");
        ui::bar_chart(tr("Won deals by month"), {}, {.height_px = 160, .nothing = tr("No deals were won in this time")});
    }
    ui::Row row({.gap_px = 10});
    ui::text(tr("Leads a week"), ui::TextStyle::body, ui::Token::text2);
    ui::sparkline(tr("Leads a week"), fresh, trf("now {0}", {app::shown_number(90)}));
    ui::text(app::shown_number(90), ui::TextStyle::body_strong);
}

void gallery_table(GalleryState& state) {
    std::vector<Person> people{{tr("Anna Orlova"), "+7 912 345-67-89", tr("Horns and Hooves"), 3},
                               {tr("Boris Vishnevsky-Konstantinopolsky"), "+7 495 123-45-67", tr("North-West Construction Materials"), 12},
                               {tr("Vera Chen"), "+44 20 7946 0958", "", 0}};
    std::vector<ui::TableColumn> const columns{{tr("Name"), 200, ui::Align::start, true}, {tr("Phone"), 160}, {tr("Company"), 220},
                                               {tr("Deals"), 90, ui::Align::end, true}};
    std::stable_sort(people.begin(), people.end(), [&](Person const& a, Person const& b) {
        bool const less = state.sort.column == 3 ? a.deals < b.deals : std::string_view(a.name) < b.name;
        bool const greater = state.sort.column == 3 ? b.deals < a.deals : std::string_view(b.name) < a.name;
        return state.sort.order == ui::SortOrder::ascending ? less : greater;
    });
    ui::Rect const at = ui::place(0, 34 + 3 * 40);
    {
        ui::Table table(tr("People"), columns, int(people.size()), {.rect = at, .sort = &state.sort, .widths_px = &state.widths_px, .pressable = true});
        for (int i = table.visible().first; i < table.visible().last; ++i) {
            Person const& one = people[size_t(i)];
            table.row(i, one.name);
            table.cell(one.name, ui::Token::text1, ui::TextStyle::body_medium);
            table.cell(one.phone, ui::Token::text2);
            table.cell(one.company, ui::Token::text2);
            table.cell(app::shown_number(one.deals));
        }
    }
}

void gallery_messages(GalleryState& state) {
    ui::banner(ui::Tone::neutral, tr("A new version is ready."), {.action = tr("Update"), .dismissible = true});
    ui::banner(ui::Tone::good, tr("500 of 500 rows were imported."));
    ui::banner(ui::Tone::warning, tr("Another tab is writing; this one only reads."), {.action = tr("Work here")});
    ui::banner(ui::Tone::bad, tr("Saving fails: the disk is full. Free some space, then try again."), {.action = tr("Try again")});
    ui::gap(6);
    progress_and_status();
    if (ui::empty_state(ui::Icon::leads, tr("No leads yet"), tr("Add the first one by hand, or import a spreadsheet."), tr("Import CSV")))
        state.overlay = GalleryOverlay::dialog;
}

void gallery_marks() {
    {
        ui::Row row({.gap_px = 12, .wrap = true});
        ui::avatar("AO", 1, tr("Anna Orlova"));
        ui::avatar("BV", 2, tr("Boris Vishnevsky-Konstantinopolsky"), 32);
        ui::avatar("VC", 3, tr("Vera Chen"), 44);
        for (int const score : {12, 55, 91}) ui::score_ring(score, 30);
        ui::pill(tr("Overdue 2 h"), ui::Tone::bad);
        ui::pill(tr("Today 15:00"), ui::Tone::warning);
        ui::pill(tr("Won"), ui::Tone::good);
        ui::pill(tr("New"), ui::Tone::accent);
        ui::pill(tr("Nothing planned"));
        ui::key_cap("Ctrl K");
    }
    ui::Row row({.gap_px = 14, .wrap = true});
    for (int i = 1; i < int(ui::Icon::count_); ++i) ui::icon(ui::Icon(i), ui::Token::text2, 20);
}

void gallery_overlays(GalleryState& state) {
    {
        ui::Row row({.wrap = true});
        if (ui::button(tr("Dialog"))) state.overlay = GalleryOverlay::dialog;
        if (ui::button(tr("Question"))) state.overlay = GalleryOverlay::question;
        if (ui::button(tr("Side panel"))) state.overlay = GalleryOverlay::panel;
        if (ui::button(tr("Note"))) ui::toast(tr("Moved to “In progress”"), tr("Undo"));
        if (ui::button(tr("Menu"))) ui::open_popup("menu");
        if (ui::Menu menu("menu", tr("Menu")); menu) {
            ui::menu_item(tr("Rename"), ui::Icon::edit);
            ui::menu_item(tr("Copy"), ui::Icon::copy, {.keys = "Ctrl+C"});
            ui::menu_item(tr("Only mine"), ui::Icon::none, {.checked = ui::Tristate::on});
            ui::menu_item(tr("Not available"), ui::Icon::merge, {.enabled = false});
            ui::menu_separator();
            ui::menu_item(tr("Delete"), ui::Icon::trash, {.tone = ui::Tone::bad});
        }
    }
    dialogs(state);
}

}  // namespace leadkeep::views
