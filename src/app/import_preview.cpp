// The same reader as the import's, so that the preview cannot promise anything else.
#include "app/import_preview.h"

#include <algorithm>
#include <functional>
#include <set>

#include "app/import_names.h"
#include "app/import_writer.h"
#include "app/labels.h"
#include "base/i18n.h"
#include "base/ranges.h"
#include "domain/phone.h"
#include "platform/locale.h"

namespace leadkeep::app {
namespace {

using exchange::RowDraft;

constexpr size_t previewed_rows = 20;

std::string joined(std::vector<std::string> const& parts, std::string_view between) {
    std::string text;
    for (auto const& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
    return text;
}

std::string phone_text(std::string const& typed, std::string const& country) {
    auto const phone = normalise_phone(typed, country);
    if (!phone.is_international()) return typed;
    return phone.extension.empty() ? phone.normal : trf("{0} ext. {1}", {phone.normal, phone.extension});
}

struct Context {
    Lists const& lists;
    ImportPlan const& plan;
    Board board;
};

std::string channels_text(Context const& context, RowDraft const& row, std::function<bool(std::string_view)> const& is_wanted) {
    std::vector<std::string> texts;
    for (auto const& channel : row.channels)
        if (is_wanted(channel.kind)) texts.push_back(channel.kind == "phone" ? phone_text(channel.value, context.plan.choices.country) : channel.value);
    return joined(texts, ", ");
}

std::string stage_text(Context const& context, RowDraft const& row) {
    auto const* stage = find_stage_by_name(context.lists, context.board, row.stage);
    return (stage ? *stage : context.lists.stages(context.board).front()).name;
}

struct Heading {
    char const* label;
    std::function<std::string(Context const&, RowDraft const&)> text;
};

std::vector<Heading> main_headings() {
    return {
        {tr_mark("Title"), [](auto const&, RowDraft const& row) { return std::string(row.text("title")); }},
        {tr_mark("Name"), [](auto const&, RowDraft const& row) { return join_full_name(row.name); }},
        {tr_mark("Company"), [](auto const&, RowDraft const& row) { return std::string(row.text("company_name")); }},
        {tr_mark("Position"), [](auto const&, RowDraft const& row) { return std::string(row.text("job_title")); }},
        {tr_mark("Phone"), [](auto const& context, RowDraft const& row) { return channels_text(context, row, [](auto kind) { return kind == "phone"; }); }},
        {tr_mark("E-mail"), [](auto const& context, RowDraft const& row) { return channels_text(context, row, [](auto kind) { return kind == "email"; }); }},
        {tr_mark("Other ways to reach"), [](auto const& context, RowDraft const& row) {
             return channels_text(context, row, [](auto kind) { return kind != "phone" && kind != "email"; });
         }},
        {tr_mark("Amount"), [](auto const&, RowDraft const& row) {
             if (!row.amount || row.amount->minor == 0) return std::string{};
             return money_text({row.amount->minor, row.currency.empty() ? row.amount->currency : row.currency});
         }},
        {tr_mark("Manager"), [](auto const&, RowDraft const& row) { return row.manager; }},
        {tr_mark("Source"), [](auto const&, RowDraft const& row) { return row.source; }},
        {tr_mark("Tags"), [](auto const&, RowDraft const& row) { return joined(row.tags, ", "); }},
        {tr_mark("Created"), [](auto const& context, RowDraft const& row) {
             return row.created ? platform::format_date_time(moment_ms(*row.created, context.plan.choices.zone_offset_min)) : std::string{};
         }},
        {tr_mark("Comments"), [](auto const&, RowDraft const& row) { return std::string(row.text("comments")); }},
    };
}

bool is_main_text(std::string_view key) { return key == "title" || key == "company_name" || key == "job_title" || key == "comments"; }

std::string value_of(RowDraft::Text const& text) {
    auto const* target = exchange::find_target(text.key);
    return target && target->kind == exchange::TargetKind::flag ? std::string(tr("Yes")) : text.value;
}

std::vector<RowDraft> first_rows(ImportPlan const& plan) {
    std::vector<RowDraft> rows;
    exchange::CsvReader csv(*plan.text, plan.choices.delimiter);
    exchange::CsvRow row;
    exchange::RowReader reader(row_options(plan));
    bool header = plan.choices.header == exchange::HeaderRow::present;
    while (rows.size() < previewed_rows) {
        auto const more = csv.next(row);
        if (!more || !*more) break;
        if (!header) rows.push_back(reader.read(row));
        header = false;
    }
    return rows;
}

void add_column(ImportPreview& preview, std::string heading, std::vector<std::string> const& cells) {
    if (ranges::all_of(cells, [](auto const& cell) { return cell.empty(); })) return;
    preview.headings.push_back(std::move(heading));
    for (size_t i = 0; i < cells.size(); ++i) preview.rows[i].cells.push_back(cells[i]);
}

void warn(Context const& context, std::vector<RowDraft> const& rows, ImportPlan& plan) {
    if (plan.replaced_characters > 0)
        plan.warnings.push_back(trf("Some characters cannot be read as {0}. Try another encoding.", {exchange::encoding_name(plan.choices.encoding)}));
    if (ranges::all_of(plan.choices.targets, [](auto const& target) { return target.empty(); }))
        plan.warnings.emplace_back(tr("No column was recognised. Choose what each of them is."));
    std::set<std::string> unknown;
    for (size_t i = 0; i < plan.choices.targets.size(); ++i) {
        if (plan.choices.targets[i] != "stage" || i >= plan.columns.size()) continue;
        for (auto const& row : rows)
            if (!row.stage.empty() && !find_stage_by_name(context.lists, context.board, row.stage)) unknown.insert(row.stage);
    }
    for (auto const& name : unknown)
        plan.warnings.push_back(trf("There is no stage “{0}”: its rows go to “{1}”.", {name, context.lists.stages(context.board).front().name}));
    size_t told = 0;
    for (auto const& row : rows)
        for (auto const& complaint : row.complaints)
            if (told++ < 3) plan.warnings.push_back(trf("Line {0}: {1}", {std::to_string(row.line), describe_complaint(complaint)}));
}

}  // namespace

exchange::RowOptions row_options(ImportPlan const& plan) {
    exchange::RowOptions options{{}, plan.choices.targets, plan.choices.date_order, plan.choices.currency};
    for (auto const& column : plan.columns) options.headers.push_back(column.header);
    return options;
}

std::string describe_complaint(RowDraft::Complaint const& complaint) {
    switch (complaint.fault) {
        case RowDraft::Fault::not_an_amount: return trf("“{0}” is no amount; it was put into the comments.", {complaint.value});
        case RowDraft::Fault::not_a_date: return trf("“{0}” is no date; it was put into the comments.", {complaint.value});
        case RowDraft::Fault::not_a_number: return trf("“{0}” is no number; it was put into the comments.", {complaint.value});
        case RowDraft::Fault::too_long: return trf("What stands in “{0}” is too long; its end was cut off.", {complaint.header});
        case RowDraft::Fault::more_values_than_columns:
            return trf("There are more values than columns; “{0}” and what follows was left out.", {complaint.value});
    }
    return {};
}

void fill_preview(Lists const& lists, ImportPlan& plan) {
    auto const as = effective_kind(plan.choices.as, lists.mode);
    Context const context{lists, plan, as == ImportAs::deals ? Board::deals : Board::leads};
    auto const rows = first_rows(plan);
    plan.preview = {};
    for (auto const& row : rows) plan.preview.rows.push_back({row.line, {}});
    auto const cells_by = [&](auto const& text) {
        std::vector<std::string> cells;
        for (auto const& row : rows) cells.push_back(text(row));
        return cells;
    };
    for (auto const& heading : main_headings())
        add_column(plan.preview, tr(heading.label), cells_by([&](RowDraft const& row) { return heading.text(context, row); }));
    if (as == ImportAs::leads || as == ImportAs::deals)
        add_column(plan.preview, tr("Stage"), cells_by([&](RowDraft const& row) { return stage_text(context, row); }));
    for (auto const& target : exchange::all_targets()) {
        if (is_main_text(target.key)) continue;
        add_column(plan.preview, tr(target.label.data()), cells_by([&](RowDraft const& row) {
            auto const found = ranges::find(row.texts, target.key, &RowDraft::Text::key);
            return found == row.texts.end() ? std::string{} : value_of(*found);
        }));
    }
    for (size_t i = 0; i < plan.columns.size(); ++i) {
        if (plan.choices.targets[i] != "custom") continue;
        add_column(plan.preview, plan.columns[i].header, cells_by([&](RowDraft const& row) {
            auto const found = ranges::find(row.customs, i, &RowDraft::Custom::column);
            return found == row.customs.end() ? std::string{} : found->value;
        }));
    }
    warn(context, rows, plan);
}

}  // namespace leadkeep::app
