// Our native core's import of a CSV file into a fresh database on disk, for tests/bench/import.mjs.
//     bench_import FILE    prints the milliseconds of one import
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "app/import_job.h"
#include "base/i18n.h"

namespace {

using namespace leadkeep;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

[[noreturn]] void give_up(std::string const& why) {
    std::fprintf(stderr, "bench_import: %s\n", why.c_str());
    std::exit(1);
}

void import_into(fs::path const& database, std::string const& name) {
    std::ifstream file(name, std::ios::binary);
    if (!file) give_up("cannot read " + name);
    std::string const csv{std::istreambuf_iterator<char>(file), {}};
    auto store = store::Store::open({.path = database.string()});
    if (!store) give_up(describe(store.error()));
    auto plan = app::plan_import(**store, "leads.csv", csv);
    if (!plan) give_up(describe(plan.error()));
    plan->choices.duplicates = app::Duplicates::skip;
    auto const job = app::make_import_job(**store, std::move(*plan));
    while (job->state() == app::Job::State::running) job->step(1000);
    if (job->state() != app::Job::State::finished) give_up(describe(job->error()));
    if (job->result()->skipped > 0) give_up("not every row arrived: " + job->result()->summary());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) give_up("usage: bench_import FILE");
    auto const folder = fs::temp_directory_path() / ("leadkeep-bench-import-" + std::to_string(Clock::now().time_since_epoch().count()));
    fs::create_directories(folder);
    auto const begin = Clock::now();
    import_into(folder / "ours.db", argv[1]);
    std::chrono::duration<double, std::milli> const took = Clock::now() - begin;
    fs::remove_all(folder);
    std::printf("%.1f\n", took.count());
    return 0;
}
