// The laws of merging, held against random commands of the real store on three devices whose clocks are years apart, and
// whose files come doubled, late, in any order, or not at all. RC_PARAMS="seed=… max_success=…" repeats or deepens a run.
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>

#include "domain/defaults.h"
#include "sync/device.h"

using namespace leadkeep;
using namespace leadkeep::test;
using Json = nlohmann::json;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int cases = 200;
#else
constexpr int cases = 2000;
#endif

constexpr int64_t year_ms = int64_t{365} * 86'400'000;

struct Step {
    int kind, device, what, value;
};
std::ostream& operator<<(std::ostream& out, Step const& step) {
    return out << '{' << step.kind << ',' << step.device << ',' << step.what << ',' << step.value << '}';
}

rc::Gen<std::vector<Step>> steps(int count) {
    auto const small = [](int n) { return rc::gen::inRange(0, n); };
    auto const one = rc::gen::construct<Step>(small(14), small(3), small(8), small(20));
    return rc::gen::container<std::vector<Step>>(static_cast<size_t>(count), one);
}

// Three devices, the records they have made, and every file that was ever written.
struct World {
    std::vector<Device> devices;
    std::vector<Uuid> leads;
    std::vector<std::string> files;

    World() {
        for (int i = 0; i < 3; ++i) devices.push_back(Device::fresh());
    }

    bool has(Device& device, Uuid const& lead) {
        store::SyncedRows rows(device.store().reader());
        return got(rows.find(Entity::lead, lead)).has_value();
    }

    void set(Device& device, Uuid const& lead, char const* name, std::vector<Value> values) {
        store::SyncedRows rows(device.store().reader());
        auto const index = *register_index(Entity::lead, name);
        auto const before = got(rows.find(Entity::lead, lead))->stamps[index];
        device.set(Entity::lead, lead, {{name, std::move(values)}});
        auto const after = got(rows.find(Entity::lead, lead))->stamps[index];
        // An overwrite beats what its writer saw, under any clock.
        RC_ASSERT(after == before || order(after, before) > 0);
    }

    void edit(Device& device, Step const& step) {
        if (leads.empty()) return;
        auto const lead = leads[static_cast<size_t>(step.what) % leads.size()];
        if (!has(device, lead)) return;
        auto const text = Value{"v" + std::to_string(step.value)};
        switch (step.kind % 7) {
            case 0: set(device, lead, "title", {text}); break;
            case 1: set(device, lead, "city", {step.value % 3 ? text : Value{}}); break;
            case 2: set(device, lead, "amount", {int64_t{step.value}, std::string("EUR")}); break;
            case 3: set(device, lead, "stage", {stage_id(Board::leads, step.value % 2 ? "quality" : "junk").uuid, device.now_ms}); break;
            case 4: device.remove(Entity::lead, lead); break;
            case 5: device.restore(Entity::lead, lead); break;
            case 6: device.add_note({Entity::lead, lead}, "note"); break;
        }
    }

    void run(Step const& step) {
        auto& device = devices[static_cast<size_t>(step.device)];
        device.now_ms += step.value % 4;
        if (step.kind < 7) return edit(device, step);
        switch (step.kind) {
            case 7: leads.push_back(device.add_lead("Lead " + std::to_string(step.value)).uuid); break;
            case 8: device.put(Entity::tag, uuid_v5(leadkeep_space, "tag/" + std::to_string(step.what % 3)), {{"name", {"t" + std::to_string(step.value)}}}); break;
            case 9:
                if (step.value % 4 == 0) {
                    device.insert(Entity::manager, {});
                    break;
                }
                device.set(Entity::stage, stage_id(Board::leads, "quality").uuid, {{"name", {"s" + std::to_string(step.value)}}}); break;
            case 10: device.now_ms = noon_ms + (step.value - 10) * year_ms; break;
            case 11:
                files.push_back(step.what % 2 ? device.full_file() : device.changes_for(devices[static_cast<size_t>(step.value) % 3]));
                break;
            case 12:
                if (!files.empty()) device.merge(files[static_cast<size_t>(step.value * 7 + step.what) % files.size()]);
                break;
            case 13:
                if (step.value % 2) device.undo_if_possible();
                else device.merge(devices[static_cast<size_t>(step.what) % 3].full_file());
                break;
        }
    }

    void run(std::vector<Step> const& all) {
        for (auto const& step : all) run(step);
        for (auto& device : devices) files.push_back(device.full_file());
    }
};

// The naive rule over the text of all files: of each cell the greatest value.
class Oracle {
public:
    explicit Oracle(std::vector<std::string> const& files) {
        for (auto const& file : files) {
            auto const document = Json::parse(file);
            for (auto const& row : document["rows"]) {
                if (row["f"].empty() && !row.contains("o")) take(row, std::string(only_there), nullptr, row["s"]);
                for (auto const& [name, value] : row["f"].items()) take(row, name, value, row["s"]);
                if (row.contains("o"))
                    for (auto const& [name, pair] : row["o"].items()) take(row, name, pair[0], pair[1]);
            }
        }
        // That it is there goes without saying of a row that says more.
        std::vector<std::string> said;
        for (auto const& [key, cell] : cells_.items()) {
            if (!key.ends_with(only_there)) continue;
            auto const row = key.substr(0, key.size() - only_there.size());
            for (auto const& [other, its] : cells_.items())
                if (other != key && other.starts_with(row)) said.push_back(key);
        }
        for (auto const& key : said) cells_.erase(key);
    }
    // {"table id register": [value, stamp]} of what is expected, or of one file.
    Json const& cells() const { return cells_; }

private:
    void take(Json const& row, std::string const& name, Json const& value, Json const& stamp) {
        auto const key = row["t"].get<std::string>() + " " + row["id"].get<std::string>() + " " + name;
        auto& held = cells_[key];
        if (held.is_null() || rank(held[0], held[1]) < rank(value, stamp)) held = Json::array({value, stamp});
    }
    static std::tuple<int64_t, int64_t, std::string, std::string, int64_t> rank(Json const& value, Json const& stamp) {
        return {stamp[0], stamp[1], stamp[2], value.dump(), stamp[3]};
    }
    static constexpr std::string_view only_there = "is there";
    Json cells_ = Json::object();
};

void holds(char const* law, std::function<void(std::vector<Step>)> const& property) {
    setenv("RC_PARAMS", ("max_success=" + std::to_string(cases)).c_str(), 0);
    CHECK(rc::check(law, [&] { property(*steps(40)); }));
}

// Whether all three hold the same rows, and those that the naive rule gives.
bool all_agree_with_oracle(std::vector<Step> const& all) {
    World world;
    world.run(all);
    Oracle const expected(world.files);
    exchange_all({&world.devices[0], &world.devices[1], &world.devices[2]});
    auto const rows = world.devices[0].rows();
    for (auto& device : world.devices)
        if (device.rows() != rows || Oracle({device.full_file()}).cells() != expected.cells()) return false;
    return true;
}

}  // namespace

TEST_CASE("after any history, all devices that have met hold what the naive rule gives") {
    holds("convergence and oracle", [](std::vector<Step> const& all) { RC_ASSERT(all_agree_with_oracle(all)); });
}

TEST_CASE("a row that says nothing but that it is there, sent on and then taken back, is held alike everywhere") {
    CHECK(all_agree_with_oracle({{9, 0, 0, 0}, {11, 0, 0, 1}, {13, 0, 0, 7}}));
}

TEST_CASE("the order and the number of merges make no difference") {
    holds("commutative, associative, idempotent", [](std::vector<Step> const& all) {
        World world;
        world.run(all);
        auto order_a = world.files, order_b = world.files;
        order_b.insert(order_b.end(), world.files.begin(), world.files.end());
        std::shuffle(order_b.begin(), order_b.end(), std::minstd_rand(static_cast<unsigned>(*rc::gen::inRange(0, 1 << 30))));
        auto a = Device::fresh(), b = Device::fresh(), half = Device::fresh(), rest = Device::fresh();
        for (auto const& file : order_a) a.merge(file);
        for (auto const& file : order_b) b.merge(file);
        RC_ASSERT(a.rows() == b.rows());
        for (size_t i = 0; i < order_a.size(); ++i) (i % 2 ? half : rest).merge(order_a[i]);
        half.take_from(rest);
        RC_ASSERT(half.rows() == a.rows());
        a.merge(order_b.front());
        RC_ASSERT(a.rows() == b.rows());
    });
}

TEST_CASE("changes files after any gaps lead where full files lead, since nothing is claimed that was not received") {
    holds("truthful claims", [](std::vector<Step> const& all) {
        World world;
        world.run(all);
        auto by_changes = world.devices[0].copy(), by_full = world.devices[0].copy();
        for (int i : {2, 1}) {
            auto& sender = world.devices[static_cast<size_t>(i)];
            by_changes.merge(sender.changes_for(by_changes));
            by_full.merge(sender.full_file());
        }
        RC_ASSERT(by_changes.rows() == by_full.rows());
    });
}

TEST_CASE("copied devices that go on apart end with the same rows as all others") {
    holds("clones converge", [](std::vector<Step> const& all) {
        World world;
        auto const half = all.begin() + static_cast<ptrdiff_t>(all.size() / 2);
        for (auto step = all.begin(); step != half; ++step) world.run(*step);
        world.devices[1] = world.devices[0].copy();
        for (auto step = half; step != all.end(); ++step) world.run(*step);
        exchange_all({&world.devices[0], &world.devices[1], &world.devices[2]});
        RC_ASSERT(world.devices[0].rows() == world.devices[1].rows());
        RC_ASSERT(world.devices[0].rows() == world.devices[2].rows());
    });
}

TEST_CASE("an import that breaks off anywhere has not happened") {
    holds("all or nothing", [](std::vector<Step> const& all) {
        World world;
        world.run(all);
        auto& device = world.devices[0];
        auto const before = device.rows();
        auto const knowledge = got(app::knowledge_vector(device.store()));
        auto const bytes = std::make_shared<std::string const>(world.devices[1].full_file());
        {
            app::MergeJob job(device.store(), "file.json", bytes, {});
            for (auto slices = *rc::gen::inRange(0, 4); slices > 0 && job.state() == app::Job::State::running; --slices) job.step(0);
            if (job.state() == app::Job::State::finished) return;
        }
        RC_ASSERT(device.rows() == before);
        RC_ASSERT(got(app::knowledge_vector(device.store())) == knowledge);
        device.merge(*bytes);
    });
}
