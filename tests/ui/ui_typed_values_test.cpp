// What people type for amounts and dates.
#include <doctest/doctest.h>

#include "ui/fields.h"
#include "ui/typed_values.h"

using namespace leadkeep::ui;

TEST_CASE("amounts are read as Russians and English write them") {
    CHECK(parse_typed_number("1 200,50", 2) == 120050);
    CHECK(parse_typed_number("1\u00A0200,50 ₽", 2) == 120050);
    CHECK(parse_typed_number("1,200.50", 2) == 120050);
    CHECK(parse_typed_number("€1,200", 2) == 120000);
    CHECK(parse_typed_number("1.200.000", 2) == 120000000);
    CHECK(parse_typed_number("12,5", 2) == 1250);
    CHECK(parse_typed_number("0.125", 3) == 125000);  // three digits after one mark are thousands
    CHECK(parse_typed_number("−3", 2) == -300);
    CHECK(parse_typed_number("1,999", 2) == 199900);
    CHECK(parse_typed_number("1.239", 0) == 1239);
}

TEST_CASE("what is no amount is refused") {
    CHECK_FALSE(parse_typed_number("", 2));
    CHECK_FALSE(parse_typed_number("abc", 2));
    CHECK_FALSE(parse_typed_number("12 apples", 2));
    CHECK_FALSE(parse_typed_number("-", 2));
    CHECK_FALSE(parse_typed_number("99999999999999999999999", 2));
}

TEST_CASE("dates are read in many forms") {
    auto const date = [](std::string_view text, bool month_first = false) {
        return parse_typed_date(text, DateKind::date, "2026-11-22", month_first);
    };
    CHECK(date("24.11.2026") == "2026-11-24");
    CHECK(date("24.11.26") == "2026-11-24");
    CHECK(date("24.11") == "2026-11-24");
    CHECK(date("5.1") == "2027-01-05");  // the next such day, not one long past
    CHECK(date("2026-11-24") == "2026-11-24");
    CHECK(date("11/24/2026", true) == "2026-11-24");
    CHECK(date("24/11/2026") == "2026-11-24");
    CHECK(date("завтра") == "2026-11-23");
    CHECK(date("today") == "2026-11-22");
    CHECK(date("29.02.2028") == "2028-02-29");
}

TEST_CASE("days that do not exist are refused") {
    for (auto const* text : {"31.02.2026", "29.02.2027", "0.5.2026", "13/13/2026", "2026-11", "soon", "1", "99999999999.1", "1.2.3.4"})
        CHECK(parse_typed_date(text, DateKind::date, "2026-11-22", false) == "");
}

TEST_CASE("a date and time is read together") {
    auto const moment = [](std::string_view text) { return parse_typed_date(text, DateKind::date_time, "2026-11-22", true); };
    CHECK(moment("24.11 15:00") == "2026-11-24T15:00");
    CHECK(moment("tomorrow, 3 pm") == "2026-11-23T15:00");
    CHECK(moment("12 am") == "2026-11-22T00:00");
    CHECK(moment("2026-11-24T09:30") == "2026-11-24T09:30");
    CHECK(moment("9:05") == "2026-11-22T09:05");
    CHECK(moment("25:00") == "");
}

TEST_CASE("days and dates are each other's inverse") {
    for (int64_t days = -200000; days < 200000; days += 37) CHECK(days_of(day_of(days)) == days);
    CHECK(days_of({1970, 1, 1}) == 0);
    CHECK(iso_day(day_of(20000)) == "2024-10-04");
}
