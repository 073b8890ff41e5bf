// import, export and sync: files in and out.
#include <cstdio>

#include "app/export_csv.h"
#include "app/export_sync.h"
#include "app/import_job.h"
#include "app/merge_job.h"
#include "base/i18n.h"
#include "main/cli.h"

namespace leadkeep::cli {
namespace {

std::optional<app::ImportAs> import_as(std::string const& word) {
    if (word == "leads") return app::ImportAs::leads;
    if (word == "deals") return app::ImportAs::deals;
    if (word == "contacts") return app::ImportAs::contacts;
    if (word == "companies") return app::ImportAs::companies;
    return std::nullopt;
}

std::optional<app::Duplicates> duplicates(std::string const& word) {
    if (word == "allow") return app::Duplicates::allow;
    if (word == "skip") return app::Duplicates::skip;
    if (word == "merge") return app::Duplicates::merge;
    if (word == "replace") return app::Duplicates::replace;
    return std::nullopt;
}

void print_plan(app::ImportPlan const& plan) {
    for (auto const& column : plan.columns)
        print_line(column.header + " -> " + (column.target.empty() ? "-" : column.target));
    for (auto const& warning : plan.warnings) print_error(warning);
    print_line(trn("{0} row would be imported", "{0} rows would be imported", plan.rows));
}

void print_result(std::string const& file, app::ImportResult const& result) {
    for (auto const& note : result.notes) print_error(note);
    for (auto const& row : result.skipped_rows) print_error(file + ":" + std::to_string(row.line) + ": " + row.reason);
    print_line(result.summary());
}

Result<app::ImportPlan> plan_of(Database& database, Arguments const& arguments, std::string bytes) {
    auto plan = LK_TRY(app::plan_import(database.store(), file_name_of(arguments.words[0]), std::move(bytes)));
    auto choices = plan.choices;
    if (auto const as = import_as(arguments.option("as"))) choices.as = *as;
    if (auto const way = duplicates(arguments.option("duplicates"))) choices.duplicates = *way;
    return app::replan(database.store(), plan, std::move(choices));
}

}  // namespace

Exit import_file(Arguments const& arguments) {
    bool const usable = arguments.words.size() == 1 && (!arguments.has("as") || import_as(arguments.option("as"))) &&
                        (!arguments.has("duplicates") || duplicates(arguments.option("duplicates")));
    if (!usable) return wrong_usage();
    auto bytes = read_whole_file(arguments.words[0]);
    if (!bytes) return refuse(bytes.error());
    if (app::looks_like_sync_file(*bytes))
        return refuse(Error{ErrorKind::refused,
                            tr_mark("{0} is a sync file. Merge it with: leadkeep DB sync {0}"),
                            {arguments.words[0]},
                            {}});
    auto database = Database::open(arguments.database, Missing::create);
    if (!database) return refuse(database.error());
    auto plan = plan_of(*database, arguments, std::move(*bytes));
    if (!plan) return refuse(plan.error());
    if (arguments.has("dry-run")) {
        print_plan(*plan);
        return Exit::done;
    }
    auto const job = app::make_import_job(database->store(), std::move(*plan));
    while (job->state() == app::Job::State::running) job->step(1000);
    if (job->state() != app::Job::State::finished) return refuse(job->error());
    database->keep();
    print_result(file_name_of(arguments.words[0]), *job->result());
    return Exit::done;
}

Exit export_file(Arguments const& arguments) {
    std::string const form = arguments.words.size() == 1 ? arguments.words[0] : std::string();
    bool const csv = form == "csv", json = form == "json";
    auto const as = import_as(arguments.has("as") ? arguments.option("as") : "leads");
    if ((!csv && !json) || (csv && arguments.has("since")) || (json && arguments.has("as")) || !as)
        return wrong_usage();
    auto database = Database::open(arguments.database, Missing::refuse);
    if (!database) return refuse(database.error());
    auto const text = csv ? app::export_csv(database->store(), *as)
                          : app::export_sync_file(database->store(), {arguments.option("since")});
    if (!text) return refuse(text.error());
    auto const written = write_whole_file(arguments.option("output"), *text);
    return written ? Exit::done : refuse(written.error());
}

Exit sync_file(Arguments const& arguments) {
    if (arguments.words.size() != 1) return wrong_usage();
    auto const bytes = read_whole_file(arguments.words[0]);
    if (!bytes) return refuse(bytes.error());
    auto database = Database::open(arguments.database, Missing::create);
    if (!database) return refuse(database.error());
    app::MergeConsent consent;
    if (arguments.has("accept-loss")) consent.large_loss = app::MergeConsent::LargeLoss::accept;
    auto const summary = app::merge_sync_file(database->store(), file_name_of(arguments.words[0]), *bytes, consent);
    if (!summary) return refuse(summary.error());
    database->keep();
    for (auto const& warning : summary->warnings) print_error(warning);
    print_line(app::summary_json(*summary));
    return Exit::done;
}

}  // namespace leadkeep::cli
