// Backups that were restored and profiles that were copied: two devices under one id that find out.
#include "sync/device.h"

using namespace leadkeep;
using namespace leadkeep::test;

TEST_CASE("a device restored from a backup that meets its own later changes goes on as a new device") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    auto restored = anna.copy();
    anna.set_title(lead, "Bread");
    boris.take_from(anna);
    auto const old_id = restored.id();
    CHECK(restored.preview(boris.full_file()).own_device == app::MergeSummary::OwnDevice::restored_or_copied);
    CHECK(restored.id() == old_id);
    auto const summary = restored.merge(boris.full_file());
    CHECK(summary.own_device == app::MergeSummary::OwnDevice::restored_or_copied);
    CHECK(restored.id() != old_id);
    CHECK(restored.title(lead) == "Bread");
    CHECK(restored.merge(boris.full_file()).own_device == app::MergeSummary::OwnDevice::ordinary);
    restored.set_title(lead, "Bread and cakes");
    exchange(restored, boris);
    CHECK(boris.title(lead) == "Bread and cakes");
    CHECK(boris.rows() == restored.rows());
}

TEST_CASE("what a restored device changed before it found out reaches the others by changes files") {
    Device anna, boris;
    auto const lead = anna.add_lead("Bakery");
    boris.take_from(anna);
    auto restored = anna.copy();
    anna.set_title(lead, "Bread");
    anna.set_title(lead, "Bread and cakes");
    boris.take_from(anna);
    // Under the same (device, seq) that boris thinks he has.
    auto const florist = restored.add_lead("Florist");
    CHECK(row_line(restored.changes_for(boris), florist.uuid).empty());
    restored.take_from(boris);
    CHECK(restored.title(lead) == "Bread and cakes");
    auto const changes = restored.changes_for(boris);
    CHECK_FALSE(row_line(changes, florist.uuid).empty());
    CHECK(boris.merge(changes).coverage == app::MergeSummary::Coverage::complete);
    CHECK(boris.title(florist) == "Florist");
    CHECK(boris.rows() == restored.rows());
}

TEST_CASE("a copied profile that made as many changes as the other is found out as well") {
    Device anna, boris;
    anna.add_lead("Bakery");
    auto twin = anna.copy();
    anna.add_lead("Butcher");
    twin.add_lead("Florist");
    auto const old_id = twin.id();
    boris.take_from(anna);
    twin.take_from(boris);
    CHECK(twin.id() != old_id);
    exchange_all({&anna, &boris, &twin});
    CHECK(anna.count("SELECT count(*) FROM lead") == 3);
    CHECK(anna.rows() == boris.rows());
    CHECK(anna.rows() == twin.rows());
    CHECK(anna.id() == old_id);
}

TEST_CASE("the new device belongs to the same person") {
    Device anna, boris;
    auto const manager = anna.insert(Entity::manager, {{"name", {std::string("Anna")}}});
    anna.put(Entity::device, anna.id(), {{"name", {std::string("Laptop")}}, {"manager_id", {manager}}});
    auto restored = anna.copy();
    anna.add_lead("Bakery");
    boris.take_from(anna);
    restored.take_from(boris);
    CHECK(restored.id() != anna.id());
    CHECK(restored.text(Entity::device, restored.id(), "name") == "Laptop");
    CHECK(restored.value(Entity::device, restored.id(), "manager_id") == Value{manager});
}

TEST_CASE("a merge that finds a copy and is then cancelled leaves everything as it was") {
    Device anna, boris;
    anna.add_lead("Bakery");
    auto restored = anna.copy();
    for (int i = 0; i < 100; ++i) anna.add_lead("Lead");
    restored.add_lead("Florist");
    boris.take_from(anna);
    auto const before = restored.full_file();
    auto const bytes = std::make_shared<std::string const>(boris.full_file());
    for (int slices = 1; slices < 14; slices += 3) {
        app::MergeJob job(restored.store(), "file.json", bytes, {});
        for (int i = 0; i < slices; ++i) job.step(0);
        if (job.state() != app::Job::State::running) break;
        job.cancel();
        CHECK(restored.full_file() == before);
    }
}
