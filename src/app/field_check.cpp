// What a field may hold: every value that reaches a record's register passes here first.
#include <algorithm>

#include "app/record_changes.h"
#include "base/i18n.h"
#include "base/name_fold.h"
#include "base/ranges.h"
#include "domain/date_text.h"
#include "domain/defaults.h"

namespace leadkeep::app {
namespace {

// A register and, where the name is that of one of several columns, which.
struct Where {
    Register const* reg = nullptr;
    size_t column = 0;
    bool whole = true;
};

Where find_register(Entity entity, std::string_view name) {
    for (auto const& one : info(entity).registers) {
        if (one.name == name) return {&one, 0, true};
        for (size_t i = 0; one.columns.size() > 1 && i < one.columns.size(); ++i)
            if (one.columns[i].name == name) return {&one, i, false};
    }
    return {};
}

bool is_calendar_date(std::string const& text, bool year_may_miss) {
    auto const date = parse_date_text(text, DateOrder::day_first);
    if (!date || date->has_time || calendar_date(*date) != text) return false;
    return year_may_miss || date->year != 0;
}

Result<void> check_text(FieldSpec const& field, std::string& text) {
    std::string_view const trimmed = trim_text(text);
    if (trimmed.size() != text.size()) text = std::string(trimmed);
    if (text.size() > longest_text(field))
        return fail(ErrorKind::refused, tr_mark("“{0}” is too long. Shorten it."), {tr(field.label)});
    if (field.kind == FieldKind::date && !text.empty() && !is_calendar_date(text, field.name == "birth_date"))
        return fail(ErrorKind::refused, tr_mark("“{0}” needs a date, such as 2026-03-25."), {tr(field.label)});
    return {};
}

Result<void> check_number(FieldSpec const& field, int64_t number) {
    if (field.kind == FieldKind::money && number < 0)
        return fail(ErrorKind::refused, tr_mark("An amount can't be negative."));
    if (field.name == "probability_percent" && (number < 0 || number > 100))
        return fail(ErrorKind::refused, tr_mark("A probability is between 0 and 100."));
    return {};
}

Result<void> check_choice(Lists const& lists, FieldSpec const& field, Uuid const& id) {
    auto const among = [&](std::vector<ChoiceView> const& choices) {
        return ranges::count(choices, id, &ChoiceView::id) > 0;
    };
    bool known = true;
    switch (field.choices) {
        case ChoiceOf::sources: known = among(lists.choices.sources); break;
        case ChoiceOf::loss_reasons: known = among(lists.choices.loss_reasons); break;
        case ChoiceOf::managers: known = among(lists.choices.managers); break;
        case ChoiceOf::nothing: break;
    }
    if (!known)
        return fail(ErrorKind::refused, tr_mark("“{0}” does not have this choice any more. Choose another."),
                    {tr(field.label)});
    return {};
}

// One value against its column's type and the field's rules; an empty text becomes NULL.
Result<Value> check_value(Lists const& lists, FieldSpec const& field, Column const& column, Value value) {
    auto const wrong = [&] {
        return fail(ErrorKind::refused, tr_mark("“{0}” can't hold this value."), {tr(field.label)});
    };
    if (is_null(value)) return value;
    switch (column.type) {
        case ColumnType::text: {
            auto* text = std::get_if<std::string>(&value);
            if (!text) return wrong();
            LK_CHECK(check_text(field, *text));
            if (text->empty()) return Value();
            return value;
        }
        case ColumnType::integer: {
            auto const* number = std::get_if<int64_t>(&value);
            if (!number) return wrong();
            if (field.kind == FieldKind::flag) return *number != 0 ? Value(int64_t{1}) : Value();
            LK_CHECK(check_number(field, *number));
            return value;
        }
        case ColumnType::real: return std::holds_alternative<double>(value) ? Result<Value>(value) : wrong();
        case ColumnType::id: {
            auto const* id = std::get_if<Uuid>(&value);
            if (!id) return wrong();
            if (id->is_nil()) return Value();
            LK_CHECK(check_choice(lists, field, *id));
            return value;
        }
    }
    return wrong();
}

// Amount and currency only make sense together.
void complete_amount(std::vector<Value>& values, std::string const& usual_currency) {
    if (is_null(values[0])) values[1] = Value();
    else if (auto const* currency = std::get_if<std::string>(&values[1]); !currency || currency->empty())
        values[1] = usual_currency;
}

}  // namespace

Result<CheckedCell> check_field(Lists const& lists, Entity entity, FieldDraft const& draft, store::Row const* current) {
    FieldSpec const* field = find_field(entity, draft.register_name);
    Where const where = find_register(entity, draft.register_name);
    // A register of several columns is no field itself; its columns are.
    if (!field && where.reg && where.whole) field = find_field(entity, where.reg->columns[0].name);
    bool const known = field && where.reg && field->access == FieldView::Access::editable;
    if (!known || where.reg->name == "stage")
        return fail(ErrorKind::refused, tr_mark("There is no field “{0}” to edit."), {draft.register_name});

    CheckedCell cell{where.reg->name, std::vector<Value>(where.reg->columns.size())};
    if (where.whole && draft.values.size() != cell.values.size())
        return fail(ErrorKind::refused, tr_mark("“{0}” can't hold this value."), {tr(field->label)});
    if (!where.whole) {
        if (draft.values.size() != 1)
            return fail(ErrorKind::refused, tr_mark("“{0}” can't hold this value."), {tr(field->label)});
        if (current) cell.values = current->cell(where.reg->name);
        cell.values[where.column] =
            LK_TRY(check_value(lists, *field, where.reg->columns[where.column], draft.values[0]));
        return cell;
    }
    for (size_t i = 0; i < cell.values.size(); ++i) {
        FieldSpec const* own = find_field(entity, where.reg->columns[i].name);
        cell.values[i] = LK_TRY(check_value(lists, own ? *own : *field, where.reg->columns[i], draft.values[i]));
    }
    if (cell.register_name == "amount") {
        std::string const usual = lists.text_setting(std::string(setting::currency));
        complete_amount(cell.values, usual.empty() ? std::string(usual_currency(language())) : usual);
        auto const* currency = std::get_if<std::string>(&cell.values[1]);
        bool const is_code = !currency || (currency->size() == 3 &&
                                           ranges::all_of(*currency, [](char c) { return c >= 'A' && c <= 'Z'; }));
        if (!is_code)
            return fail(ErrorKind::refused, tr_mark("“{0}” is no currency. Use its three letters, such as EUR."),
                        {*currency});
    }
    return cell;
}

}  // namespace leadkeep::app
