// Proposes encoding, delimiter, header, kind, columns, country and the order of dates; import_preview.cpp shows what comes of it.
#include "app/import_plan.h"

#include <algorithm>
#include <set>

#include "app/import_names.h"
#include "app/import_preview.h"
#include "base/i18n.h"
#include "base/ranges.h"
#include "domain/defaults.h"
#include "domain/phone.h"
#include "exchange/survey.h"
#include "store/queries/rows.h"

namespace leadkeep::app {
namespace {

using exchange::CsvReader;
using exchange::CsvRow;
using exchange::HeaderRow;

constexpr int64_t most_surveyed_rows = 20'000;
constexpr size_t most_header_columns = 2'000;

Result<void> refuse_what_is_no_text(std::string const& bytes) {
    if (bytes.empty()) return fail(ErrorKind::refused, tr_mark("The file is empty."));
    if (bytes.starts_with("PK\x03\x04"))
        return fail(ErrorKind::refused, tr_mark("This is a spreadsheet or an archive, not a CSV file. Open it and save it as CSV first."));
    if (bytes.starts_with("%PDF") || bytes.starts_with("\x89PNG") || bytes.starts_with("\xD0\xCF\x11\xE0") || bytes.starts_with("SQLite format 3"))
        return fail(ErrorKind::refused, tr_mark("This is not a CSV file. Export the data as CSV first."));
    return {};
}

// A refusal of the reader knows the line but not the file.
template <class T>
Result<T> in_file(Result<T> result, std::string const& file_name) {
    if (!result) result.error().place.file = file_name;
    return result;
}

// A header names its column; a longer text is an accident, and would be shown in every list.
std::string header_text(std::string_view cell) {
    constexpr size_t longest = 200;
    auto end = std::min(cell.size(), longest);
    while (end > 0 && end < cell.size() && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
    return std::string(cell.substr(0, end));
}

struct Surveyed {
    exchange::Survey survey;
    bool is_all = true;
};

Result<Surveyed> survey(std::string_view text, ImportChoices const& choices) {
    CsvReader reader(text, choices.delimiter);
    CsvRow row;
    std::vector<std::string> headers;
    std::string buffer;
    if (choices.header == HeaderRow::present && LK_TRY(reader.next(row))) {
        for (auto const field : row.fields) headers.push_back(header_text(trim_text(exchange::clean_cell(field, buffer))));
        if (headers.size() > most_header_columns) headers.resize(most_header_columns);
        // A delimiter at the end of each line makes a last column of nothing.
        while (!headers.empty() && headers.back().empty()) headers.pop_back();
    }
    Surveyed surveyed{exchange::Survey(std::move(headers)), true};
    while (LK_TRY(reader.next(row))) {
        surveyed.survey.add(row);
        if (surveyed.survey.rows() < most_surveyed_rows) continue;
        surveyed.is_all = false;
        break;
    }
    return surveyed;
}

HeaderRow look_for_header(std::string_view text, char delimiter) {
    CsvReader reader(text, delimiter);
    CsvRow row;
    auto const any = reader.next(row);
    return any && *any ? exchange::detect_header(row.fields) : HeaderRow::present;
}

// "Deal name", "Deal stage", «Этап сделки»: the file is about deals.
ImportAs guess_kind(exchange::Survey const& survey) {
    auto const names_deal = [](exchange::ColumnSurvey const& column) {
        auto const folded = fold_name(column.header);
        return folded == "deal name" || folded == "deal stage" || folded == "deal title" || folded == "название сделки" ||
               folded == "этап сделки" || folded == "стадия сделки";
    };
    return ranges::any_of(survey.columns(), names_deal) ? ImportAs::deals : ImportAs::leads;
}

Result<void> match(store::Store& store, exchange::Survey const& survey, Lists const& lists, ImportPlan& plan) {
    auto const as = effective_kind(plan.choices.as, lists.mode);
    auto const board = as == ImportAs::deals ? Board::deals : Board::leads;
    std::set<std::string> custom_fields;
    for (auto const& row : LK_TRY(store::read_live_rows(store.reader(), Entity::custom_field)))
        if (row.text("entity") == info(record_entity(as)).table) custom_fields.insert(fold_name(row.text("name")));
    exchange::MatchContext context{plan.choices.as, [&](std::string_view name) { return find_stage_by_name(lists, board, name) != nullptr; },
                                   [&](std::string_view folded) { return custom_fields.contains(std::string(folded)); }};
    auto const matches = exchange::match_columns(survey.columns(), context);
    plan.choices.targets.clear();
    for (auto const& found : matches) plan.choices.targets.emplace_back(found.target);
    plan.columns.clear();
    for (auto const& found : matches) {
        ImportColumn column;
        column.confidence = found.by == exchange::MatchedBy::name ? Confidence::by_name
                            : found.by == exchange::MatchedBy::content ? Confidence::by_content
                                                                       : Confidence::none;
        plan.columns.push_back(std::move(column));
    }
    return {};
}

std::vector<size_t> columns_with(ImportPlan const& plan, std::initializer_list<exchange::TargetKind> kinds) {
    std::vector<size_t> columns;
    for (size_t i = 0; i < plan.choices.targets.size(); ++i) {
        auto const* target = exchange::find_target(plan.choices.targets[i]);
        if (target && ranges::find(kinds, target->kind) != kinds.end()) columns.push_back(i);
    }
    return columns;
}

// Phones without a country code tell by their shape when they are not of the workspace's own country.
std::string guess_country(ImportPlan const& plan, exchange::Survey const& survey, std::string const& own) {
    int64_t phones = 0, own_shape = 0;
    std::vector<std::pair<std::string_view, int64_t>> others;
    for (size_t i = 0; i < plan.choices.targets.size() && i < survey.columns().size(); ++i) {
        if (!plan.choices.targets[i].starts_with("phone:")) continue;
        for (auto const& sample : survey.columns()[i].samples) {
            ++phones;
            auto const country = phone_country_by_shape(sample);
            if (country.empty()) continue;
            if (country == own) {
                ++own_shape;
                continue;
            }
            auto found = ranges::find(others, country, &std::pair<std::string_view, int64_t>::first);
            if (found == others.end()) found = others.emplace(others.end(), country, 0);
            ++found->second;
        }
    }
    auto const most = ranges::max_element(others, {}, &std::pair<std::string_view, int64_t>::second);
    if (most == others.end() || own_shape > 0 || most->second * 10 < phones) return own;
    // Canada and Kazakhstan share their neighbours' numbering.
    if ((own == "CA" && most->first == "US") || (own == "KZ" && most->first == "RU")) return own;
    return std::string(most->first);
}

void describe_columns(exchange::Survey const& survey, ImportPlan& plan) {
    auto const& surveyed = survey.columns();
    plan.columns.resize(surveyed.size());
    plan.choices.targets.resize(surveyed.size());
    for (size_t i = 0; i < surveyed.size(); ++i) {
        auto& column = plan.columns[i];
        column.header = surveyed[i].header.empty() ? trf("Column {0}", {std::to_string(i + 1)}) : surveyed[i].header;
        column.target = plan.choices.targets[i];
        column.samples.assign(surveyed[i].samples.begin(), surveyed[i].samples.begin() + static_cast<ptrdiff_t>(std::min<size_t>(3, surveyed[i].samples.size())));
        column.filled = surveyed[i].filled;
    }
}

struct Defaults {
    std::string country, currency;
};
Defaults defaults_of(Lists const& lists) {
    Defaults defaults{lists.text_setting(std::string(setting::country)), lists.text_setting(std::string(setting::currency))};
    if (defaults.country.empty()) defaults.country = usual_country(language());
    if (defaults.currency.empty()) defaults.currency = usual_currency(language());
    return defaults;
}

}  // namespace

std::vector<TargetChoice> target_choices(ImportAs as) {
    std::vector<TargetChoice> choices{{"", tr("Leave out")}};
    for (auto const& target : exchange::all_targets())
        if (exchange::target_fits(target, as)) choices.push_back({std::string(target.key), tr(target.label.data())});
    return choices;
}

Result<ImportPlan> plan_import(store::Store& store, std::string file_name, std::string bytes) {
    auto const lists = LK_TRY(read_lists(store.reader(), store.identity().device));
    ImportPlan plan;
    plan.file_name = std::move(file_name);
    LK_CHECK(in_file(refuse_what_is_no_text(bytes), plan.file_name));
    plan.bytes = std::make_shared<std::string const>(std::move(bytes));
    auto& choices = plan.choices;
    choices.encoding = exchange::detect_encoding(*plan.bytes);
    auto decoded = exchange::decode(*plan.bytes, choices.encoding);
    plan.replaced_characters = decoded.replaced;
    plan.text = std::make_shared<std::string const>(std::move(decoded.text));
    choices.delimiter = exchange::detect_delimiter(*plan.text);
    choices.header = look_for_header(*plan.text, choices.delimiter);
    auto const surveyed = LK_TRY(in_file(survey(*plan.text, choices), plan.file_name));
    if (surveyed.survey.rows() == 0) return fail(ErrorKind::refused, tr_mark("The file has no rows to import."), {}, {plan.file_name});
    choices.as = guess_kind(surveyed.survey);
    LK_CHECK(match(store, surveyed.survey, lists, plan));
    describe_columns(surveyed.survey, plan);
    auto const defaults = defaults_of(lists);
    choices.country = guess_country(plan, surveyed.survey, defaults.country);
    choices.currency = defaults.currency;
    auto const dates = columns_with(plan, {exchange::TargetKind::date, exchange::TargetKind::moment});
    auto const usual_order = choices.country == "US" ? DateOrder::month_first : DateOrder::day_first;
    choices.date_order = surveyed.survey.date_order(dates).value_or(usual_order);
    plan.rows = surveyed.survey.rows();
    plan.rows_are_all = surveyed.is_all;
    fill_preview(lists, plan);
    return plan;
}

Result<ImportPlan> replan(store::Store& store, ImportPlan const& old, ImportChoices choices) {
    auto const lists = LK_TRY(read_lists(store.reader(), store.identity().device));
    auto plan = old;
    plan.warnings.clear();
    if (choices.encoding != old.choices.encoding) {
        auto decoded = exchange::decode(*plan.bytes, choices.encoding);
        plan.replaced_characters = decoded.replaced;
        plan.text = std::make_shared<std::string const>(std::move(decoded.text));
    }
    bool const anew = choices.encoding != old.choices.encoding || choices.delimiter != old.choices.delimiter ||
                      choices.header != old.choices.header || choices.as != old.choices.as;
    plan.choices = std::move(choices);
    auto const surveyed = LK_TRY(in_file(survey(*plan.text, plan.choices), plan.file_name));
    if (surveyed.survey.rows() == 0) return fail(ErrorKind::refused, tr_mark("The file has no rows to import."), {}, {plan.file_name});
    if (anew) LK_CHECK(match(store, surveyed.survey, lists, plan));
    describe_columns(surveyed.survey, plan);
    plan.rows = surveyed.survey.rows();
    plan.rows_are_all = surveyed.is_all;
    fill_preview(lists, plan);
    return plan;
}

}  // namespace leadkeep::app
