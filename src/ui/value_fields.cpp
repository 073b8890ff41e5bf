// Fields of amounts, numbers and dates: text fields that read what people type.
#include <cmath>

#include "base/i18n.h"
#include "platform/clock.h"
#include "platform/locale.h"
#include "ui/buttons.h"
#include "ui/calendar.h"
#include "ui/context.h"
#include "ui/fields.h"
#include "ui/interact.h"
#include "ui/motion.h"
#include "ui/refused_texts.h"
#include "ui/typed_values.h"

namespace leadkeep::ui {

namespace {

// A text field whose text is read as something else. What can't be read is never committed: it stays where it was typed.
template <class Readable>
TextEdit read_text(std::string_view label, std::string const& shown, uint32_t id, Readable const& readable, std::string_view complaint,
                   TextFieldOptions options) {
    EditSession const& session = ctx().edit;
    options.refused = refused_text(id, shown);
    bool const unreadable = session.node == id ? !readable(session.draft) : options.refused.has_value();
    if (unreadable && options.error.empty()) options.error = complaint;
    TextEdit typed = text_field(label, shown, options);
    if (typed.escaped) drop_refused_text(id);
    if (!typed.committed()) return typed;
    if (readable(typed.text)) {
        drop_refused_text(id);
    } else {
        keep_refused_text(id, shown, typed.text);
        announce(complaint);
        typed.edit = Edit::cancelled;
    }
    return typed;
}

NumberEdit number_edit(std::string_view label, std::string const& shown, int digits, TextFieldOptions options, std::string_view complaint) {
    uint32_t const id = id_of(options.id.empty() ? label : options.id);
    auto const readable = [&](std::string_view text) { return text.empty() || parse_typed_number(text, digits); };
    TextEdit const typed = read_text(label, shown, id, readable, complaint, options);
    NumberEdit a;
    a.end = typed.end;
    if (typed.edit == Edit::none || typed.edit == Edit::cancelled) {
        a.edit = typed.edit;
        return a;
    }
    if (!readable(typed.text)) return a;  // on the way to something else
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
    if (auto const minute = minute_of(iso)) text.append(" ").append(platform::format_time_of_day(*minute));
    return text;
}

// At the end of the field's box, above the field for pointers.
void calendar_button(Rect box, FieldLook look) {
    float const size = coarse_pointer() ? std::fmin(touch_target_px, box.h) : 28;
    float const end = box.right() + (look == FieldLook::boxed ? -3.f : 2.f);
    next_rect({end - size, box.center().y - size / 2, size, size});
    if (icon_button(Icon::calendar, tr("Calendar"))) open_calendar(box);
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
    std::string const shown = shown_date(value);
    auto const readable = [&](std::string_view text) { return text.empty() || text == shown || !parsed(text).empty(); };
    options.end_room_px = coarse_pointer() ? 36 : 24;
    TextEdit const typed = read_text(label, shown, id, readable,
                                     kind == DateKind::date ? tr("Enter a date, for example 2026-11-22 or tomorrow")
                                                            : tr("Enter a date and time, for example tomorrow 15:00"),
                                     options);
    Rect const whole = last_rect();
    DateEdit a;
    if (Node const* box = o.enabled ? recorded(id) : nullptr) calendar_button(box->rect, o.look);
    ctx().last_rect = whole;
    a.edit = typed.edit;
    if (typed.changed()) {
        a.value = typed.text.empty() ? "" : parsed(typed.text);
        if (a.value.empty() && !typed.text.empty()) a.edit = Edit::none;  // on the way to something else
        if (a.edit == Edit::committed && a.value == value) a.edit = Edit::cancelled;
    }
    if (auto chosen = calendar(label, value, {.kind = kind, .clearable = !o.required})) {
        drop_refused_text(id);
        a.edit = *chosen == value ? Edit::cancelled : Edit::committed;
        a.value = std::move(*chosen);
    }
    return a;
}

bool led_to_unreadable() {
    Context& c = ctx();
    auto const inside = [&](Node const& node) {
        for (uint32_t at = node.parent; at != 0;) {
            if (at == c.parents.back()) return true;
            Node const* around = recorded(at);
            at = around ? around->parent : 0;
        }
        return false;
    };
    for (Node const& node : c.building) {
        bool const read = node.edit.kind == TextKind::money || node.edit.kind == TextKind::number || node.edit.kind == TextKind::date;
        if (!read || !node.states.invalid || !inside(node)) continue;
        announce(node.description);
        c.wanted_focus = node.id;
        request_frame();
        return true;
    }
    return false;
}

}  // namespace leadkeep::ui
