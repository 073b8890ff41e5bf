// Phones as real files spell them.
#include "domain/phone.h"

#include <doctest/doctest.h>

namespace leadkeep {

TEST_CASE("every Russian spelling of a number is the same number") {
    for (auto const* typed : {"79000006336", "89000006336", "+7 (900) 000-63-36", "8 900 000 6336", "+79000006336", "9000006336",
                              "8-900-000-63-36", "tel:+7-900-000-63-36", "8\xC2\xA0" "900\xC2\xA0" "000 63 36"}) {
        CAPTURE(typed);
        CHECK(normalise_phone(typed, "RU").normal == "+79000006336");
        CHECK(normalise_phone(typed, "RU").extension.empty());
    }
}

TEST_CASE("an extension is kept apart from its number") {
    CHECK(normalise_phone("79000004558 доб. 324", "RU") == Phone{"+79000004558", "324"});
    CHECK(normalise_phone("1-955-371-0847 x371", "US") == Phone{"+19553710847", "371"});
    CHECK(normalise_phone("(628) 774-3169 x3406", "US") == Phone{"+16287743169", "3406"});
    CHECK(normalise_phone("+1 628 774 3169;ext=12", "US") == Phone{"+16287743169", "12"});
    CHECK(normalise_phone("8 (495) 000-11-22, доб.7", "RU") == Phone{"+74950001122", "7"});
    CHECK(normalise_phone("+44 20 7946 0958 ext. 5", "GB") == Phone{"+442079460958", "5"});
}

TEST_CASE("the default country completes numbers, and only those that are its own") {
    CHECK(normalise_phone("262.397.7937", "US").normal == "+12623977937");
    CHECK(normalise_phone("1-955-371-0847", "RU").normal == "+19553710847");
    CHECK(normalise_phone("8 029 123-45-67", "BY").normal == "+375291234567");
    CHECK(normalise_phone("0171 1234567", "DE").normal == "+491711234567");
    CHECK(normalise_phone("+49 171 1234567", "RU").normal == "+491711234567");
    CHECK(normalise_phone("0049 171 1234567", "RU").normal == "+491711234567");
    CHECK(normalise_phone("375 29 123 45 67", "RU").normal == "+375291234567");
}

TEST_CASE("what is no whole number stays matchable but is not called international") {
    CHECK(normalise_phone("22-33-44", "RU") == Phone{"223344", ""});
    CHECK(!normalise_phone("22-33-44", "RU").is_international());
    CHECK(normalise_phone("нет телефона", "RU") == Phone{});
    CHECK(normalise_phone("", "RU") == Phone{});
    CHECK(normalise_phone(std::string(5000, '7'), "RU").normal.size() <= 20);
}

TEST_CASE("one cell may hold several numbers") {
    CHECK(split_phones("8 900 111-22-33, 8 900 111-22-34") == std::vector<std::string>{"8 900 111-22-33", "8 900 111-22-34"});
    CHECK(split_phones("8 900 111-22-33; +7 900 111 22 34\n+7 900 111 22 35").size() == 3);
    CHECK(split_phones("8 900 111-22-33, доб. 12") == std::vector<std::string>{"8 900 111-22-33  доб. 12"});
    CHECK(split_phones("(415) 293-3313") == std::vector<std::string>{"(415) 293-3313"});
    CHECK(split_phones("  ").empty());
}

TEST_CASE("sums, dates and ids are not taken for phones") {
    for (auto const* text : {"120000.00", "10.06.2026", "2026-06-10", "10800", "1250000", "2024-08-13T18:04:34.666+00:00"}) {
        CAPTURE(text);
        CHECK(!looks_like_phone(text));
    }
    for (auto const* text : {"+7 (900) 000-55-63", "89000009271", "(415) 293-3313", "1-955-371-0847 x371"}) {
        CAPTURE(text);
        CHECK(looks_like_phone(text));
    }
}

}  // namespace leadkeep
