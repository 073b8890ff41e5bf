// What an import does to the workspace, and what it leaves alone.
#include "base/ranges.h"
#include "domain/defaults.h"
#include "unit/app/import_fixture.h"

namespace leadkeep::app {
namespace {

constexpr auto two_people = "Name,Phone,E-mail,City\nAnna Berg,+49 171 1234567,anna@example.com,Berlin\nOleg Travin,8 900 000-45-58,,\n";

std::string names(MemoryStore& store) {
    std::string all;
    auto query = must(store->reader().prepare("SELECT first_name, city FROM lead WHERE deleted_at_ms IS NULL ORDER BY id"));
    while (must(query.step())) all += query.text(0) + "/" + query.text(1) + " ";
    return all;
}
int64_t leads(MemoryStore& store) { return store.count("SELECT count(*) FROM lead WHERE deleted_at_ms IS NULL"); }

// The first line that differs, both ways; "" if the texts are the same.
std::string first_difference(std::string const& a, std::string const& b) {
    if (a == b) return "";
    std::istringstream lines_a(a), lines_b(b);
    std::string line_a, line_b;
    while (std::getline(lines_a, line_a) && std::getline(lines_b, line_b) && line_a == line_b) {}
    return line_a + "\n" + line_b;
}

}  // namespace

TEST_CASE("an import is one step for Undo and Redo") {
    MemoryStore store;
    import_text(store, two_people);
    CHECK(leads(store) == 2);
    must(store::undo(store, {}));
    CHECK(leads(store) == 0);
    must(store::redo(store, {}));
    CHECK(leads(store) == 2);
}

TEST_CASE("a cancelled import leaves nothing, wherever it stops") {
    for (int steps = 0; steps < 12; ++steps) {
        MemoryStore store;
        auto const job = make_import_job(store, must(plan_import(store, "leads.csv", data_file("bitrix24_leads_utf8_bom.csv"))));
        for (int i = 0; i < steps; ++i) job->step(0);
        REQUIRE(job->state() == Job::State::running);
        job->cancel();
        CHECK(job->state() == Job::State::cancelled);
        CHECK(leads(store) == 0);
        CHECK(store.count("SELECT count(*) FROM manager WHERE name IS NOT NULL") == 0);
        store.add_lead("The store takes commands again");
    }
}

TEST_CASE("an import in the smallest slices is the same as in one") {
    MemoryStore store;
    auto const result = run_import(store, must(plan_import(store, "leads.csv", data_file("bitrix24_leads_utf8_bom.csv"))), 0);
    CHECK(result->added == 300);
    CHECK(leads(store) == 300);
}

TEST_CASE("a quote that is never closed is refused before anything is written") {
    MemoryStore store;
    auto const plan = plan_import(store, "broken.csv", "Name,Phone\nAnna,\"+49 171\nOleg,8 900\n");
    REQUIRE(!plan);
    CHECK(describe(plan.error()).find("broken.csv") != std::string::npos);
    CHECK(plan.error().place.line == 2);
    CHECK(leads(store) == 0);
}

TEST_CASE("what is no CSV is refused with a sentence") {
    MemoryStore store;
    CHECK(!plan_import(store, "a.csv", ""));
    CHECK(!plan_import(store, "a.xlsx", std::string("PK\x03\x04") + "stuff"));
    CHECK(!plan_import(store, "a.csv", "Name,Phone\n"));
}

TEST_CASE("known phones and e-mails: every row comes in when duplicates are allowed") {
    MemoryStore store;
    import_text(store, two_people);
    CHECK(import_text(store, two_people)->added == 2);
    CHECK(leads(store) == 4);
}

TEST_CASE("known phones and e-mails: skipped rows say why, and can be downloaded") {
    MemoryStore store;
    import_text(store, two_people);
    auto const result = import_text(store, "Name;Phone;E-mail\nA;+7 (900) 000 45 58;\nB;;ANNA@example.com\nC;+49 171 7654321;\nD;0049 171 7654321;\n", Duplicates::skip);
    CHECK(result->added == 1);
    CHECK(result->skipped == 3);
    REQUIRE(result->skipped_rows.size() == 3);
    CHECK(result->skipped_rows[0].line == 2);
    CHECK(result->skipped_rows[2].reason.find('4') != std::string::npos);  // the line that has the same phone
    CHECK(result->skipped_csv().find("ANNA@example.com") != std::string::npos);
    CHECK(result->summary().find("3") != std::string::npos);
    // The download can be imported again once it is corrected.
    CHECK(import_text(store, result->skipped_csv())->added == 3);
}

TEST_CASE("known phones and e-mails: merging fills what is empty and keeps what is there") {
    MemoryStore store;
    import_text(store, two_people);
    auto const result = import_text(store, "Name,Phone,City,Tags,Telegram\nSomeone Else,89000004558,Kazan,vip,@oleg\nAnja,+491711234567,Hamburg,,\n", Duplicates::merge);
    CHECK(result->merged == 2);
    CHECK(names(store) == "Anna/Berlin Oleg/Kazan ");
    CHECK(store.count("SELECT count(*) FROM channel JOIN lead ON lead.id = owner_id WHERE first_name = 'Oleg'") == 2);
    CHECK(store.count("SELECT count(*) FROM tag_link") == 1);
    must(store::undo(store, {}));
    CHECK(names(store) == "Anna/Berlin Oleg/ ");
}

TEST_CASE("known phones and e-mails: replacing overwrites with what the file has, and no more") {
    MemoryStore store;
    import_text(store, two_people);
    auto const result = import_text(store, "First name,Last name,Phone,Stage\nOlga,Travina,89000004558,Processed\n", Duplicates::replace);
    CHECK(result->replaced == 1);
    CHECK(names(store) == "Anna/Berlin Olga/ ");
    auto query = must(store->reader().prepare("SELECT stage_id FROM lead WHERE first_name = 'Olga'"));
    REQUIRE(must(query.step()));
    CHECK(query.uuid(0) == stage_id(leadkeep::Board::leads, "processed").uuid);
    CHECK(store.count("SELECT count(*) FROM event WHERE kind = 'stage_moved'") == 1);
}

TEST_CASE("doubled people within one file are merged into one") {
    MemoryStore store;
    auto const result = import_text(store, "Name,Phone,City\nOleg,8 900 000-45-58,\nOleg,+79000004558,Kazan\n", Duplicates::merge);
    CHECK(result->added == 1);
    CHECK(result->merged == 1);
    CHECK(names(store) == "Oleg/Kazan ");
}

TEST_CASE("an unknown stage goes to the first column and the result says so") {
    MemoryStore store;
    auto const result = import_text(store, "Name,Stage\nAnna,Wonderland\nOleg,Processed\n");
    CHECK(result->added == 2);
    REQUIRE(!result->notes.empty());
    CHECK(result->notes[0].find("Wonderland") != std::string::npos);
    auto query = must(store->reader().prepare("SELECT count(*) FROM lead WHERE stage_id = ?1"));
    query.bind(1, stage_id(leadkeep::Board::leads, "new").uuid);
    REQUIRE(must(query.step()));
    CHECK(query.integer(0) == 1);
}

TEST_CASE("imported cards stand above those that are there, in the file's order") {
    MemoryStore store;
    import_text(store, "Name\nOld\n");
    import_text(store, "Name\nFirst\nSecond\nThird\n");
    std::string order;
    auto query = must(store->reader().prepare("SELECT first_name FROM lead ORDER BY board_key, id"));
    while (must(query.step())) order += query.text(0) + " ";
    CHECK(order == "First Second Third Old ");
}

TEST_CASE("times without a zone follow the chosen one, times with a zone their own") {
    MemoryStore store;
    auto plan = must(plan_import(store, "a.csv", "Name,Created\nA,2026-06-10 12:00\nB,2026-06-10T12:00:00+05:00\n"));
    plan.choices.zone_offset_min = 180;
    run_import(store, must(replan(store, plan, plan.choices)));
    auto const noon_utc = int64_t{1781092800000};
    CHECK(store.count("SELECT created_at_ms FROM lead WHERE first_name = 'A'") == noon_utc - 3 * 3600'000);
    CHECK(store.count("SELECT created_at_ms FROM lead WHERE first_name = 'B'") == noon_utc - 5 * 3600'000);
    CHECK(store.value("SELECT created_zone FROM lead WHERE first_name = 'A'") == Value("UTC+03:00"));
}

TEST_CASE("a matching corrected by hand is obeyed, custom fields included") {
    MemoryStore store;
    auto plan = must(plan_import(store, "a.csv", "Foo,Shoe size\nAnna Berg,38\n"));
    CHECK(plan.choices.targets == std::vector<std::string>{"", ""});
    plan.choices.targets = {"full_name", "custom"};
    plan = must(replan(store, plan, plan.choices));
    REQUIRE(plan.preview.rows.size() == 1);
    CHECK(plan.preview.rows[0].cells == std::vector<std::string>{"Anna Berg", "Not processed", "38"});
    run_import(store, plan);
    CHECK(store.value("SELECT name FROM custom_field") == Value("Shoe size"));
    CHECK(store.value("SELECT value FROM custom_value") == Value("38"));
}

TEST_CASE("the preview shows rows as they will be") {
    MemoryStore store;
    auto const plan = must(plan_import(store, "leads.csv", data_file("bitrix24_leads_cp1251.csv")));
    CHECK(plan.choices.encoding == exchange::Encoding::windows_1251);
    CHECK(plan.choices.delimiter == ';');
    CHECK(plan.rows == 300);
    CHECK(plan.preview.rows.size() == 20);
    for (auto const& row : plan.preview.rows) CHECK(row.cells.size() == plan.preview.headings.size());
    CHECK(plan.columns.size() == 74);
    auto const has = [&](std::string const& cell) { return ranges::count(plan.preview.rows[0].cells, cell) == 1; };
    CHECK(has("Тимур Зимин"));
    CHECK(has("+79000006336"));
    CHECK(has("Not processed"));
    CHECK(leads(store) == 0);
}

TEST_CASE("an export imports again as the same records, in both languages") {
    for (auto const language : {Language::english, Language::russian}) {
        set_language(language);
        for (auto const* name : {"contacts_en_500.csv", "bitrix24_leads_cp1251.csv"}) {
            MemoryStore first, second;
            import_file(first, name);
            auto const exported = must(export_csv(first));
            auto const result = import_text(second, exported);
            CHECK(result->notes.size() <= 1);
            CHECK(first_difference(must(export_csv(second)), exported) == "");
        }
    }
    set_language(Language::english);
}

TEST_CASE("hostile cells go out disarmed and come back as they were") {
    MemoryStore first, second;
    import_text(first, "Title,Comments,Telegram,Phone,Tags\n\"=HYPERLINK(\"\"http://x\"\")\",\"'=1\r\n+cmd|x\",@lead,+7 (900) 000-12-34,\"-x\"\n");
    auto const exported = must(export_csv(first));
    CHECK(exported.find("\n=") == std::string::npos);
    CHECK(exported.find(",=") == std::string::npos);
    CHECK(exported.find("+7 (900) 000-12-34") != std::string::npos);
    CHECK(exported.find("'+7") == std::string::npos);
    import_text(second, exported);
    CHECK(second.value("SELECT title FROM lead") == Value("=HYPERLINK(\"http://x\")"));
    CHECK(second.value("SELECT value FROM channel WHERE kind = 'messenger'") == Value("@lead"));
    CHECK(must(export_csv(second)) == exported);
}

TEST_CASE("deals with their clients go out and come back") {
    MemoryStore first, second;
    auto const csv = "Deal name,Deal stage,Amount,Currency,Full name,Phone,Company,Expected close date\nTerrace,Won,\"1 200,50\",EUR,Anna Berg,+49 171 1234567,Berg GmbH,01.12.2026\n";
    auto const result = import_text(first, csv);
    CHECK(result->added == 1);
    CHECK(first.value("SELECT close_date FROM deal") == Value("2026-12-01"));
    auto const exported = must(export_csv(first, ImportAs::deals));
    import_text(second, exported, Duplicates::allow, ImportAs::deals);
    CHECK(second.count("SELECT count(*) FROM deal WHERE amount_minor = 120050 AND currency = 'EUR'") == 1);
    CHECK(second.count("SELECT count(*) FROM contact WHERE last_name = 'Berg'") == 1);
    CHECK(second.count("SELECT count(*) FROM company WHERE name = 'Berg GmbH'") == 1);
    CHECK(must(export_csv(second, ImportAs::deals)) == exported);
    // The same file once more changes nothing when known ones are merged.
    CHECK(import_text(second, exported, Duplicates::merge, ImportAs::deals)->merged == 1);
    CHECK(second.count("SELECT count(*) FROM deal") == 1);
}

}  // namespace leadkeep::app
