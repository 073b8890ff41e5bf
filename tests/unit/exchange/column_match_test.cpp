// Columns of other programs' exports find what they are, by their names or by what they hold.
#include "exchange/column_match.h"

#include <doctest/doctest.h>

#include "base/i18n.h"
#include "exchange/header_names.h"
#include "exchange/list_names.h"

namespace leadkeep::exchange {
namespace {

std::vector<std::string> match(std::vector<ColumnSurvey> const& columns, MatchContext context = {}) {
    std::vector<std::string> targets;
    for (auto const& found : match_columns(columns, context)) targets.emplace_back(found.target);
    return targets;
}
std::vector<std::string> match_headers(std::vector<std::string> const& headers, ImportAs as = ImportAs::leads) {
    std::vector<ColumnSurvey> columns;
    for (auto const& header : headers) columns.push_back({header, {}, 0});
    MatchContext context;
    context.as = as;
    return match(columns, context);
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("our own column names are found again in both languages") {
    for (auto const language : {Language::english, Language::russian}) {
        set_language(language);
        for (auto const& target : all_targets()) {
            if (target.kind == TargetKind::custom) continue;
            std::string const label = tr(target.label.data());
            CAPTURE(label);
            CHECK(target_by_header(fold_name(label)).value_or("?") == target.key);
        }
    }
    set_language(Language::english);
}

TEST_CASE("our own stages and sources are found by their names in both languages") {
    for (auto const language : {Language::english, Language::russian}) {
        set_language(language);
        for (auto const& stage : default_stages()) {
            CAPTURE(stage.name);
            CHECK(stage_key_by_name(stage.board, fold_name(tr(stage.name))) == stage.key);
        }
        for (auto const& source : default_sources()) {
            CAPTURE(source.name);
            CHECK(source_key_by_name(fold_name(tr(source.name))) == source.key);
        }
    }
    set_language(Language::english);
}

TEST_CASE("HubSpot's columns") {
    CHECK(match_headers({"Record ID", "First Name", "Last Name", "Email", "Phone Number", "Contact owner", "Lead Status", "Create Date", "Company Name"}) ==
          Keys{"external_id", "first_name", "last_name", "email:work", "phone:work", "manager", "stage", "created", "company_name"});
}

TEST_CASE("Google Contacts' numbered columns") {
    CHECK(match_headers({"First Name", "Last Name", "Organization Name", "Organization Title", "Birthday", "Notes", "Labels", "E-mail 1 - Label",
                         "E-mail 1 - Value", "E-mail 2 - Value", "Phone 1 - Label", "Phone 1 - Value"}) ==
          Keys{"first_name", "last_name", "company_name", "job_title", "birth_date", "comments", "tags", "", "email:work", "email:work", "", "phone:work"});
}

TEST_CASE("amoCRM's columns of deals") {
    CHECK(match_headers({"ID", "Название сделки", "Компания", "Основной контакт", "Ответственный", "Этап сделки", "Бюджет", "Теги сделки", "Рабочий телефон"},
                        ImportAs::deals) ==
          Keys{"external_id", "title", "company_name", "full_name", "manager", "stage", "amount", "tags", "phone:work"});
}

TEST_CASE("a status of warmth becomes tags, a status of stages the stage") {
    ColumnSurvey const warmth{"status", {"warm", "cold", "in-contract"}, 3}, stages{"Статус", {"Обработан", "Чужая"}, 2};
    MatchContext context;
    context.is_stage = [](std::string_view name) { return name == "Обработан"; };
    CHECK(match({warmth}, context) == Keys{"tags"});
    CHECK(match({stages}, context) == Keys{"stage"});
}

TEST_CASE("columns without a telling name go by what they hold") {
    CHECK(match({{"foo", {"a@example.com", "b@example.com"}, 2}, {"bar", {"+7 900 000-11-22", "8 (900) 000-11-23"}, 2}, {"baz", {"120000.00"}, 1}}) ==
          Keys{"email:work", "phone:work", ""});
}

TEST_CASE("a first row of values is no header") {
    auto const header = [](std::vector<std::string_view> const& row) { return detect_header(row); };
    CHECK(header({"Имя", "Телефон"}) == HeaderRow::present);
    CHECK(header({"Анна", "+7 900 000-11-22", "anna@example.com"}) == HeaderRow::absent);
    CHECK(header({"Foo", "Bar"}) == HeaderRow::present);
}

TEST_CASE("no target is offered where it has no place") {
    CHECK(match_headers({"Сумма", "Телефон"}, ImportAs::contacts) == Keys{"", "phone:work"});
    CHECK(match_headers({"Название", "Отрасль"}, ImportAs::companies) == Keys{"company_name", "industry"});
}

}  // namespace leadkeep::exchange
