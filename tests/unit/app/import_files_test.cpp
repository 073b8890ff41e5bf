// The real files arrive whole: read back from the database after the import.
#include "domain/defaults.h"
#include "unit/app/import_fixture.h"

namespace leadkeep::app {
namespace {

constexpr int moscow_min = 180;

struct Moscow {
    Moscow() { platform::headless::set_fixed_zone(moscow_min); }
    ~Moscow() { platform::headless::set_fixed_zone(0); }
};

std::string text(MemoryStore& store, std::string const& sql) {
    auto const value = store.value(sql);
    auto const* found = std::get_if<std::string>(&value);
    return found ? *found : "";
}

std::string of_lead(std::string const& external_id, std::string const& what) {
    return "SELECT " + what + " FROM lead WHERE external_id = '" + external_id + "'";
}

void check_bitrix_leads(MemoryStore& store) {
    CHECK(store.count("SELECT count(*) FROM lead") == 300);
    CHECK(store.count("SELECT count(*) FROM event WHERE kind = 'imported'") == 300);
    // Every stage of the file is one of ours.
    for (auto const& [key, count] : {std::pair{"new", 61}, {"in_progress", 60}, {"processed", 60}, {"quality", 60}, {"junk", 59}}) {
        (void)count;
        auto query = must(store->reader().prepare("SELECT count(*) FROM lead WHERE stage_id = ?1"));
        query.bind(1, stage_id(leadkeep::Board::leads, key).uuid);
        REQUIRE(must(query.step()));
        CHECK(query.integer(0) > 20);
    }
    // One number in its different spellings.
    CHECK(text(store, "SELECT normal FROM channel JOIN lead ON lead.id = owner_id WHERE external_id = '10800' AND kind = 'phone'") == "+79000006336");
    CHECK(text(store, "SELECT normal || ' ' || extension FROM channel JOIN lead ON lead.id = owner_id WHERE external_id = '10798'") == "+79000004558 324");
    CHECK(text(store, "SELECT normal FROM channel JOIN lead ON lead.id = owner_id WHERE external_id = '10794' AND kind = 'phone'") == "+79000002800");
    CHECK(store.count("SELECT count(*) FROM channel WHERE kind = 'phone'") == 300);
    CHECK(store.count("SELECT count(*) FROM channel WHERE kind = 'phone' AND normal NOT LIKE '+7900_______'") == 0);
    CHECK(store.count("SELECT count(*) FROM channel WHERE kind = 'email'") == 86);
    CHECK(store.count("SELECT count(*) FROM channel WHERE kind = 'messenger' AND type = 'telegram'") == 29);
    // 10.06.2026 09:48:00 in Moscow.
    CHECK(store.count(of_lead("10800", "created_at_ms")) == 1781074080000);
    CHECK(text(store, of_lead("10790", "comments")) == "Просил перезвонить\nпосле 18:00");
    CHECK(text(store, of_lead("10798", "comments")) == "Сказал: \"дорого\", думает");
    CHECK(store.count("SELECT count(*) FROM lead WHERE comments IS NOT NULL") == 41);
    CHECK(text(store, "SELECT manager.name FROM manager JOIN lead ON lead.manager_id = manager.id WHERE external_id = '10798'") == "Анна Образцова");
    CHECK(store.count("SELECT count(*) FROM manager WHERE name IS NOT NULL") == 3);
    CHECK(store.count(of_lead("10798", "amount_minor")) == 1500000);
    CHECK(text(store, of_lead("10798", "currency")) == "RUB");
    CHECK(text(store, of_lead("10794", "company_name")) == "ООО «Лютик»");
    CHECK(text(store, of_lead("10796", "utm_campaign")) == "osen-2026");
    CHECK(store.count(of_lead("10796", "repeat")) == 1);
    CHECK(text(store, of_lead("10800", "title")) == "№10800 Тимур Зимин");
    CHECK(text(store, of_lead("10800", "first_name || ' ' || last_name")) == "Тимур Зимин");
    CHECK(text(store, of_lead("10792", "city || ', ' || region || ', ' || postcode || ', ' || country")) == "Нижний Новгород, Нижегородская обл., 603000, Россия");
    // Default sources were found, none was made.
    CHECK(store.count("SELECT count(*) FROM source WHERE key IS NULL") == 0);
    CHECK(store.count("SELECT count(*) FROM lead WHERE source_id IS NULL") == 0);
}

}  // namespace

TEST_CASE("the Bitrix24 export in Windows-1251 arrives: 300 of 300") {
    Moscow const zone;
    MemoryStore store;
    auto const result = import_file(store, "bitrix24_leads_cp1251.csv");
    CHECK(result->added == 300);
    CHECK(result->skipped == 0);
    check_bitrix_leads(store);
}

TEST_CASE("the same export in UTF-8 arrives the same: 300 of 300") {
    Moscow const zone;
    MemoryStore store;
    CHECK(import_file(store, "bitrix24_leads_utf8_bom.csv")->added == 300);
    check_bitrix_leads(store);
}

TEST_CASE("the export of a web CRM arrives: 500 of 500") {
    MemoryStore store;
    auto const plan = must(plan_import(store, "contacts_en_500.csv", data_file("contacts_en_500.csv")));
    CHECK(plan.rows == 500);
    CHECK(plan.choices.country == "US");
    auto const result = run_import(store, plan);
    CHECK(result->added == 500);
    CHECK(result->skipped == 0);
    CHECK(store.count("SELECT count(*) FROM lead") == 500);
    auto const of_shelley = [](std::string const& what) { return of_lead("2", what); };
    CHECK(text(store, of_shelley("first_name || ' ' || last_name")) == "Shelley Kerluke");
    CHECK(text(store, of_shelley("job_title")) == "Ubiquitous");
    CHECK(text(store, of_shelley("company_name")) == "Gottlieb and Sons");
    CHECK(text(store, of_shelley("comments")) == "Eaque ipsa velit.");
    CHECK(store.count(of_shelley("created_at_ms")) == 1723572274666);
    CHECK(text(store, of_lead("3", "company_name")) == "Brekke, Dietrich and Klein");
    CHECK(text(store, "SELECT normal || ' x' || extension FROM channel JOIN lead ON lead.id = owner_id WHERE external_id = '2' AND kind = 'phone'") ==
          "+19553710847 x371");
    CHECK(store.count("SELECT count(*) FROM channel WHERE kind = 'phone'") == 274 + 270 + 286);
    CHECK(store.count("SELECT count(*) FROM channel WHERE kind = 'phone' AND normal NOT LIKE '+1__________'") == 0);
    CHECK(store.count("SELECT count(*) FROM channel WHERE kind = 'email'") == 500);
    CHECK(store.count("SELECT count(*) FROM tag_link JOIN tag ON tag.id = tag_id WHERE name = 'warm'") > 50);
    CHECK(store.count("SELECT count(*) FROM tag WHERE name IN ('football-fan', 'musician', 'in-contract')") == 3);
    CHECK(store.count("SELECT count(*) FROM lead JOIN manager ON manager.id = manager_id WHERE manager.name = 'Jane Doe'") == 500);
}

TEST_CASE("contacts imported as contacts share their companies") {
    MemoryStore store;
    auto const result = import_text(store, data_file("contacts_en_500.csv"), Duplicates::allow, ImportAs::contacts);
    CHECK(result->added == 500);
    CHECK(store.count("SELECT count(*) FROM contact") == 500);
    CHECK(store.count("SELECT count(*) FROM company") == 55);
    CHECK(store.count("SELECT count(*) FROM contact_company") == 500);
}

TEST_CASE("in Simple mode each row becomes a deal with its contact and company") {
    MemoryStore store;
    auto change = store.begin();
    must(change.put(Entity::setting, setting_id(setting::mode), {{"key", {std::string(setting::mode)}}, {"value", {"\"simple\""}}}));
    must(change.commit());
    CHECK(import_file(store, "bitrix24_leads_utf8_bom.csv")->added == 300);
    CHECK(store.count("SELECT count(*) FROM lead") == 0);
    CHECK(store.count("SELECT count(*) FROM deal") == 300);
    CHECK(store.count("SELECT count(*) FROM contact") == 300);
    CHECK(store.count("SELECT count(*) FROM company") == 4);
    CHECK(store.count("SELECT count(*) FROM deal WHERE company_id IS NOT NULL") == 81);
    CHECK(store.count("SELECT count(*) FROM deal_contact") == 300);
    // A deal has no field for the campaign: it is told on the timeline.
    CHECK(store.count("SELECT count(*) FROM event WHERE kind = 'enquiry_received' AND data LIKE '%osen-2026%'") == 52);
}

}  // namespace leadkeep::app
