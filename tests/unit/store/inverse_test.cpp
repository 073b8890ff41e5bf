// The packed inverse under damage: never more than it was, never a crash.
#include "store/inverse.h"

#include <doctest/doctest.h>

#include <random>

namespace leadkeep::store {
namespace {

Inverse some_inverse() {
    Uuid const id{{1, 2, 3}}, other{{4, 5, 6}};
    Inverse inverse;
    inverse.inserted = {{Entity::lead, id}, {Entity::lead, other}, {Entity::contact, id}};
    inverse.told = {{Entity::deal, other}};
    inverse.overwritten = {{Entity::lead, id, 2, {Null{}}, {"новое имя"}},
                           {Entity::product_line, id, 5, {1.25}, {-0.0}},
                           {Entity::lead, id, 20, {int64_t{-1}, "EUR"}, {INT64_MIN, "RUB"}},
                           {Entity::lead, id, 18, {other, int64_t{5}}, {id, Null{}}}};
    return inverse;
}

}  // namespace

TEST_CASE("an inverse comes back as it was packed") {
    auto const before = some_inverse();
    auto const after = Inverse::unpack(before.packed());
    REQUIRE(after);
    CHECK(after->inserted == before.inserted);
    CHECK(after->told == before.told);
    REQUIRE(after->overwritten.size() == before.overwritten.size());
    for (size_t i = 0; i < before.overwritten.size(); ++i) {
        CHECK(after->overwritten[i].id == before.overwritten[i].id);
        CHECK(after->overwritten[i].register_index == before.overwritten[i].register_index);
        CHECK(after->overwritten[i].before == before.overwritten[i].before);
        CHECK(after->overwritten[i].after == before.overwritten[i].after);
    }
}

TEST_CASE("a cut inverse is refused at every length") {
    auto const packed = some_inverse().packed();
    for (size_t size = 0; size < packed.size(); ++size) CHECK(!Inverse::unpack(std::span(packed).first(size)));
}

TEST_CASE("an inverse with any bytes changed is read or refused, never more") {
    std::mt19937 engine(1);
    auto const packed = some_inverse().packed();
    for (int i = 0; i < 20'000; ++i) {
        auto damaged = packed;
        for (int changes = 1 + static_cast<int>(engine() % 4); changes > 0; --changes) damaged[engine() % damaged.size()] = static_cast<uint8_t>(engine());
        auto const read = Inverse::unpack(damaged);
        if (read) CHECK(read->inserted.size() + read->told.size() + read->overwritten.size() <= packed.size());
    }
}

}  // namespace leadkeep::store
