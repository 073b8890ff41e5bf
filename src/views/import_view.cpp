#include "views/import_view.h"

#include <algorithm>
#include <array>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/import_choices.h"
#include "views/shell_state.h"
#include "views/sync_view.h"

namespace leadkeep::views {
namespace {

void run_import(ShellState& state, app::ImportPlan plan, Kept kept) {
    state.import.file_name = plan.file_name;
    state.import.kept = kept;
    auto job = app::make_import_job(state.workspace, std::move(plan));
    auto result = static_cast<app::ImportJob&>(*job).result();
    if (auto const started = state.workspace.start(std::move(job)); !started) return show_error(started.error());
    state.import.running = std::move(result);
    ui::request_frame();
}

void start_import(ShellState& state) {
    auto const plan = std::make_shared<app::ImportPlan>(std::move(*state.import.plan));
    state.import.plan.reset();
    with_state_kept(state, SnapshotBefore::import, plan->file_name,
                    [plan](ShellState& open, Kept kept) { run_import(open, std::move(*plan), kept); });
}

void preview_table(app::ImportPreview const& preview, ui::Rect rect) {
    constexpr float column_px = 150;
    std::vector<ui::TableColumn> columns{{tr("Line"), 56, ui::Align::end}};
    for (auto const& heading : preview.headings) columns.push_back({heading, column_px});
    float const width = std::max(rect.w, 56 + column_px * float(preview.headings.size()));
    ui::Scroll scroll("preview", {.rect = rect, .axis = ui::ScrollAxis::horizontal, .content_px = width});
    ui::Table table(tr("Rows as they will be"), columns, int(preview.rows.size()),
                    {.rect = {scroll.content().x, rect.y, width, rect.h}, .row_px = 34});
    for (int i = table.visible().first; i < table.visible().last; ++i) {
        auto const& row = preview.rows[size_t(i)];
        table.row(i, row.cells.empty() ? std::to_string(row.line) : row.cells.front());
        table.cell(std::to_string(row.line), ui::Token::text3);
        for (auto const& cell : row.cells) table.cell(cell);
    }
}

void columns_table(ShellState& state, ui::Rect rect) {
    auto& plan = *state.import.plan;
    bool const examples = !ui::is_phone();  // there the preview shows them
    std::vector<ui::TableColumn> heads{{tr("Column of the file"), 200}, {tr("For example")}, {tr("Becomes"), 240}};
    if (!examples) heads = {{tr("Column of the file")}, {tr("Becomes"), 180}};
    std::vector<ui::SelectOption> options;
    for (auto const& one : state.import.targets) options.push_back({one.key.empty() ? std::string(tr("Leave out")) : one.label});
    ui::Table table(tr("Columns"), heads, int(plan.columns.size()), {.rect = rect, .row_px = ui::coarse_pointer() ? 56.f : 46.f});
    for (int i = table.visible().first; i < table.visible().last; ++i) {
        auto const& column = plan.columns[size_t(i)];
        table.row(i, column.header);
        table.cell(column.header, ui::Token::text1, ui::TextStyle::body_medium);
        if (examples) {
            std::string samples;
            for (auto const& sample : column.samples) samples += (samples.empty() ? "" : " · ") + sample;
            table.cell(samples, ui::Token::text2);
        }
        ui::Scope scope(int64_t{i});
        ui::Row row(table.cell_rect());
        int index = 0;
        for (size_t t = 0; t < state.import.targets.size(); ++t)
            if (state.import.targets[t].key == plan.choices.targets[size_t(i)]) index = int(t);
        ui::next_fill();
        std::string const name = trf("{0} becomes", {column.header});
        if (ui::select(name, options, index, {.hide_label = true, .id = "target"}) && index >= 0) {
            auto choices = plan.choices;
            choices.targets[size_t(i)] = state.import.targets[size_t(index)].key;
            return plan_again(state, std::move(choices));  // `plan` is another one now
        }
    }
}

void summary_lines(app::ImportPlan const& plan) {
    size_t const matched = size_t(std::count_if(plan.columns.begin(), plan.columns.end(), [](auto const& one) { return !one.target.empty(); }));
    std::string const rows = plan.rows_are_all ? trn("{0} row", "{0} rows", plan.rows) : trn("more than {0} row", "more than {0} rows", plan.rows);
    ui::paragraph(trf("{0}: {1}, {2} of {3} columns are recognised.",
                      {plan.file_name, rows, std::to_string(matched), std::to_string(plan.columns.size())}));
    for (auto const& warning : plan.warnings) ui::paragraph(warning, ui::TextStyle::small, ui::Token::warning);
}

void save_skipped(ShellState& state, app::ImportResult const& result) {
    std::string name = state.import.file_name;
    if (auto const dot = name.rfind('.'); dot != std::string::npos) name.resize(dot);
    state.services.download(name + "-" + std::string(tr("skipped")) + ".csv", "text/csv;charset=utf-8", result.skipped_csv());
}

void skipped_rows(app::ImportResult const& result) {
    std::vector<ui::TableColumn> const heads{{tr("Line"), 64, ui::Align::end}, {tr("Why it was skipped")}};
    float const height = std::min(260.f, 40 + 34 * float(result.skipped_rows.size()) + 4);
    ui::Rect const rect = ui::place(0, height);
    ui::Table table(tr("Skipped rows"), heads, int(result.skipped_rows.size()), {.rect = rect, .row_px = 34});
    for (int i = table.visible().first; i < table.visible().last; ++i) {
        auto const& row = result.skipped_rows[size_t(i)];
        table.row(i, std::to_string(row.line));
        table.cell(std::to_string(row.line), ui::Token::text2);
        table.cell(row.reason);
    }
}

}  // namespace

void choose_import_file(ShellState& state) {
    if (!state.services.choose_file) return;
    state.services.choose_file(".csv,.tsv,.txt,text/csv", while_open(state, [](ShellState& open, Result<FileBytes> file) {
        if (!file) return show_error(file.error());
        receive_file(open, std::move(*file));
        ui::request_frame();
    }));
}

void receive_file(ShellState& state, FileBytes file) {
    if (state.workspace.job()) {
        show_error({ErrorKind::busy, tr_mark("Another file is being worked on. Wait until it is done, then choose this one again."), {}, {}});
        return;
    }
    if (app::looks_like_sync_file(file.bytes)) return preview_sync(state, std::move(file));
    auto plan = app::plan_import(state.workspace, file.name, std::move(file.bytes));
    if (!plan) return show_error(plan.error());
    state.import.tab = 0;
    state.import.targets = app::target_choices(plan->choices.as);
    state.import.plan = std::move(*plan);
}

void import_dialog(ShellState& state) {
    if (!state.import.plan) return;
    bool close = false, start = false;
    {
        ui::Dialog dialog(tr("Import"), {.width_px = 920, .max_height_px = 760});
        summary_lines(*state.import.plan);
        file_choices(state);
        std::array<std::string, 2> const labels{tr("Columns"), tr("Preview")};
        ui::tabs(tr("What to look at"), labels, state.import.tab);
        ui::Rect const table = ui::place(0, ui::is_phone() ? 360.f : 330.f);
        if (state.import.tab == 0) columns_table(state, table);
        else preview_table(state.import.plan->preview, table);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        auto const& plan = *state.import.plan;
        start = ui::primary_button(plan.rows_are_all ? trn("Import {0} row", "Import {0} rows", plan.rows) : std::string(tr("Import")));
    }
    if (start) return start_import(state);
    if (close) state.import.plan.reset();
}

JobTaken import_job_ended(ShellState& state, app::Job& job) {
    if (!state.import.running) return JobTaken::no;
    auto const result = std::move(state.import.running);
    state.import.running.reset();
    switch (job.state()) {
        case app::Job::State::finished:
            state.import.result = result;
            ui::announce(result->summary());
            break;
        case app::Job::State::failed: show_error(job.error()); break;
        default: ui::toast(tr("Import cancelled. Nothing was changed.")); break;
    }
    ui::request_frame();
    return JobTaken::yes;
}

void import_result_dialog(ShellState& state) {
    if (!state.import.result) return;
    auto const result = state.import.result;
    bool close = false;
    {
        ui::Dialog dialog(tr("Import finished"), {.width_px = 560});
        ui::text(result->summary(), ui::TextStyle::body_strong);
        for (auto const& note : result->notes) ui::paragraph(note);
        if (!result->skipped_rows.empty()) {
            skipped_rows(*result);
            if (ui::button(tr("Save the skipped rows"), {.icon = ui::Icon::download})) save_skipped(state, *result);
        }
        where_the_state_before_is(state.import.kept);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Undo the import"), {.icon = ui::Icon::undo})) {
            state.commands.push(app::Undo{});
            close = true;
        }
        if (ui::primary_button(tr("Done"))) close = true;
    }
    if (close) state.import.result.reset();
}

}  // namespace leadkeep::views
