#include <doctest/doctest.h>

#include "platform/clock.h"
#include "platform/locale.h"

using namespace leadkeep;
using namespace leadkeep::platform;

namespace {

constexpr auto en = Language::english;
constexpr auto ru = Language::russian;
constexpr int64_t march_12_2025_1405_utc = 1741788300000;
constexpr int64_t day_ms = 86'400'000;

struct FixedTime {
    explicit FixedTime(int64_t now_ms, int zone_min = 0) {
        headless::set_fixed_clock(now_ms);
        headless::set_fixed_zone(zone_min);
    }
    ~FixedTime() {
        headless::set_fixed_clock(std::nullopt);
        headless::set_fixed_zone(0);
    }
};

}  // namespace

TEST_CASE("whole amounts show no kopecks, others all of them") {
    CHECK(format_money(34'000'000, "RUB", ru) == "340\u00A0000\u00A0₽");
    CHECK(format_money(125'050, "USD", en) == "$1,250.50");
    CHECK(format_money(5, "EUR", ru) == "0,05\u00A0€");
    CHECK(format_money(-5, "EUR", en) == "-€0.05");
    CHECK(format_money(1'500, "JPY", en) == "¥1,500");
    CHECK(format_money(1'500, "KWD", en) == "KWD\u00A01.500");
}

TEST_CASE("the largest and the smallest amount are written in full") {
    CHECK(format_number(INT64_MIN, en) == "-9,223,372,036,854,775,808");
    CHECK(format_money(INT64_MAX, "USD", en) == "$92,233,720,368,547,758.07");
    CHECK(format_money(INT64_MIN, "USD", en) == "-$92,233,720,368,547,758.08");
}

TEST_CASE("tight columns get amounts in thousands and millions") {
    CHECK(format_money(120'000'000, "EUR", en, MoneyForm::compact) == "€1.2M");
    CHECK(format_money(120'000'000, "RUB", ru, MoneyForm::compact) == "1,2\u00A0млн\u00A0₽");
    CHECK(format_money(99'900, "USD", en, MoneyForm::compact) == "$999");
}

TEST_CASE("a date of this year leaves the year out") {
    FixedTime const in_2025(march_12_2025_1405_utc);
    CHECK(format_date(march_12_2025_1405_utc, DateForm::day_month, en) == "Mar 12");
    CHECK(format_date(march_12_2025_1405_utc, DateForm::day_month, ru) == "12 мар.");
    CHECK(format_date(march_12_2025_1405_utc - 366 * day_ms, DateForm::day_month, ru) == "11 мар. 2024 г.");
}

TEST_CASE("days follow the viewer's zone, not UTC") {
    FixedTime const in_moscow(march_12_2025_1405_utc, 180);
    int64_t const late_evening_utc = march_12_2025_1405_utc + 8 * 3'600'000;  // 01:05 of the 13th in Moscow
    CHECK(format_date(late_evening_utc, DateForm::numeric, ru) == "13.03.2025");
    CHECK(format_time(late_evening_utc, ru) == "01:05");
    CHECK(format_time(late_evening_utc, en) == "1:05 AM");
    CHECK(format_relative_day(late_evening_utc, march_12_2025_1405_utc, ru) == "завтра");
}

TEST_CASE("relative days are declined") {
    FixedTime const fixed(march_12_2025_1405_utc);
    auto const in_days = [](int64_t days, Language language) {
        return format_relative_day(march_12_2025_1405_utc + days * day_ms, march_12_2025_1405_utc, language);
    };
    CHECK(in_days(0, en) == "today");
    CHECK(in_days(-1, ru) == "вчера");
    CHECK(in_days(3, ru) == "через 3 дня");
    CHECK(in_days(-5, ru) == "5 дней назад");
    CHECK(in_days(21, ru) == "через 21 день");
    CHECK(in_days(12, ru) == "через 12 дней");
}

TEST_CASE("a birthday of an unknown year shows day and month") {
    CHECK(format_calendar_date("--03-02", DateForm::spelled, ru) == "2 марта");
    CHECK(format_calendar_date("1990-03-02", DateForm::numeric, en) == "3/2/1990");
}

TEST_CASE("what is no date is shown as it is") {
    for (char const* text : {"", "soon", "2025-13-01", "2025-02-31", "2025-03-02x", "--13-01", "99999-01-01"})
        CHECK(format_calendar_date(text, DateForm::numeric, en) == text);
}
