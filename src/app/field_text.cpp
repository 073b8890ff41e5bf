// One writer and one reader per kind of field.
#include "app/field_text.h"

#include <charconv>

#include "app/labels.h"
#include "base/i18n.h"
#include "base/name_fold.h"
#include "domain/date_text.h"
#include "domain/defaults.h"
#include "domain/money.h"
#include "platform/locale.h"

namespace leadkeep::app {
namespace {

std::string usual_currency_of(Lists const& lists) {
    std::string const set = lists.text_setting(std::string(setting::currency));
    return set.empty() ? std::string(usual_currency(language())) : set;
}

Result<FieldDraft> read_choice(Lists const& lists, FieldSpec const& field, std::string const& text) {
    std::vector<ChoiceView> const* choices = nullptr;
    if (field.choices == ChoiceOf::sources) choices = &lists.choices.sources;
    if (field.choices == ChoiceOf::loss_reasons) choices = &lists.choices.loss_reasons;
    if (field.choices == ChoiceOf::managers) choices = &lists.choices.managers;
    auto const id = Uuid::parse(text);
    std::string const wanted = fold_name(text);
    for (size_t i = 0; choices && i < choices->size(); ++i) {
        ChoiceView const& one = (*choices)[i];
        if ((id && one.id == *id) || fold_name(one.text) == wanted)
            return FieldDraft{std::string(field.name), {one.id}};
    }
    return fail(ErrorKind::refused, tr_mark("“{0}” is none of the choices. Choose one from the list."), {text});
}

Result<FieldDraft> read_date(FieldSpec const& field, std::string const& text) {
    // English reads 3/4 as March 4, as its dates are shown; Russian as 3 April.
    auto const date =
        parse_date_text(text, language() == Language::english ? DateOrder::month_first : DateOrder::day_first);
    if (!date || (date->year == 0 && field.name != "birth_date"))
        return fail(ErrorKind::refused, tr_mark("“{0}” needs a date, such as 2026-03-25."), {tr(field.label)});
    return FieldDraft{std::string(field.name), {calendar_date(*date)}};
}

Result<FieldDraft> read_number(FieldSpec const& field, std::string_view text) {
    if (text.ends_with('%')) text = trim_text(text.substr(0, text.size() - 1));
    int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return fail(ErrorKind::refused, tr_mark("“{0}” needs a whole number."), {tr(field.label)});
    return FieldDraft{std::string(field.name), {number}};
}

Result<FieldDraft> read_flag(FieldSpec const& field, std::string const& text) {
    std::string const word = fold_name(text);
    bool const yes = word == "1" || word == "yes" || word == "true" || word == fold_name(tr("Yes"));
    bool const no = word == "0" || word == "no" || word == "false" || word == fold_name(tr("No"));
    if (!yes && !no) return fail(ErrorKind::refused, tr_mark("“{0}” is yes or no."), {tr(field.label)});
    return FieldDraft{std::string(field.name), {yes ? Value(int64_t{1}) : Value()}};
}

}  // namespace

std::vector<Value> field_values(store::Row const& row, FieldSpec const& field) {
    if (auto cell = row.cell(field.name); !cell.empty()) return cell;
    return {row.value(field.name)};
}

std::string field_text(Lists const& lists, FieldSpec const& field, std::vector<Value> const& values) {
    if (values.empty() || is_null(values[0])) return {};
    auto const* text = std::get_if<std::string>(&values[0]);
    auto const* number = std::get_if<int64_t>(&values[0]);
    auto const* id = std::get_if<Uuid>(&values[0]);
    switch (field.kind) {
        case FieldKind::money: {
            auto const* currency = values.size() > 1 ? std::get_if<std::string>(&values[1]) : nullptr;
            return number ? platform::format_money(*number, currency ? *currency : usual_currency_of(lists))
                          : std::string();
        }
        case FieldKind::date:
            if (number) return platform::format_date_time(*number);
            return text ? platform::format_calendar_date(*text, platform::DateForm::numeric) : std::string();
        case FieldKind::flag: return number && *number != 0 ? tr("Yes") : "";
        case FieldKind::choice: return id ? lists.name_of(*id) : std::string();
        default: break;
    }
    if (text) return *text;
    return number ? std::to_string(*number) : std::string();
}

Result<FieldDraft> read_field_text(Lists const& lists, Entity entity, FieldText const& typed) {
    FieldSpec const* field = find_field(entity, typed.register_name);
    if (!field || field->access == FieldView::Access::read_only)
        return fail(ErrorKind::refused, tr_mark("There is no field “{0}” to edit."), {typed.register_name});
    std::string const text(trim_text(typed.text));
    if (text.empty())
        return FieldDraft{typed.register_name, std::vector<Value>(field->kind == FieldKind::money ? 2 : 1)};
    switch (field->kind) {
        case FieldKind::money: {
            auto const money = parse_money(text, usual_currency_of(lists));
            if (!money)
                return fail(ErrorKind::refused, tr_mark("“{0}” is not an amount. Type a number, such as 1250.50."),
                            {text});
            return FieldDraft{typed.register_name, {money->minor, money->currency}};
        }
        case FieldKind::date: return read_date(*field, text);
        case FieldKind::number: return read_number(*field, text);
        case FieldKind::flag: return read_flag(*field, text);
        case FieldKind::choice: return read_choice(lists, *field, text);
        default: return FieldDraft{typed.register_name, {text}};
    }
}

}  // namespace leadkeep::app
