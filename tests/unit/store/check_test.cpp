// The check finds each kind of damage, and nothing in a database that was only used.
#include "store/check.h"

#include <doctest/doctest.h>

#include "domain/defaults.h"
#include "unit/store/store_fixture.h"

namespace leadkeep::store {
namespace {

// Told sentences, one a line.
std::string findings(MemoryStore& store) {
    std::string told;
    for (auto const& finding : must(check(store))) told += describe(finding) + "\n";
    return told;
}

std::string findings_in_steps(MemoryStore& store) {
    DatabaseCheck steps(store, DatabaseCheck::Portions::by_tables);
    while (must(steps.step())) CHECK(steps.done() < steps.total());
    std::string told;
    for (auto const& finding : steps.findings()) told += describe(finding) + "\n";
    return told;
}

MemoryStore used_store() {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    auto command = store.begin("Moved");
    must(command.set(Entity::lead, lead.uuid, {{"stage", {stage_id(Board::leads, "in_progress").uuid, command.now_ms()}}}));
    must(command.insert(Entity::channel, {}, {{"channel", {"lead", lead.uuid, "phone", "work", "1", "1", {}, {}}}}));
    must(command.event(ref(lead), EventKind::note, R"({"text":"привет"})"));
    must(command.commit());
    must(undo(store, {}));
    must(redo(store, {}));
    return store;
}

}  // namespace

TEST_CASE("a database that was used has nothing to tell") {
    auto store = used_store();
    CHECK(findings(store) == "");
}

TEST_CASE("each kind of damage is found") {
    struct Damage {
        char const* sql;
        char const* told;
    };
    for (auto const& damage : {
             Damage{"UPDATE lead SET stamps = x'00'", "stamps that cannot be read"},
             Damage{"UPDATE lead SET stamps = x'0000000000010000000000000063000000000001'", "not known here"},
             Damage{"UPDATE meta SET value = 0 WHERE key = 'last_seq'", "has not counted"},
             Damage{"UPDATE lead SET stage_id = x'11111111111111111111111111111111'", "lead refer by stage_id"},
             Damage{"UPDATE channel SET owner_kind = 'deal'", "channel refer by owner_id"},
             Damage{"UPDATE event SET data = '{'", "event hold JSON"},
             Damage{"UPDATE undo_step SET inverse = x'07'", "steps of Undo"},
             Damage{"ALTER TABLE tag DROP COLUMN colour", "tag lacks the column colour"},
         }) {
        CAPTURE(damage.sql);
        auto store = used_store();
        must(store->writer().execute(damage.sql));
        must(store->reload_identity());
        auto const found = findings(store);
        CHECK_MESSAGE(found.find(damage.told) != std::string::npos, found);
        CHECK(findings_in_steps(store) == found);
    }
}

}  // namespace leadkeep::store
