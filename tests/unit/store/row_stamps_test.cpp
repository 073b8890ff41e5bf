// Stamps: what a change gets, how it is kept, and that an overwrite is always later than what it overwrites.
#include "store/row_stamps.h"

#include <doctest/doctest.h>

#include "platform/clock.h"
#include "unit/store/store_fixture.h"

namespace leadkeep::store {
namespace {

struct FixedClock {
    explicit FixedClock(int64_t ms) { platform::headless::set_fixed_clock(ms); }
    ~FixedClock() { platform::headless::set_fixed_clock(std::nullopt); }
};

Stamp stamp_of(MemoryStore& store, LeadId lead, std::string_view name) {
    return must(read_stamps(store->reader(), Entity::lead, lead.uuid))[*register_index(Entity::lead, name)];
}

}  // namespace

TEST_CASE("an overwrite is later than what it overwrites, even with a clock that went back ten years") {
    MemoryStore store;
    FixedClock const now(1'800'000'000'000);
    auto const lead = store.add_lead("Acme");
    FixedClock const earlier(1'500'000'000'000);
    auto before = stamp_of(store, lead, "title");
    for (auto const* title : {"a", "b", "c"}) {
        store.set_title(lead, title);
        auto const after = stamp_of(store, lead, "title");
        CHECK(order(before, after) == std::strong_ordering::less);
        before = after;
    }
    CHECK(before.ms == 1'800'000'000'000);
    CHECK(before.counter == 3);
}

TEST_CASE("a field that was not touched keeps its stamp, and a slow clock does not spread to it") {
    MemoryStore store;
    FixedClock const now(1'000);
    auto const lead = store.add_lead("Acme");
    auto const city = stamp_of(store, lead, "city");
    FixedClock const later(2'000);
    store.set_title(lead, "New");
    CHECK(stamp_of(store, lead, "city") == city);
    CHECK(stamp_of(store, lead, "title").ms == 2'000);
    CHECK(stamp_of(store, lead, "title").device == store->identity().device);
}

TEST_CASE("each change of a row takes the next number of its device, without gaps") {
    MemoryStore store;
    auto const lead = store.add_lead("Acme");
    CHECK(stamp_of(store, lead, "city").seq == 1);
    {
        auto dropped = store.begin();
        must(dropped.set(Entity::lead, lead.uuid, {{"title", {"x"}}}));
    }
    auto command = store.begin();
    must(command.set(Entity::lead, lead.uuid, {{"title", {"y"}}, {"city", {"Riga"}}}));
    must(command.event(ref(lead), EventKind::note, R"({"text":"y"})"));
    must(command.commit());
    CHECK(stamp_of(store, lead, "title").seq == 2);
    CHECK(stamp_of(store, lead, "title") == stamp_of(store, lead, "city"));
    CHECK(store->identity().last_seq == 3);
}

TEST_CASE("what ships with the program has the zero stamp") {
    MemoryStore store;
    auto query = must(store->reader().prepare("SELECT id FROM stage"));
    int stages = 0;
    while (must(query.step())) {
        for (auto const& stamp : must(read_stamps(store->reader(), Entity::stage, query.uuid(0)))) CHECK(stamp.is_zero());
        ++stages;
    }
    CHECK(stages == 13);
}

TEST_CASE("a full counter moves on to the next millisecond") {
    Stamp const full{5'000, UINT32_MAX, {}, 1}, other{5'000, 3, {}, 2};
    Stamp const overwritten[] = {other, full};
    auto const next = next_stamp(10, Uuid{{1}}, 7, overwritten);
    CHECK(order(full, next) == std::strong_ordering::less);
    CHECK(order(other, next) == std::strong_ordering::less);
}

TEST_CASE("packed stamps hold the greatest values and one register each") {
    LocalStamp const great{(int64_t{1} << 48) - 1, UINT32_MAX, UINT32_MAX, (int64_t{1} << 48) - 1};
    RowStamps stamps(LocalStamp{1, 2, 3, 4});
    stamps.set(7, great);
    stamps.set(3, {9, 9, 9, 9});
    stamps.set(7, great);
    auto const parsed = RowStamps::parse(stamps.bytes(), 8);
    REQUIRE(parsed);
    CHECK(parsed->of(7) == great);
    CHECK(parsed->of(3) == LocalStamp{9, 9, 9, 9});
    CHECK(parsed->of(0) == LocalStamp{1, 2, 3, 4});
    CHECK(parsed->own_count() == 2);
    stamps.set(7, stamps.row());
    CHECK(stamps.own_count() == 1);
}

TEST_CASE("a stamps column that nobody of ours wrote is refused") {
    RowStamps stamps(LocalStamp{1, 2, 3, 4});
    stamps.set(2, {9, 9, 9, 9});
    auto const bytes = stamps.bytes();
    std::vector<uint8_t> twice(bytes.begin(), bytes.end());
    twice.insert(twice.end(), bytes.begin() + RowStamps::stamp_size, bytes.end());
    CHECK(!RowStamps::parse(twice, 8));
    CHECK(!RowStamps::parse(bytes, 2));
    for (size_t size = 0; size < bytes.size(); ++size)
        if (size != RowStamps::stamp_size) CHECK(!RowStamps::parse(bytes.first(size), 8));
}

}  // namespace leadkeep::store
