// The calendar of date fields.
#include "ui/calendar.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/i18n.h"
#include "platform/locale.h"
#include "ui/buttons.h"
#include "ui/interact.h"
#include "ui/label.h"
#include "ui/overlays.h"
#include "ui/paint.h"
#include "ui/typed_values.h"

namespace leadkeep::ui {

namespace {

constexpr float weekday_row_px = 24, times_width_px = 104, part_gap_px = 10, pad_px = 10;
constexpr int step_min = 15, usual_minute = 10 * 60;
constexpr int first_year = 1800, last_year = 2200;

float cell_px() { return coarse_pointer() ? touch_target_px : 38; }
float grid_height_px() { return weekday_row_px + 6 * cell_px(); }
bool times_beside() { return !is_phone(); }

std::string month_name(int month) {
    static constexpr char const* names[] = {tr_mark("January"), tr_mark("February"), tr_mark("March"), tr_mark("April"),
                                            tr_mark("May"), tr_mark("June"), tr_mark("July"), tr_mark("August"),
                                            tr_mark("September"), tr_mark("October"), tr_mark("November"), tr_mark("December")};
    return tr(names[month - 1]);
}

// The same day of another month, or that month's last.
Day months_later(Day day, int months) {
    int const all = day.year * 12 + day.month - 1 + months;
    Day moved{all / 12, all % 12 + 1, day.day};
    moved.day = std::min(moved.day, days_in_month(moved.year, moved.month));
    return moved;
}

// 0 the first day of the person's week.
int weekday_of(int64_t day) {
    int const from_monday = int((day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    return (from_monday - (platform::first_day_of_week() - 1) + 7) % 7;
}

void go_to(Day day) {
    if (day.year < first_year || day.year > last_year) return;
    CalendarCursor& cursor = ctx().calendar;
    Day const before = day_of(cursor.day);
    cursor.day = days_of(day);
    if (before.month != day.month || before.year != day.year) say(month_name(day.month) + " " + std::to_string(day.year));
}

// A month or a year with a button at each side of it.
void stepper(Rect rect, std::string const& shown, char const* back, char const* forth, int months) {
    float const button_px = coarse_pointer() ? touch_target_px : control_px;
    Day const day = day_of(ctx().calendar.day);
    next_rect(rect.cut_left(button_px));
    if (icon_button(Icon::chevron_left, back)) go_to(months_later(day, -months));
    next_rect(rect.cut_right(button_px));
    if (icon_button(Icon::chevron_right, forth)) go_to(months_later(day, months));
    record(Role::text, shown, rect);
    draw_text(rect, shown, TextStyle::body_strong, color(Token::text1), Align::center);
}

void month_and_year() {
    Day const day = day_of(ctx().calendar.day);
    float const height = coarse_pointer() ? touch_target_px : control_px;
    Rect row = take(cell_px() * 7, height);
    Rect const year = row.cut_right(std::floor(row.w * 0.44f));
    stepper(row, month_name(day.month), tr("Previous month"), tr("Next month"), 1);
    stepper(year, std::to_string(day.year), tr("Previous year"), tr("Next year"), 12);
}

// The focused day's keys, as assistive tools know them from grids of dates.
void walk_days(uint32_t focused_cell) {
    Context& c = ctx();
    if (c.focus != focused_cell || c.key.empty()) return;
    int64_t const day = c.calendar.day;
    int const weekday = weekday_of(day);
    bool const years = c.key_event.shift;
    if (take_key("ArrowLeft")) go_to(day_of(day - 1));
    else if (take_key("ArrowRight")) go_to(day_of(day + 1));
    else if (take_key("ArrowUp")) go_to(day_of(day - 7));
    else if (take_key("ArrowDown")) go_to(day_of(day + 7));
    else if (take_key("Home")) go_to(day_of(day - weekday));
    else if (take_key("End")) go_to(day_of(day + 6 - weekday));
    else if (take_key("PageUp")) go_to(months_later(day_of(day), years ? -12 : -1));
    else if (take_key("PageDown")) go_to(months_later(day_of(day), years ? 12 : 1));
    else return;
    c.wanted_focus = id_of(iso_day(day_of(c.calendar.day)));
    c.last_in_group.erase(id_of("days"));
}

void weekday_row(Rect area) {
    static constexpr char const* names[] = {tr_mark("Mo"), tr_mark("Tu"), tr_mark("We"), tr_mark("Th"), tr_mark("Fr"), tr_mark("Sa"), tr_mark("Su")};
    Node const& row = record(Role::row, {}, {area.x, area.y, area.w, weekday_row_px}, id_of("weekdays"));
    open_node(row.id);
    for (int i = 0; i < 7; i++) {
        char const* const name = tr(names[(platform::first_day_of_week() - 1 + i) % 7]);
        Rect const at{area.x + float(i) * cell_px(), area.y, cell_px(), weekday_row_px - 4};
        record(Role::columnheader, name, at);
        draw_text(at, name, TextStyle::label, color(Token::text3), Align::center);
    }
    close_node();
}

bool day_cell(Day day, Rect cell, std::optional<Day> chosen) {
    Rect const at = cell.inset(1);
    std::string const iso = iso_day(day);
    bool const current = chosen && *chosen == day, now = day == today();
    Node& node = record(Role::gridcell, platform::format_calendar_date(iso, platform::DateForm::spelled), at, id_of(iso));
    node.states.selected = current ? Tristate::on : Tristate::off;
    node.states.current = now;
    Response const r = interact(node.id, at, {.entry = days_of(day) == ctx().calendar.day});
    if (current) fill(at, color(Token::accent), control_radius_px);
    else if (r.hovered) fill(at, color(Token::sunken), control_radius_px);
    Token const ink = current ? Token::on_accent : now ? Token::accent : Token::text1;
    draw_text(at, std::to_string(day.day), now || current ? TextStyle::body_strong : TextStyle::body, color(ink), Align::center);
    if (now) disc({at.center().x, at.bottom() - 6}, 1.75f, color(ink));
    if (r.focused) focus_ring(at.inset(3), control_radius_px - 3);
    return r.pressed;
}

// The weeks of the cursor's month; returns the day pressed.
std::optional<Day> days_grid(std::optional<Day> chosen) {
    Rect const area = take(cell_px() * 7, grid_height_px());
    Day const shown = day_of(ctx().calendar.day);
    Node const& grid = record(Role::grid, month_name(shown.month) + " " + std::to_string(shown.year), area, id_of("grid"));
    open_node(grid.id);
    push_id(grid.id);
    walk_days(id_of(iso_day(shown)));
    Day const at = day_of(ctx().calendar.day);  // the keys may have gone on
    weekday_row(area);
    std::optional<Day> pressed;
    KeyGroup keys(id_of("days"), Arrows::both);
    int64_t const first = days_of({at.year, at.month, 1});
    int const days = days_in_month(at.year, at.month), offset = weekday_of(first);
    for (int week = 0; week * 7 < days + offset; week++) {
        float const y = area.y + weekday_row_px + float(week) * cell_px();
        Node const& row = record(Role::row, {}, {area.x, y, area.w, cell_px()}, id_of("week" + std::to_string(week)));
        open_node(row.id);
        for (int i = 0; i < 7; i++) {
            int const day = week * 7 + i - offset + 1;
            if (day < 1 || day > days) continue;
            Day const one{at.year, at.month, day};
            if (day_cell(one, {area.x + float(i) * cell_px(), y, cell_px(), cell_px()}, chosen)) pressed = one;
        }
        close_node();
    }
    pop_id();
    close_node();
    if (pressed) ctx().calendar.day = days_of(*pressed);
    return pressed;
}

bool time_option(int minute, bool chosen, bool entry) {
    std::string const name = platform::format_time_of_day(minute);
    float const height = coarse_pointer() ? touch_target_px : 32;
    Rect const at = take(84, height, times_beside() ? Width::full : Width::natural);
    Node& node = record(Role::option, name, at);
    node.states.selected = chosen ? Tristate::on : Tristate::off;
    Response const r = interact(node.id, at, {.entry = entry});
    if (chosen) fill(at, color(Token::accent), 6);
    else if (r.hovered || r.focused) fill(at, color(Token::sunken), 6);
    if (r.focused) stroke(at, color(Token::accent), 6, 2);
    draw_text(at, name, chosen ? TextStyle::body_strong : TextStyle::body, color(chosen ? Token::on_accent : Token::text1), Align::center);
    return r.pressed;
}

// The quarters of an hour; returns the minute of the day pressed.
std::optional<int> times(Rect area, std::optional<int> chosen) {
    bool const beside = times_beside();
    Node const& listbox = record(Role::listbox, tr("Time"), area, id_of("times"));
    open_node(listbox.id);
    push_id(listbox.id);
    std::optional<int> pressed;
    {
        Scroll scroll("quarters", {.rect = area, .axis = beside ? ScrollAxis::vertical : ScrollAxis::horizontal, .gap_px = 2});
        KeyGroup keys(id_of("quarter"), beside ? Arrows::vertical : Arrows::horizontal);
        int const seen = chosen.value_or(usual_minute) / step_min;
        float const step = (beside ? (coarse_pointer() ? touch_target_px : 32) : 84) + 2;
        // Only once its length is known can it be scrolled.
        if (!ctx().calendar.times_shown && ctx().scrolls[id_of("quarters")].content > 0) {
            ctx().calendar.times_shown = true;
            scroll.scroll_to(std::fmax(0.f, float(seen) * step - ((beside ? area.h : area.w) - step) / 2));
        }
        for (int i = 0; i < 24 * 60 / step_min; i++)
            if (time_option(i * step_min, chosen == i * step_min, i == seen)) pressed = i * step_min;
    }
    pop_id();
    close_node();
    return pressed;
}

std::string moment(Day day, int minute) {
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d", minute / 60 % 24, minute % 60);
    return iso_day(day) + text;
}

// Today, none, done: what ends it without the grid.
std::optional<std::string> foot(std::string_view value, int minute, CalendarOptions const& o) {
    std::optional<std::string> chosen;
    Row row({.gap_px = 4, .height_px = coarse_pointer() ? touch_target_px : control_px});
    bool const moments = o.kind == DateKind::date_time;
    if (button(tr("Today"), {.kind = ButtonKind::ghost})) {
        ctx().calendar.day = days_of(today());
        chosen = moments ? moment(today(), minute) : iso_day(today());
        if (!moments) close_popup();
    }
    if (o.clearable && !value.empty() && button(tr("Clear"), {.kind = ButtonKind::ghost})) {
        chosen = "";
        close_popup();
    }
    spacer();
    if (moments && button(tr("Done"), {.kind = ButtonKind::primary})) close_popup();
    return chosen;
}

}  // namespace

void open_calendar(Rect anchor) {
    ctx().calendar = {};
    ctx().last_rect = anchor;
    open_popup("calendar");
}

std::optional<std::string> calendar(std::string_view name, std::string_view value, CalendarOptions const& o) {
    bool const moments = o.kind == DateKind::date_time;
    float const beside = moments && times_beside() ? part_gap_px + times_width_px : 0;
    Popup popup("calendar", name, cell_px() * 7 + beside + 2 * pad_px + 2, Insets::all(pad_px));
    if (!popup) return std::nullopt;
    auto const chosen_day = parse_iso_day(value);
    auto const chosen_minute = minute_of(value);
    CalendarCursor& cursor = ctx().calendar;
    if (!cursor.placed) cursor.placed = true, cursor.day = days_of(chosen_day.value_or(today()));
    std::optional<std::string> answer;
    int const minute = chosen_minute.value_or(usual_minute);
    month_and_year();
    if (auto const day = days_grid(chosen_day)) {
        answer = moments ? moment(*day, minute) : iso_day(*day);
        if (!moments) close_popup();
    }
    Rect const grid = last_rect();
    std::optional<int> picked;
    if (moments && times_beside()) picked = times({grid.right() + part_gap_px, grid.y, times_width_px, grid.h}, chosen_minute);
    else if (moments) picked = times(take(0, touch_target_px, Width::full), chosen_minute);
    if (picked) {
        answer = moment(chosen_day.value_or(day_of(cursor.day)), *picked);
        close_popup();
    }
    if (auto const ended = foot(value, minute, o)) answer = ended;
    return answer;
}

}  // namespace leadkeep::ui
