// mode, report and check: the workspace as a whole.
#include <algorithm>

#include "app/lists.h"
#include "app/report.h"
#include "app/shown.h"
#include "base/i18n.h"
#include "base/name_fold.h"
#include "main/cli.h"
#include "store/check.h"

namespace leadkeep::cli {
namespace {

size_t width_of(std::string const& text) {
    size_t width = 0;
    for (size_t at = 0; at < text.size(); ++width) next_code_point(text, at);
    return width;
}

std::string padded(std::string const& text, size_t width, bool right) {
    std::string const space(width - std::min(width, width_of(text)), ' ');
    return right ? space + text : text + space;
}

void print_table(char const* heading, char const* what, std::vector<app::ReportLine> const& lines) {
    struct Line {
        std::string name, count, sums;
    };
    std::vector<Line> table{{heading, what, tr("Amount")}};
    for (auto const& line : lines)
        table.push_back({line.name, app::shown_number(line.count), app::shown_sums(line.sums)});
    size_t name_width = 0, count_width = 0;
    for (auto const& line : table) {
        name_width = std::max(name_width, width_of(line.name));
        count_width = std::max(count_width, width_of(line.count));
    }
    for (auto const& line : table) {
        std::string text =
            padded(line.name, name_width, false) + "  " + padded(line.count, count_width, true) + "  " + line.sums;
        while (text.ends_with(' ')) text.pop_back();
        print_line(text);
    }
}

std::string mode_word(app::Mode mode) { return mode == app::Mode::simple ? "simple" : "classic"; }

}  // namespace

Exit mode(Arguments const& arguments) {
    std::string const wanted = arguments.words.empty() ? std::string() : arguments.words[0];
    std::string const open_leads = arguments.option("open-leads");
    bool const usable =
        arguments.words.size() <= 1 && (wanted.empty() || wanted == "simple" || wanted == "classic") &&
        (!arguments.has("open-leads") || (wanted == "simple" && (open_leads == "convert" || open_leads == "keep")));
    if (!usable) return wrong_usage();
    auto database = Database::open(arguments.database, wanted.empty() ? Missing::refuse : Missing::create);
    if (!database) return refuse(database.error());
    auto& workspace = database->workspace();
    if (!wanted.empty() && wanted != mode_word(workspace.mode())) {
        auto const open = workspace.open_leads_preview();
        // Nothing is converted silently, and nothing is put out of sight silently.
        if (wanted == "simple" && open.count > 0 && open_leads.empty()) {
            for (auto const& title : open.titles) print_error("  " + title);
            print_error(trn("{0} lead is open. Say what becomes of it: --open-leads convert, or --open-leads keep.",
                            "{0} leads are open. Say what becomes of them: --open-leads convert, or --open-leads keep.",
                            open.count));
            return Exit::refused;
        }
        app::SwitchMode const command{wanted == "simple" ? app::Mode::simple : app::Mode::classic,
                                      open_leads == "convert" ? app::OpenLeads::convert : app::OpenLeads::keep};
        std::optional<Error> failed;
        workspace.on_queued_outcome = [&](Result<app::Outcome> outcome) {
            if (!outcome) failed = outcome.error();
        };
        if (auto const done = workspace.run(command); !done) return refuse(done.error());
        while (workspace.job()) workspace.step_job(1000);
        if (failed) return refuse(*failed);
    }
    database->keep();
    print_line(mode_word(workspace.mode()));
    return Exit::done;
}

Exit report(Arguments const& arguments) {
    std::string const by = arguments.words.size() == 1 ? arguments.words[0] : std::string();
    if (by != "status" && by != "source" && by != "manager") return wrong_usage();
    auto database = Database::open(arguments.database, Missing::refuse);
    if (!database) return refuse(database.error());
    auto& store = database->store();
    auto const lists = app::read_lists(store.reader(), store.identity().device);
    if (!lists) return refuse(lists.error());
    auto const group = by == "status"   ? store::GroupBy::stage
                       : by == "source" ? store::GroupBy::source
                                        : store::GroupBy::manager;
    char const* const heading = by == "status" ? tr("Stage") : by == "source" ? tr("Source") : tr("Manager");
    bool const simple = lists->mode == app::Mode::simple;
    auto const leads = app::read_report(store.reader(), *lists, app::Board::leads, group);
    auto const deals = app::read_report(store.reader(), *lists, app::Board::deals, group);
    if (!leads) return refuse(leads.error());
    if (!deals) return refuse(deals.error());
    auto const any = [](auto const& lines) {
        return std::any_of(lines.begin(), lines.end(), [](auto const& line) { return line.count > 0; });
    };
    bool const show_leads = !simple || any(*leads), show_deals = simple || any(*deals);
    if (show_leads) print_table(heading, tr("Leads"), *leads);
    if (show_leads && show_deals) print_line("");
    if (show_deals) print_table(heading, tr("Deals"), *deals);
    return Exit::done;
}

Exit check(Arguments const& arguments) {
    if (!arguments.words.empty()) return wrong_usage();
    auto database = Database::open(arguments.database, Missing::refuse);
    if (!database) return refuse(database.error());
    auto const findings = store::check(database->store());
    if (!findings) return refuse(findings.error());
    bool damaged = false;
    for (auto const& finding : *findings) {
        print_error(store::describe(finding));
        damaged = damaged || finding.severity == store::Severity::damage;
    }
    if (damaged) return Exit::refused;
    print_line(tr("Everything is in order"));
    return Exit::done;
}

}  // namespace leadkeep::cli
