// E-mails, money, names and dates as people and programs write them.
#include <doctest/doctest.h>

#include "base/name_fold.h"
#include "domain/date_text.h"
#include "domain/email.h"
#include "domain/money.h"
#include "domain/person_name.h"

namespace leadkeep {
namespace {
int64_t minor(std::string_view text, std::string_view currency = "RUB") {
    auto const money = parse_money(text, currency);
    return money ? money->minor : -1;
}
std::string day(std::string_view text, DateOrder order = DateOrder::day_first) {
    auto const date = parse_date_text(text, order);
    return date ? calendar_date(*date) : "none";
}
std::string moment(std::string_view text) {
    auto const date = parse_date_text(text, DateOrder::day_first);
    return date && date->has_time ? iso_moment(as_utc_ms(*date), 0).substr(0, 23) : "none";
}
}  // namespace

TEST_CASE("e-mails are compared without case, spaces or a name around them") {
    CHECK(normalise_email(" Anna@Example.COM ") == "anna@example.com");
    CHECK(normalise_email("Anna Berg <anna@example.com>") == "anna@example.com");
    CHECK(normalise_email("mailto:anna@example.com?subject=x") == "anna@example.com");
    CHECK(normalise_email("почта@Пример.РФ") == "почта@пример.рф");
    for (auto const* bad : {"anna", "@example.com", "anna@", "a@b@c.de", "anna @example.com", "anna@.com"}) {
        CAPTURE(bad);
        CHECK(normalise_email(bad).empty());
    }
    CHECK(split_emails("a@x.de, b@x.de;c@x.de d@x.de").size() == 4);
    CHECK(split_emails("Anna Berg <a@x.de>, b@x.de").size() == 2);
}

TEST_CASE("an amount is read whatever groups and parts its digits") {
    for (auto const* text : {"1234.50", "1 234,50", "1,234.50", "1.234,50", "1'234.50", "1\xC2\xA0" "234,50 ₽", "1 234,5 руб.", "+1234.5"}) {
        CAPTURE(text);
        CHECK(minor(text) == 123450);
    }
    CHECK(minor("1,234") == 123400);
    CHECK(minor("12,34") == 1234);
    CHECK(minor("1.000.000") == 100000000);
    CHECK(minor("0.125") == 13);
    CHECK(minor("15 тыс. руб.") == 1500000);
    CHECK(minor("2 млн") == 200000000);
    CHECK(minor("1500", "JPY") == 1500);
    CHECK(parse_money("(5.00)", "USD")->minor == -500);
    CHECK(parse_money("-5", "USD")->minor == -500);
    CHECK(parse_money("$1,250", "RUB")->currency == "USD");
    for (auto const* text : {"договорная", "10-12", "12 шт.", "", "99999999999999999999", "1e5"}) {
        CAPTURE(text);
        CHECK(!parse_money(text, "RUB"));
    }
}

TEST_CASE("currencies go by many names") {
    CHECK(currency_by_name("Рубль") == "RUB");
    CHECK(currency_by_name("руб.") == "RUB");
    CHECK(currency_by_name("₽") == "RUB");
    CHECK(currency_by_name("US$") == "USD");
    CHECK(currency_by_name("Доллар США") == "USD");
    CHECK(currency_by_name("eur") == "EUR");
    CHECK(currency_by_name("XQZ").empty());
}

TEST_CASE("money written plainly reads back the same") {
    for (auto const value : {int64_t{0}, int64_t{5}, int64_t{-5}, int64_t{123450}, int64_t{4800050}, int64_t{1} << 50})
        for (auto const* currency : {"RUB", "JPY", "KWD"}) {
            auto const text = plain_money(value, currency);
            CAPTURE(text);
            CHECK(minor(text, currency) == value);
        }
}

TEST_CASE("Russian names are taken apart in either order") {
    CHECK(split_full_name("Иванов Иван Иванович") == PersonName{"", "Иван", "Иванович", "Иванов"});
    CHECK(split_full_name("Иван Иванович Иванов") == PersonName{"", "Иван", "Иванович", "Иванов"});
    CHECK(split_full_name("Анна Сергеевна") == PersonName{"", "Анна", "Сергеевна", ""});
    CHECK(split_full_name("Травин Олег") == PersonName{"", "Олег", "", "Травин"});
    CHECK(split_full_name("Олег Травин") == PersonName{"", "Олег", "", "Травин"});
    CHECK(split_full_name("Алиев Расул Мамед оглы") == PersonName{"", "Расул", "Мамед оглы", "Алиев"});
    CHECK(split_full_name("г-н Пётр Ежов") == PersonName{"г-н", "Пётр", "", "Ежов"});
}

TEST_CASE("Western names are taken apart") {
    CHECK(split_full_name("Shelley Kerluke") == PersonName{"", "Shelley", "", "Kerluke"});
    CHECK(split_full_name("Kerluke, Shelley") == PersonName{"", "Shelley", "", "Kerluke"});
    CHECK(split_full_name("Dr. Anna Maria van der Berg") == PersonName{"Dr.", "Anna", "Maria", "van der Berg"});
    CHECK(split_full_name("Prince") == PersonName{"", "Prince", "", ""});
    CHECK(split_full_name("<Без имени>") == PersonName{});
    CHECK(split_full_name("") == PersonName{});
}

TEST_CASE("dates are read in the order that the file has") {
    CHECK(day("10.06.2026") == "2026-06-10");
    CHECK(day("2026-06-10") == "2026-06-10");
    CHECK(day("3/4/2026") == "2026-04-03");
    CHECK(day("3/4/2026", DateOrder::month_first) == "2026-03-04");
    CHECK(day("25/4/2026", DateOrder::month_first) == "2026-04-25");
    CHECK(day("03.04.2026", DateOrder::month_first) == "2026-04-03");
    CHECK(day("12 марта 2026 г.") == "2026-03-12");
    CHECK(day("March 12, 2026") == "2026-03-12");
    CHECK(day("12-Mar-26") == "2026-03-12");
    CHECK(day("12.03") == "--03-12");
    CHECK(day("--03-12") == "--03-12");
    for (auto const* bad : {"31.02.2026", "29.02.2025", "2026-13-01", "00.00.0000", "скоро", "10800", "12.03.20266"}) {
        CAPTURE(bad);
        CHECK(day(bad) == "none");
    }
}

TEST_CASE("times come with the date, and zones where they are told") {
    CHECK(moment("10.06.2026 09:48:00") == "2026-06-10T09:48:00+00:");
    CHECK(moment("10.06.2026 9:48") == "2026-06-10T09:48:00+00:");
    CHECK(moment("8/13/2024 6:04 PM") == "2024-08-13T18:04:00+00:");
    CHECK(moment("2024-08-14T11:37:45.65+00:00") == "2024-08-14T11:37:45.650");
    CHECK(parse_date_text("2024-08-13T18:04:34.666+00:00", DateOrder::day_first)->offset_min == 0);
    CHECK(parse_date_text("2024-08-13 18:04:34 +0530", DateOrder::day_first)->offset_min == 330);
    CHECK(parse_date_text("2024-08-13T18:04:34Z", DateOrder::day_first)->offset_min == 0);
    CHECK(!parse_date_text("13.08.2024 18:04", DateOrder::day_first)->offset_min);
    CHECK(moment("13.08.2024 25:04") == "none");
}

TEST_CASE("a written moment reads back the same") {
    for (auto const at_ms : {int64_t{0}, int64_t{1723572274666}, int64_t{-86400001}, int64_t{4102444799999}})
        for (auto const offset : {0, 180, -330, 345}) {
            auto const text = iso_moment(at_ms, offset);
            CAPTURE(text);
            auto const date = parse_date_text(text, DateOrder::day_first);
            REQUIRE(date);
            CHECK(as_utc_ms(*date) - int64_t{*date->offset_min} * 60000 == at_ms);
        }
}

TEST_CASE("one telling date decides for its column") {
    CHECK(date_order_of("25/4/2026") == DateOrder::day_first);
    CHECK(date_order_of("4/25/2026") == DateOrder::month_first);
    CHECK(!date_order_of("3/4/2026"));
    CHECK(!date_order_of("2026-04-25"));
}

TEST_CASE("names are compared without case, punctuation and the dots of ё") {
    CHECK(fold_name("  Журавлёв,  ПЁТР ") == "журавлев петр");
    CHECK(fold_name("E-mail") == "e mail");
    CHECK(fold_name("ООО «Лютик»") == fold_name("ооо \"лютик\""));
    CHECK(fold_name("\xFF\xC3") == "");
    CHECK(trim_text("\xC2\xA0 x \xE2\x80\x8B") == "x");
}

}  // namespace leadkeep
