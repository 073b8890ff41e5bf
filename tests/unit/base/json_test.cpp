// JSON from outside: limits, one spelling, broken text.
#include "base/json.h"

#include <doctest/doctest.h>

#include <limits>

namespace leadkeep {

TEST_CASE("a number has one spelling") {
    CHECK(canonical_number(3.0) == "3");
    CHECK(canonical_number(-0.0) == "0");
    CHECK(canonical_number(0.1) == "0.1");
    CHECK(canonical_number(-2.5) == "-2.5");
    CHECK(canonical_number(1e300) == "1e+300");
    CHECK(canonical_number(std::numeric_limits<double>::infinity()) == "null");
    CHECK(canonical_number(std::numeric_limits<double>::quiet_NaN()) == "null");
    CHECK(dump_json(*parse_json(R"({"b":[1.0,2,"x"],"a":1e2})")) == R"({"a":100,"b":[1,2,"x"]})");
}

TEST_CASE("what is written reads back the same") {
    for (auto const* text : {"null", "true", "[]", "{}", R"({"a":{"b":[null,false,-1,0.25,"тест \" \\ \u0001"]}})", "18446744073709551615", "-9223372036854775808"}) {
        auto const json = parse_json(text);
        REQUIRE(json);
        CHECK(*parse_json(dump_json(*json)) == *json);
    }
}

TEST_CASE("text that is not JSON is refused") {
    for (auto const* text : {"", " ", "{", "[1,]", "{\"a\":1}x", "nul", "'a'", "\"\xFF\"", "01", "\"\\ud800\""}) CHECK(!parse_json(text));
}

TEST_CASE("deep nesting is refused before it is built") {
    CHECK(parse_json(std::string(16, '[') + std::string(16, ']')));
    CHECK(!parse_json(std::string(17, '[') + std::string(17, ']')));
    CHECK(!parse_json(std::string(10'000'000, '[')));
    CHECK(parse_json("\"" + std::string(100, '[') + "\""));
}

TEST_CASE("writing never stops at bytes that are not UTF-8") {
    CHECK(json_text("a\xFF" "b") == "\"a\uFFFDb\"");
    CHECK(dump_json(Json{{"k\xC3", "\xE2\x82"}}).find('\xC3') == std::string::npos);
}

TEST_CASE("a member of another type reads as the fallback") {
    auto const json = *parse_json(R"({"text":"x","number":5})");
    CHECK(text_member(json, "text") == "x");
    CHECK(text_member(json, "number", "none") == "none");
    CHECK(integer_member(json, "number") == 5);
    CHECK(integer_member(json, "text", -1) == -1);
    CHECK(text_member(Json::array(), "text") == "");
}

}  // namespace leadkeep
