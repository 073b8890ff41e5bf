// A backup that takes the place of the database: the device goes on as a new one at once, so that no number is given out twice.
#include <map>
#include <regex>
#include <set>

#include "app/database_file.h"
#include "app/salvaged.h"
#include "sync/device.h"

using namespace leadkeep;
using namespace leadkeep::test;

namespace {

// Of every change in the file, "device seq": when it was made. A stamp reads [ms,counter,"device",seq].
std::map<std::string, std::string> changes_in(std::string const& file) {
    static std::regex const stamp("\\[(\\d+,\\d+),\"([0-9a-f-]{36})\",(\\d+)\\]");
    auto const rows = rows_of(file);
    std::map<std::string, std::string> found;
    for (std::sregex_iterator at(rows.begin(), rows.end(), stamp), end; at != end; ++at) found[at->str(2) + " " + at->str(3)] = at->str(1);
    return found;
}

Device restored_from(std::string const& backup) {
    auto const file = got(app::read_database_file(backup));
    return Device::of_file(got(app::as_new_device(file.bytes, app::Books::complete)));
}

}  // namespace

TEST_CASE("after a restore no number of the old device is given out again") {
    Device anna;
    auto const lead = anna.add_lead("Bakery");
    auto const backup = anna.file();
    anna.now_ms += 1000;
    anna.set_title(lead, "Bread");  // seqs that the backup does not know
    anna.add_lead("Butcher");
    auto const before = changes_in(anna.full_file());
    auto restored = restored_from(backup);
    CHECK(restored.id() != anna.id());
    CHECK(restored.title(lead) == "Bakery");
    restored.now_ms += 2000;
    restored.set_title(lead, "Cakes");
    restored.add_lead("Florist");
    auto const after = changes_in(restored.full_file());
    REQUIRE(before.size() >= 3);
    std::set<std::string> devices;
    for (auto const& [change, made] : after) {
        devices.insert(change.substr(0, 36));
        if (change.starts_with(anna.id().to_string())) CHECK_MESSAGE(before.at(change) == made, change, " is another change now");
    }
    CHECK(devices == std::set<std::string>{anna.id().to_string(), restored.id().to_string()});
}

TEST_CASE("what another device has of the time after the backup comes back by a merge, and nothing is taken for a copy") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    boris.take_from(anna);
    auto const backup = anna.file();
    anna.set_title(lead, "Bread");
    auto const butcher = anna.add_lead("Butcher");
    boris.take_from(anna);
    auto restored = restored_from(backup);
    auto const florist = restored.add_lead("Florist");
    auto const summary = restored.merge(boris.full_file());
    CHECK(summary.own_device == app::MergeSummary::OwnDevice::ordinary);
    CHECK(summary.coverage == app::MergeSummary::Coverage::complete);
    CHECK(restored.title(lead) == "Bread");
    CHECK(restored.title(butcher) == "Butcher");
    // Only what is new goes back, and it arrives.
    auto const changes = restored.changes_for(boris);
    CHECK_FALSE(row_line(changes, florist.uuid).empty());
    CHECK(row_line(changes, lead.uuid).empty());
    CHECK(boris.merge(changes).coverage == app::MergeSummary::Coverage::complete);
    CHECK(boris.rows() == restored.rows());
}

TEST_CASE("restored twice from one backup gives two devices that merge") {
    Device anna;
    anna.add_lead("Bakery");
    auto const backup = anna.file();
    auto one = restored_from(backup), two = restored_from(backup);
    one.add_lead("Florist");
    two.add_lead("Butcher");
    exchange(one, two);
    CHECK(one.count("SELECT count(*) FROM lead") == 3);
    CHECK(one.rows() == two.rows());
}

TEST_CASE("a salvaged database asks the others for everything once more") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    auto const from_boris = boris.add_lead("Butcher");
    exchange(anna, boris);
    // As if the page with the lead of the other device had been lost.
    auto salvaged = got(app::Salvaged::from(anna.file()));
    auto torn = Device::of_file(got(app::as_new_device(got(salvaged.database_file()), app::Books::torn)));
    CHECK(torn.id() != anna.id());
    CHECK(torn.title(lead) == "Bakery");
    auto const sent = boris.changes_for(torn);
    CHECK_FALSE(row_line(sent, from_boris.uuid).empty());
    CHECK_FALSE(row_line(sent, lead.uuid).empty());
    CHECK(torn.merge(sent).own_device == app::MergeSummary::OwnDevice::ordinary);
    boris.take_from(torn);
    torn.take_from(boris);
    CHECK(boris.rows() == torn.rows());
}

TEST_CASE("a sync file makes a database of the same workspace") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    boris.take_from(anna);
    auto const made = got(app::database_from_sync_file("backup.json", anna.full_file()));
    CHECK(made.preview.leads == 1);
    auto restored = Device::of_file(made.bytes);
    CHECK(restored.title(lead) == "Bakery");
    CHECK(restored.store().identity().dataset == anna.store().identity().dataset);
    CHECK(boris.preview(restored.full_file()).dataset == app::MergeSummary::Dataset::same);
}
