// The program against a second opinion: oracle.py merges the same files by the naive rule and must get the same bytes.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "domain/defaults.h"
#include "sync/device.h"

using namespace leadkeep;
using namespace leadkeep::test;

namespace {

class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("leadkeep-oracle-" + std::to_string(std::random_device{}()))) {
        std::filesystem::create_directory(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string keep(std::string const& name, std::string const& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return "'" + (path_ / name).string() + "'";
    }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("an independent program that merges the same files gets the same bytes") {
    Device anna, boris, clara;
    boris.now_ms -= 3'600'000;
    auto const lead = anna.add_lead("Пекарня «У дома» \\ \"1\"\t\x01");
    auto const product = boris.insert(Entity::product_line, {{"quantity", {0.1}}, {"discount_percent", {1e21}}, {"name", {std::string("😀")}}});
    anna.insert(Entity::manager, {});
    anna.add_note(ref(lead), "Позвонить");
    exchange(anna, boris);
    boris.set(Entity::lead, lead.uuid, {{"city", {std::string("Tver")}}, {"amount", {int64_t{5}, std::string("EUR")}}});
    boris.set(Entity::product_line, product, {{"quantity", {2.0}}, {"discount_percent", {-1.5e-9}}});
    clara.set(Entity::stage, stage_id(Board::leads, "quality").uuid, {{"name", {std::string("Ready")}}});
    anna.set(Entity::lead, lead.uuid, {{"city", {Null{}}}});
    anna.remove(Entity::lead, lead.uuid);
    Folder const folder;
    std::string files;
    int number = 0;
    for (auto* device : {&anna, &boris, &clara}) files += " " + folder.keep(std::to_string(number++) + ".json", device->full_file());
    exchange_all({&anna, &boris, &clara});
    auto const result = folder.keep("result.json", clara.full_file());
    CHECK(std::system(("python3 '" LEADKEEP_SOURCE_DIR "/tests/sync/oracle.py' --check " + result + files + " > /dev/null").c_str()) == 0);
    // And it would notice.
    auto const other = folder.keep("other.json", Device().full_file());
    CHECK(std::system(("python3 '" LEADKEEP_SOURCE_DIR "/tests/sync/oracle.py' --check " + other + files + " > /dev/null 2>&1").c_str()) != 0);
}
