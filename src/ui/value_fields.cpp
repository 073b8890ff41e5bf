// Fields of amounts, numbers and dates: text fields that read what people type; the calendar.
#include <cmath>

#include "base/i18n.h"
#include "platform/clock.h"
#include "platform/locale.h"
#include "ui/buttons.h"
#include "ui/context.h"
#include "ui/fields.h"
#include "ui/interact.h"
#include "ui/label.h"
#include "ui/overlays.h"
#include "ui/paint.h"
#include "ui/typed_values.h"

namespace leadkeep::ui {

namespace {

NumberEdit number_edit(std::string_view label, std::string const& shown, int digits, TextFieldOptions options, std::string_view complaint) {
    uint32_t const id = id_of(options.id.empty() ? label : options.id);
    EditSession const& session = ctx().edit;
    auto const readable = [&](std::string_view text) { return text.empty() || parse_typed_number(text, digits); };
    if (session.node == id && !readable(session.draft) && options.error.empty()) options.error = complaint;
    TextEdit const typed = text_field(label, shown, options);
    NumberEdit a;
    a.end = typed.end;
    if (typed.edit == Edit::none || typed.edit == Edit::cancelled) {
        a.edit = typed.edit;
        return a;
    }
    if (!readable(typed.text)) {
        a.edit = typed.edit == Edit::committed ? Edit::cancelled : Edit::none;
        return a;
    }
    a.edit = typed.edit;
    if (!typed.text.empty()) a.value = parse_typed_number(typed.text, digits);
    return a;
}

}  // namespace

NumberEdit money_field(std::string_view label, std::optional<int64_t> minor, std::string_view currency, TextFieldOptions const& o) {
    int const digits = platform::currency_digits(currency);
    TextFieldOptions options = o;
    options.kind = TextKind::money;
    std::string const sign = platform::currency_sign(currency);
    if (options.suffix.empty()) options.suffix = sign;
    std::string const shown = minor ? platform::format_decimal(double(*minor) / std::pow(10.0, digits), digits) : "";
    NumberEdit a = number_edit(label, shown, digits, options, tr("Enter an amount, for example 1200.50"));
    if (a.edit == Edit::committed && a.value == minor) a.edit = Edit::cancelled;  // the same, written otherwise
    return a;
}

NumberEdit number_field(std::string_view label, std::optional<int64_t> value, TextFieldOptions const& o) {
    TextFieldOptions options = o;
    options.kind = TextKind::number;
    std::string const shown = value ? platform::format_number(*value) : "";
    NumberEdit a = number_edit(label, shown, 0, options, tr("Enter a number"));
    if (a.edit == Edit::committed && a.value == value) a.edit = Edit::cancelled;
    return a;
}

namespace {

std::string shown_date(std::string_view iso) {
    if (iso.empty()) return {};
    std::string text = platform::format_calendar_date(iso.substr(0, 10), platform::DateForm::numeric);
    if (iso.size() >= 16) text.append(" ").append(iso.substr(11, 5));
    return text;
}


std::string month_name(int year, int month) {
    static constexpr char const* names[] = {tr_mark("January"), tr_mark("February"), tr_mark("March"), tr_mark("April"),
                                            tr_mark("May"), tr_mark("June"), tr_mark("July"), tr_mark("August"),
                                            tr_mark("September"), tr_mark("October"), tr_mark("November"), tr_mark("December")};
    return std::string(tr(names[month - 1])) + " " + std::to_string(year);
}

// Six weeks of a month; returns the day pressed.
std::optional<Day> month_grid(int year, int month, std::optional<Day> chosen) {
    static constexpr char const* weekdays[] = {tr_mark("Mo"), tr_mark("Tu"), tr_mark("We"), tr_mark("Th"), tr_mark("Fr"), tr_mark("Sa"), tr_mark("Su")};
    constexpr float cell = 34;
    Rect const area = take(cell * 7, 22 + 6 * cell);
    int const first_weekday = platform::first_day_of_week();  // 1 Monday
    for (int i = 0; i < 7; i++)
        draw_text({area.x + float(i) * cell, area.y, cell, 20}, tr(weekdays[(first_weekday - 1 + i) % 7]), TextStyle::label, color(Token::text3), Align::center);
    int64_t const first = days_of({year, month, 1});
    int const weekday = int((first + 3) % 7 + 7) % 7;  // 0 Monday; 1970-01-01 was a Thursday
    int64_t const start = first - (weekday - (first_weekday - 1) + 7) % 7;
    std::optional<Day> pressed;
    KeyGroup keys(id_of("days"), Arrows::both);
    for (int i = 0; i < 42; i++) {
        Day const day = day_of(start + i);
        if (day.month != month) continue;
        Rect const at = Rect{area.x + float(i % 7) * cell, area.y + 22 + float(i / 7) * cell, cell, cell}.inset(1);
        Node& node = record(Role::button, platform::format_calendar_date(iso_day(day), platform::DateForm::spelled), at);
        bool const current = chosen && *chosen == day;
        node.states.pressed = current ? Tristate::on : Tristate::off;
        Response const r = interact(node.id, at, {.entry = current || day == today()});
        if (current) fill(at, color(Token::accent), 8);
        else if (r.hovered) fill(at, color(Token::sunken), 8);
        if (day == today() && !current) stroke(at, color(Token::line), 8);
        draw_text(at, std::to_string(day.day), TextStyle::body, color(current ? Token::on_accent : Token::text1), Align::center);
        if (r.focused) focus_ring(at.inset(2), 6);
        if (r.pressed) pressed = day;
    }
    return pressed;
}

std::optional<Day> calendar(std::string_view popup_id, std::string_view name, std::optional<Day> chosen) {
    static int shown_year = 0, shown_month = 0;
    Popup popup(popup_id, name, 34 * 7 + 26);
    if (!popup) return std::nullopt;
    static uint32_t shown_for = 0;
    static uint64_t shown_frame = 0;
    uint32_t const id = id_of("calendar");
    if (shown_for != id || shown_frame + 8 < ctx().frame) {
        Day const from = chosen.value_or(today());
        shown_year = from.year, shown_month = from.month, shown_for = id;
    }
    shown_frame = ctx().frame;
    {
        Row row({.gap_px = 4});
        if (icon_button(Icon::chevron_left, tr("Previous month")) && --shown_month < 1) shown_month = 12, shown_year--;
        spacer();
        text(month_name(shown_year, shown_month), TextStyle::body_strong);
        spacer();
        if (icon_button(Icon::chevron_right, tr("Next month")) && ++shown_month > 12) shown_month = 1, shown_year++;
    }
    auto const day = month_grid(shown_year, shown_month, chosen);
    if (day) close_popup();
    return day;
}

}  // namespace

DateEdit date_field(std::string_view label, std::string_view value, DateKind kind, TextFieldOptions const& o) {
    TextFieldOptions options = o;
    options.kind = TextKind::date;
    Scope scope(o.id.empty() ? label : o.id);
    uint32_t const id = id_of("date");
    options.id = "date";
    std::string const today_iso = iso_day(today());
    auto const parsed = [&](std::string_view text) { return parse_typed_date(text, kind, today_iso, language() == Language::english); };
    EditSession const& session = ctx().edit;
    if (session.node == id && session.draft != session.start && !session.draft.empty() && parsed(session.draft).empty() && options.error.empty())
        options.error = kind == DateKind::date ? tr("Enter a date, for example 2026-11-22 or tomorrow")
                                               : tr("Enter a date and time, for example tomorrow 15:00");
    std::string const shown = shown_date(value);
    options.suffix = "      ";
    TextEdit const typed = text_field(label, shown, options);
    Rect const whole = last_rect();
    Node const* box = nullptr;
    for (size_t i = ctx().building.size(); i-- > 0 && !box;)
        if (ctx().building[i].id == id) box = &ctx().building[i];
    DateEdit a;
    if (box && o.enabled) {
        Rect const at = box->rect;
        float const x = at.right() - (o.look == FieldLook::boxed ? 31 : 26);
        next_rect({x, at.center().y - 14, 28, 28});
        if (icon_button(Icon::calendar, tr("Calendar"))) open_popup("calendar");
        ctx().last_rect = whole;
    }
    a.edit = typed.edit;
    if (typed.changed()) {
        a.value = typed.text.empty() ? "" : parsed(typed.text);
        if (a.value.empty() && !typed.text.empty()) a.edit = typed.committed() ? Edit::cancelled : Edit::none;
        if (a.edit == Edit::committed && a.value == value) a.edit = Edit::cancelled;
    }
    if (auto const day = calendar("calendar", label, parse_iso_day(value))) {
        a.edit = Edit::committed;
        a.value = iso_day(*day);
        if (kind == DateKind::date_time) a.value += value.size() >= 16 ? std::string(value.substr(10, 6)) : "T10:00";
    }
    return a;
}

}  // namespace leadkeep::ui
