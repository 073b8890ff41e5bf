// The rules of merging, one sentence each.
#include "domain/defaults.h"
#include "sync/device.h"

using namespace leadkeep;
using namespace leadkeep::test;

TEST_CASE("two devices that exchange files both ways end with the same rows") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    anna.add_note(ref(lead), "Wants an offer");
    boris.add_lead("Florist");
    exchange(anna, boris);
    CHECK(anna.rows() == boris.rows());
    CHECK(boris.title(lead) == "Bakery");
    CHECK(anna.count("SELECT count(*) FROM lead") == 2);
    CHECK(boris.count("SELECT count(*) FROM event") == 1);
}

TEST_CASE("a row arrives with every field of its record") {
    Device anna, boris;
    auto const product = anna.insert(Entity::product, {{"name", {std::string("Oven \"XL\"\n№ 5 – печь\x01")}}, {"price", {int64_t{-129'900}, std::string("RUB")}}});
    auto const line = anna.insert(Entity::product_line, {{"owner", {std::string("deal"), uuid_v5(leadkeep_space, "some deal")}},
                                                         {"product_id", {product}}, {"quantity", {2.5}}, {"discount_percent", {1e-7}}});
    boris.take_from(anna);
    CHECK(boris.text(Entity::product, product, "name") == "Oven \"XL\"\n№ 5 – печь\x01");
    CHECK(boris.value(Entity::product, product, "price", 0) == Value{int64_t{-129'900}});
    CHECK(boris.value(Entity::product, product, "price", 1) == Value{std::string("RUB")});
    CHECK(boris.value(Entity::product_line, line, "product_id") == Value{product});
    CHECK(boris.value(Entity::product_line, line, "quantity") == Value{2.5});
    CHECK(boris.value(Entity::product_line, line, "discount_percent") == Value{1e-7});
    CHECK(boris.rows() == anna.rows());
}

TEST_CASE("a record of which nothing is known but that it exists arrives, and can be named on the other side") {
    Device anna, boris;
    auto const manager = anna.insert(Entity::manager, {});
    boris.take_from(anna);
    CHECK(boris.count("SELECT count(*) FROM manager") == 1);
    CHECK(boris.rows() == anna.rows());
    CHECK(row_lines(boris.changes_for(anna)).empty());
    boris.set(Entity::manager, manager, {{"name", {std::string("Anna")}}});
    exchange(anna, boris);
    CHECK(anna.text(Entity::manager, manager, "name") == "Anna");
    CHECK(boris.rows() == anna.rows());
}

TEST_CASE("changes to different fields of one lead are both kept") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    exchange(anna, boris);
    anna.set_title(lead, "Bakery on the corner");
    boris.set(Entity::lead, lead.uuid, {{"city", {std::string("Tver")}}});
    exchange(anna, boris);
    for (auto* device : {&anna, &boris}) {
        CHECK(device->title(lead) == "Bakery on the corner");
        CHECK(device->text(Entity::lead, lead.uuid, "city") == "Tver");
    }
    CHECK(anna.rows() == boris.rows());
}

TEST_CASE("merge keeps the later stage move") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    exchange(anna, boris);
    auto const quality = stage_id(Board::leads, "quality").uuid, junk = stage_id(Board::leads, "junk").uuid;
    anna.now_ms += 1000;
    boris.now_ms += 2000;
    anna.set(Entity::lead, lead.uuid, {{"stage", {quality, anna.now_ms}}});
    boris.set(Entity::lead, lead.uuid, {{"stage", {junk, boris.now_ms}}});
    exchange(anna, boris);
    CHECK(anna.value(Entity::lead, lead.uuid, "stage") == Value{junk});
    CHECK(boris.value(Entity::lead, lead.uuid, "stage") == Value{junk});
}

TEST_CASE("amount and currency stay together") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    exchange(anna, boris);
    boris.now_ms += 5;
    anna.set(Entity::lead, lead.uuid, {{"amount", {int64_t{500}, std::string("EUR")}}});
    boris.set(Entity::lead, lead.uuid, {{"amount", {int64_t{70'000}, std::string("RUB")}}});
    exchange(anna, boris);
    CHECK(anna.value(Entity::lead, lead.uuid, "amount", 0) == Value{int64_t{70'000}});
    CHECK(anna.value(Entity::lead, lead.uuid, "amount", 1) == Value{std::string("RUB")});
}

TEST_CASE("who has seen a value can overwrite it, even when the other's clock ran ten years ahead") {
    Device anna, boris;
    anna.now_ms += int64_t{10} * 365 * 86'400'000;
    auto const lead = anna.add_lead("Bakery");
    boris.take_from(anna);
    boris.set_title(lead, "Bread and cakes");
    exchange(anna, boris);
    CHECK(anna.title(lead) == "Bread and cakes");
    CHECK(boris.title(lead) == "Bread and cakes");
}

TEST_CASE("a cleared field stays cleared, a field that was never filled gives way") {
    Device anna, boris;
    auto const lead = anna.insert(Entity::lead, {{"title", {std::string("Bakery")}}, {"city", {std::string("Tver")}}});
    exchange(anna, boris);
    boris.now_ms += 10;
    boris.set(Entity::lead, lead, {{"city", {Null{}}}, {"region", {std::string("Moscow")}}});
    exchange(anna, boris);
    CHECK(anna.text(Entity::lead, lead, "city").empty());
    CHECK(anna.text(Entity::lead, lead, "region") == "Moscow");
    CHECK(anna.rows() == boris.rows());
}

TEST_CASE("a deleted lead goes to the trash everywhere, its fields underneath, and an edit does not revive it") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    exchange(anna, boris);
    anna.remove(Entity::lead, lead.uuid);
    boris.now_ms += 1000;
    boris.set_title(lead, "Bread");
    exchange(anna, boris);
    CHECK(anna.is_in_trash(lead));
    CHECK(boris.is_in_trash(lead));
    CHECK(anna.title(lead) == "Bread");
    boris.now_ms += 1000;
    boris.restore(Entity::lead, lead.uuid);
    exchange(anna, boris);
    CHECK_FALSE(anna.is_in_trash(lead));
    CHECK(anna.rows() == boris.rows());
}

TEST_CASE("a file that comes again changes nothing") {
    Device anna, boris;
    anna.add_lead("Bakery");
    boris.add_lead("Florist");
    auto const file = anna.full_file();
    CHECK(boris.merge(file).records.fresh == 1);
    auto const after_first = boris.rows();
    auto const again = boris.merge(file);
    CHECK(again.all.fresh == 0);
    CHECK(again.all.changed == 0);
    CHECK(again.all.same > 0);
    CHECK(boris.rows() == after_first);
}

TEST_CASE("an old file that comes late takes nothing back") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    auto const old = anna.full_file();
    boris.take_from(anna);
    boris.set_title(lead, "Bread");
    boris.merge(old);
    CHECK(boris.title(lead) == "Bread");
}

TEST_CASE("what is exported, imported and exported again is the same to the byte") {
    Device anna, boris, clara;
    auto const lead = anna.add_lead("Bakery");
    for (int i = 0; i < 3; ++i) {
        anna.now_ms += 10;
        anna.set(Entity::lead, lead.uuid, {{"title", {std::string("Bakery ") + std::to_string(i)}}, {"city", {std::string("Tver")}}, {"need", {std::string("Bread")}}});
    }
    anna.set(Entity::lead, lead.uuid, {{"need", {Null{}}}});
    boris.take_from(anna);
    clara.take_from(boris);
    CHECK(clara.rows() == anna.rows());
}

TEST_CASE("what ships with the program travels only once somebody changed it") {
    Device anna, boris;
    CHECK(anna.rows().empty());
    auto const stage = stage_id(Board::leads, "quality").uuid;
    anna.set(Entity::stage, stage, {{"name", {std::string("Ready to buy")}}});
    boris.take_from(anna);
    CHECK(boris.text(Entity::stage, stage, "name") == "Ready to buy");
    CHECK(row_lines(anna.full_file()).size() == 1);
    CHECK(boris.rows() == anna.rows());
}

TEST_CASE("changes for a device hold only what it has not seen, and together with what it has make a full file") {
    Device anna, boris;
    auto const first = anna.add_lead("Bakery");
    auto const second = anna.add_lead("Florist");
    boris.take_from(anna);
    anna.set_title(second, "Flowers");
    auto const changes = anna.changes_for(boris);
    CHECK(row_line(changes, first.uuid).empty());
    CHECK(row_line(changes, second.uuid).find("\"title\":\"Flowers\"") != std::string::npos);
    CHECK(boris.merge(changes).coverage == app::MergeSummary::Coverage::complete);
    CHECK(boris.rows() == anna.rows());
    CHECK(row_lines(anna.changes_for(boris)).empty());
}

TEST_CASE("a changes file that leaves a gap is applied but not counted as received") {
    Device anna, boris, clara;
    auto const lead = anna.add_lead("Bakery");
    clara.take_from(anna);
    anna.set_title(lead, "Bread");
    auto const changes = anna.changes_for(clara);
    auto const summary = boris.merge(changes);
    CHECK(summary.coverage == app::MergeSummary::Coverage::gap);
    CHECK_FALSE(summary.warnings.empty());
    CHECK(boris.title(lead) == "Bread");
    CHECK(boris.count("SELECT count(*) FROM received") == 0);
    // Whoever asks boris for the state of things gets no false claim, and the full file closes the gap.
    boris.take_from(anna);
    CHECK(boris.rows() == anna.rows());
    CHECK(got(app::knowledge_vector(boris.store())).find(anna.id().to_string()) != std::string::npos);
}

TEST_CASE("the preview tells what would happen and changes nothing") {
    Device anna, boris;
    auto const bakery = anna.add_lead("Bakery");
    auto const florist = anna.add_lead("Florist");
    exchange(anna, boris);
    anna.now_ms += 10;
    anna.set_title(bakery, "Bread");
    anna.remove(Entity::lead, florist.uuid);
    anna.add_lead("Butcher");
    auto const before = boris.rows();
    auto const revision = boris.store().revision();
    auto const file = anna.full_file();
    auto const preview = boris.preview(file);
    CHECK(preview.records.fresh == 1);
    CHECK(preview.records.changed == 1);
    CHECK(preview.records.deleted == 1);
    CHECK(boris.rows() == before);
    CHECK(boris.store().revision() == revision);
    auto const merged = boris.merge(file);
    CHECK(merged.records.fresh == preview.records.fresh);
    CHECK(merged.records.changed == preview.records.changed);
    CHECK(merged.records.deleted == preview.records.deleted);
}

TEST_CASE("of values changed on both sides the loser stays readable in the journal, once") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    exchange(anna, boris);
    anna.now_ms += 1;
    boris.now_ms += 2;
    anna.set_title(lead, "Anna's bakery");
    boris.set_title(lead, "Boris's bakery");
    auto const file = anna.full_file();
    CHECK(boris.merge(file).records.conflicts == 1);
    boris.merge(file);
    CHECK(boris.title(lead) == "Boris's bakery");
    CHECK(boris.count("SELECT count(*) FROM conflict") == 1);
    CHECK(boris.count("SELECT count(*) FROM conflict WHERE register = 'title' AND lost_value = '\"Anna''s bakery\"'") == 1);
}

TEST_CASE("a change made in sight of the other's is no conflict") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    exchange(anna, boris);
    anna.set_title(lead, "Bread");
    boris.take_from(anna);
    boris.set_title(lead, "Bread and cakes");
    CHECK(anna.merge(boris.full_file()).all.conflicts == 0);
    CHECK(anna.title(lead) == "Bread and cakes");
}

TEST_CASE("two workspaces that meet become one, under the smaller id") {
    Device anna, boris;
    auto const smaller = std::min(anna.store().identity().dataset, boris.store().identity().dataset);
    CHECK(boris.preview(anna.full_file()).dataset == app::MergeSummary::Dataset::joins_another);
    exchange(anna, boris);
    CHECK(anna.store().identity().dataset == smaller);
    CHECK(boris.store().identity().dataset == smaller);
    CHECK(boris.preview(anna.full_file()).dataset == app::MergeSummary::Dataset::same);
}

TEST_CASE("joining another workspace can be refused") {
    Device anna, boris;
    anna.add_lead("Bakery");
    auto const merged = app::merge_sync_file(boris.store(), "file.json", anna.full_file(), {app::MergeConsent::OtherDataset::refuse, {}});
    REQUIRE_FALSE(merged);
    CHECK(boris.rows().empty());
}

TEST_CASE("a merge that brings the other mode says so") {
    Device anna, boris;
    anna.set(Entity::setting, setting_id(setting::mode), {{"value", {std::string("\"simple\"")}}});
    auto const summary = boris.merge(anna.full_file());
    REQUIRE(summary.mode_brought);
    CHECK(*summary.mode_brought == app::Mode::simple);
    CHECK_FALSE(boris.merge(anna.full_file()).mode_brought);
}

TEST_CASE("a merge that would leave fewer than half of the records asks first") {
    Device anna, boris;
    std::vector<LeadId> leads;
    for (int i = 0; i < 30; ++i) leads.push_back(anna.add_lead("Lead"));
    boris.take_from(anna);
    for (int i = 0; i < 20; ++i) anna.remove(Entity::lead, leads[static_cast<size_t>(i)].uuid);
    auto const file = anna.full_file();
    CHECK(boris.preview(file).loss == app::MergeSummary::Loss::more_than_half);
    boris.refused(file);
    app::MergeConsent consent;
    consent.large_loss = app::MergeConsent::LargeLoss::accept;
    CHECK(got(app::merge_sync_file(boris.store(), "file.json", file, consent)).records.deleted == 20);
    CHECK(boris.rows() == anna.rows());
}

TEST_CASE("a file from the future is merged, with a hint about the clock") {
    Device anna, boris;
    anna.now_ms += int64_t{2} * 86'400'000;
    anna.add_lead("Bakery");
    auto const summary = boris.merge(anna.full_file());
    CHECK(summary.created == "2026-05-30T20:26:40Z");
    bool hinted = false;
    for (auto const& warning : summary.warnings) hinted = hinted || warning.find("clock") != std::string::npos;
    CHECK(hinted);
    CHECK(summary.records.fresh == 1);
}

TEST_CASE("a merge that is cancelled half-way leaves nothing behind") {
    Device anna, boris;
    for (int i = 0; i < 200; ++i) anna.add_lead("Lead");
    auto const bytes = std::make_shared<std::string const>(anna.full_file());
    {
        app::MergeJob job(boris.store(), "file.json", bytes, {});
        job.step(0);
        CHECK(job.state() == app::Job::State::running);
        CHECK(job.progress().done > 0);
        CHECK(job.progress().done < job.progress().total);
        job.cancel();
        CHECK(job.state() == app::Job::State::cancelled);
    }
    CHECK(boris.rows().empty());
    boris.add_lead("Still works");
    CHECK(boris.count("SELECT count(*) FROM lead") == 1);
}

TEST_CASE("Undo after a merge takes back one's own command and leaves what came in") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    boris.take_from(anna);
    boris.set(Entity::lead, lead.uuid, {{"city", {std::string("Tver")}}});
    anna.now_ms += 10;
    anna.set_title(lead, "Bread");
    boris.take_from(anna);
    boris.undo();
    CHECK(boris.text(Entity::lead, lead.uuid, "city").empty());
    CHECK(boris.title(lead) == "Bread");
    exchange(anna, boris);
    CHECK(anna.rows() == boris.rows());
}
