// Names first; then what only the whole table can settle ("Status", "Title", "Name", "Budget"); then the values.
#include "exchange/column_match.h"

#include <algorithm>
#include <optional>

#include "base/i18n.h"
#include "base/ranges.h"
#include "domain/email.h"
#include "domain/phone.h"
#include "exchange/header_names.h"

namespace leadkeep::exchange {
namespace {

using Matches = std::vector<ColumnMatch>;

bool has(Matches const& matches, std::string_view key) {
    return ranges::any_of(matches, [&](auto const& match) { return match.target == key; });
}

// Our own exports name columns by the targets' labels.
std::optional<std::string_view> target_by_label(std::string_view folded) {
    for (auto const& target : all_targets())
        if (target.kind != TargetKind::custom && fold_name(tr(target.label.data())) == folded) return target.key;
    return std::nullopt;
}

bool is_warmth(std::string_view value) {
    constexpr std::string_view words[] = {"cold", "warm", "hot", "in contract", "холодный", "теплый", "горячий"};
    return ranges::find(words, fold_name(value)) != std::end(words);
}

template <class Predicate>
bool mostly(ColumnSurvey const& column, Predicate fits) {
    if (column.samples.empty()) return false;
    auto const count = ranges::count_if(column.samples, fits);
    return static_cast<size_t>(count) * 10 >= column.samples.size() * 8;
}

// "Status" may hold the stage or how warm someone is; the values tell.
void settle_status(std::span<ColumnSurvey const> columns, MatchContext const& context, Matches& matches) {
    for (size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].target != "stage" || columns[i].samples.empty()) continue;
        bool const known_stage = ranges::any_of(columns[i].samples, [&](auto const& value) { return context.is_stage(value); });
        if (!known_stage && ranges::any_of(columns[i].samples, [](auto const& value) { return is_warmth(value); }))
            matches[i].target = "tags";
    }
    // Two columns that say the stage: the one whose values are stages wins.
    for (size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].target != "stage") continue;
        for (size_t k = i + 1; k < matches.size(); ++k) {
            if (matches[k].target != "stage") continue;
            bool const later_is_better = !ranges::any_of(columns[i].samples, [&](auto const& value) { return context.is_stage(value); }) &&
                                         ranges::any_of(columns[k].samples, [&](auto const& value) { return context.is_stage(value); });
            matches[later_is_better ? i : k] = {};
        }
    }
}

// A bare "Title" beside a person's names is the person's position, in exports of contacts.
void settle_title(std::span<ColumnSurvey const> columns, ImportAs as, Matches& matches) {
    bool const has_names = has(matches, "first_name") && has(matches, "last_name");
    for (size_t i = 0; i < matches.size(); ++i) {
        auto const folded = fold_name(columns[i].header);
        bool const is_of_cards = has(matches, "stage") || has(matches, "number") || as == ImportAs::deals;
        if (folded == "title" && has_names && !has(matches, "job_title") && !is_of_cards) matches[i].target = "job_title";
        bool const is_bare_name = folded == "name" || folded == "название" || folded == "наименование";
        if (is_bare_name && has_names && folded == "name") matches[i] = {"title", MatchedBy::name};
        if (is_bare_name && as == ImportAs::companies) matches[i] = {"company_name", MatchedBy::name};
        else if (folded == "name" && as == ImportAs::deals) matches[i] = {"title", MatchedBy::name};
        // «Имя» without «Фамилия» holds whole names as often as not.
        if (matches[i].target == "first_name" && !has(matches, "last_name") && !has(matches, "full_name"))
            matches[i].target = "full_name";
    }
}

// amoCRM calls the amount «Бюджет».
void settle_budget(Matches& matches) {
    if (has(matches, "amount")) return;
    for (auto& match : matches)
        if (match.target == "budget") match.target = "amount";
}

void match_by_content(std::span<ColumnSurvey const> columns, Matches& matches) {
    for (size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].by != MatchedBy::nothing) continue;
        if (mostly(columns[i], [](auto const& value) { return looks_like_email(value); })) matches[i] = {"email:work", MatchedBy::content};
        else if (mostly(columns[i], [](auto const& value) { return looks_like_phone(value); })) matches[i] = {"phone:work", MatchedBy::content};
    }
}

}  // namespace

std::vector<ColumnMatch> match_columns(std::span<ColumnSurvey const> columns, MatchContext const& context) {
    Matches matches(columns.size());
    for (size_t i = 0; i < columns.size(); ++i) {
        auto const folded = fold_name(columns[i].header);
        if (folded.empty()) continue;
        if (auto const own = target_by_label(folded)) matches[i] = {*own, MatchedBy::name};
        else if (auto const target = target_by_header(folded)) matches[i] = {*target, MatchedBy::name};
        else if (context.is_custom_field(folded)) matches[i] = {"custom", MatchedBy::name};
        else if (auto const guess = target_by_word(folded)) matches[i] = {*guess, MatchedBy::content};
    }
    settle_status(columns, context, matches);
    settle_title(columns, context.as, matches);
    settle_budget(matches);
    for (auto& match : matches) {
        auto const* const target = find_target(match.target);
        if (target && !target_fits(*target, context.as)) match = {};
    }
    match_by_content(columns, matches);
    return matches;
}

HeaderRow detect_header(std::span<std::string_view const> first_row) {
    constexpr size_t longest_telling_cell = 300;
    size_t known = 0, filled = 0, values = 0;
    for (auto const cell : first_row) {
        auto const folded = fold_name(cell.substr(0, longest_telling_cell));
        if (folded.empty()) continue;
        ++filled;
        if (target_by_header(folded)) ++known;
        else if (cell.size() > longest_telling_cell) continue;
        else if (looks_like_email(cell) || looks_like_phone(cell) || parse_date_text(cell, DateOrder::day_first)) ++values;
    }
    if (known >= 2 || (known == 1 && filled <= 3 && values == 0)) return HeaderRow::present;
    return values > 0 ? HeaderRow::absent : HeaderRow::present;
}

}  // namespace leadkeep::exchange
