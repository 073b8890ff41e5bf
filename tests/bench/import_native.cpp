// Import of a CSV file against `sqlite3 .import` of the same file into one table, both into a file on disk, in turns.
//     bench_import [ROWS]             prints one JSON line
//     bench_import --write ROWS FILE  only writes the file, for other measurements
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "app/import_job.h"
#include "base/i18n.h"

namespace {

using namespace leadkeep;
namespace fs = std::filesystem;

constexpr int turns = 5;

// People as a web CRM exports them: 24 columns, two phones, an e-mail, tags, text of some length; nobody twice.
std::string make_csv(int rows) {
    constexpr char const* first[] = {"Shelley", "Leah", "Margaret", "Faith", "Robin", "Dolores", "Brett", "Suzanne", "Brent", "Martin"};
    constexpr char const* last[] = {"Kerluke", "Boehm", "Haley", "Leuschke", "Fritsch", "Larson", "Connelly", "Bode", "Kilback"};
    constexpr char const* stages[] = {"Not processed", "In progress", "Processed", "Quality lead", "Junk lead"};
    constexpr char const* tags[] = {"", "vip", "\"musician, vip\"", "influencer", "", "manager", ""};
    std::string text = "id,first_name,last_name,gender,job title,background,first_seen,last_seen,has_newsletter,stage,tags,company_id,sales_id,"
                       "linkedin_url,company_name,nb_tasks,company,sales,email_work,email_home,email_other,phone_work,phone_home,phone_other\n";
    char line[700];
    for (int i = 0; i < rows; ++i) {
        auto const* name = first[i % 10];
        auto const* family = last[i % 9];
        auto const company = i % 997;
        std::snprintf(line, sizeof line,
                      "%d,%s,%s,female,Engineer %d,\"Eaque voluptatem cum aut, suscipit in %d magnam nesciunt necessitatibus voluptates\","
                      "2024-0%d-1%dT18:04:34.666+00:00,2024-08-14T11:39:02.318+00:00,false,%s,%s,%d,1,,\"Company %d, Sons and Co\",0,"
                      "\"Company %d, Sons and Co\",Jane Doe %d,%s.%s%d@example.com,,,(%03d) %03d-%04d,,1-%03d-%03d-%04d x371\n",
                      i, name, family, i % 60, i, i % 9 + 1, i % 10, stages[i % 5], tags[i % 7], company, company, company, i % 4, name, family, i,
                      200 + i / 10000 % 700, 200 + i % 700, i % 10000, 200 + i % 700, 201 + i / 10000 % 700, i % 10000);
        text += line;
    }
    return text;
}

double milliseconds(auto const& work) {
    auto const begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

[[noreturn]] void give_up(std::string const& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

void import_here(fs::path const& database, std::string const& csv, int rows, app::Duplicates duplicates) {
    auto store = store::Store::open({.path = database.string()});
    if (!store) give_up(describe(store.error()));
    auto plan = app::plan_import(**store, "leads.csv", csv);
    if (!plan) give_up(describe(plan.error()));
    plan->choices.duplicates = duplicates;
    auto const job = app::make_import_job(**store, std::move(*plan));
    while (job->state() == app::Job::State::running) job->step(1000);
    if (job->state() != app::Job::State::finished) give_up(describe(job->error()));
    if (job->result()->added != rows) give_up("not every row arrived: " + job->result()->summary());
}

double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    std::string const mode = argc > 1 ? argv[1] : "10000";
    if (mode == "--write" && argc == 4) {
        std::ofstream(argv[3], std::ios::binary) << make_csv(std::atoi(argv[2]));
        return 0;
    }
    int const rows = std::max(1, std::atoi(mode.c_str()));
    auto const folder = fs::temp_directory_path() / ("leadkeep-bench-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()));
    fs::create_directories(folder);
    auto const csv = make_csv(rows);
    auto const file = folder / "leads.csv";
    std::ofstream(file, std::ios::binary) << csv;

    std::vector<double> ours, theirs;
    for (int turn = 0; turn < turns; ++turn) {
        auto const tail = std::to_string(turn) + ".db";
        auto const command = "sqlite3 '" + (folder / ("theirs" + tail)).string() + "' '.mode csv' '.import " + file.string() + " leads'";
        theirs.push_back(milliseconds([&] { if (std::system(command.c_str()) != 0) give_up("sqlite3 failed"); }));
        ours.push_back(milliseconds([&] { import_here(folder / ("ours" + tail), csv, rows, app::Duplicates::skip); }));
    }
    fs::remove_all(folder);
    std::printf("{\"bench\":\"import_native\",\"rows\":%d,\"ms\":%.1f,\"sqlite3_import_ms\":%.1f,\"ratio\":%.2f}\n", rows, median(ours), median(theirs),
                median(ours) / median(theirs));
    return 0;
}
