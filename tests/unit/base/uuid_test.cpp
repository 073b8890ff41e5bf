#include "base/uuid.h"

#include <doctest/doctest.h>

#include "store/row_ids.h"

namespace leadkeep {

TEST_CASE("an id made from a name is the RFC's") {
    auto const dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    CHECK(uuid_v5(dns, "www.example.com").to_string() == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    CHECK(uuid_v5(dns, std::string(200, 'x')) != uuid_v5(dns, std::string(201, 'x')));
}

TEST_CASE("an id made now carries its time, version and variant") {
    uint8_t random[10] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    CHECK(uuid_v7(0x017F22E279B0, random).to_string() == "017f22e2-79b0-7fff-bfff-ffffffffffff");
}

TEST_CASE("an id's text reads back, in either case, and nothing else does") {
    auto const id = *Uuid::parse("017F22E2-79b0-7fff-bfff-ffffffffffff");
    CHECK(Uuid::parse(id.to_string()) == id);
    for (auto const* text : {"", "017f22e2-79b0-7fff-bfff-fffffffffff", "017f22e2-79b0-7fff-bfff-fffffffffffff", "017f22e2079b0-7fff-bfff-ffffffffffff",
                             "017f22e2-79b0-7fff-bfff-fffffffffffg", "{17f22e2-79b0-7fff-bfff-ffffffffffff}", "017f22e2-79b0-7fff-bfff-ffffffff-fff"})
        CHECK(!Uuid::parse(text));
}

TEST_CASE("ids of one command rise, and it knows them as its own") {
    store::RowIds ids(1'700'000'000'000), other(1'700'000'000'000);
    auto const stranger = other.next();
    auto previous = ids.next();
    for (int i = 0; i < 100'000; ++i) {
        auto const next = ids.next();
        REQUIRE(previous < next);
        previous = next;
    }
    CHECK(ids.made(previous));
    CHECK(!ids.made(stranger));
    CHECK(!ids.made(Uuid{}));
    CHECK((previous.bytes[6] >> 4) == 7);
    CHECK((previous.bytes[8] >> 6) == 2);
}

}  // namespace leadkeep
