// Numbers, money, dates and times as a reader of the language writes them: Intl in the browser, our own English and
// Russian forms in headless/. Limits: the viewer's zone throughout; Gregorian calendar; Western digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/i18n.h"

namespace leadkeep::platform {

// The first of the person's languages that Leadkeep speaks; English if none.
Language system_language();
// Marks the page as written in `language` (<html lang>, hyphenation, screen readers' voice).
void show_page_language(Language language);

std::string format_number(int64_t value, Language language = leadkeep::language());
std::string format_decimal(double value, int max_fraction_digits, Language language = leadkeep::language());
std::string format_percent(double share, Language language = leadkeep::language());  // 0.25 → "25%" / "25 %"

// How many digits the minor unit has: 2 for RUB, 0 for JPY, 3 for KWD. Unknown codes have 2.
int currency_digits(std::string_view currency);
// The sign or, where there is none, the code: "₽", "$", "CHF".
std::string currency_sign(std::string_view currency, Language language = leadkeep::language());

enum class MoneyForm : uint8_t {
    full,     // "340 000 ₽", "$1,250.50": the minor unit only when it is not zero
    compact,  // "1.2M ₽": for tight columns
};
// `minor` counts the currency's minor unit (kopecks, cents).
std::string format_money(int64_t minor, std::string_view currency, Language language = leadkeep::language(),
                         MoneyForm form = MoneyForm::full);

enum class DateForm : uint8_t {
    day_month,  // "12 Mar" / "12 мар.", the year added when it is not this year's
    numeric,    // "3/12/2025" / "12.03.2025"
    spelled,    // "March 12, 2025" / "12 марта 2025 г."
    weekday,    // "Wednesday, March 12" / "среда, 12 марта"
};
std::string format_date(int64_t at_ms, DateForm form = DateForm::day_month, Language language = leadkeep::language());
// A date without a zone ("2025-03-12", or "--03-12" of an unknown year); returned as it is when it is not a date.
std::string format_calendar_date(std::string_view iso_date, DateForm form = DateForm::day_month,
                                 Language language = leadkeep::language());
std::string format_time(int64_t at_ms, Language language = leadkeep::language());       // "2:05 PM" / "14:05"
std::string format_time_of_day(int minute, Language language = leadkeep::language());   // 845 → "2:05 PM" / "14:05"
std::string format_date_time(int64_t at_ms, Language language = leadkeep::language());  // day_month and time
// The day as seen from now's day: "today", "yesterday", "in 3 days" / «сегодня», «вчера», «через 3 дня».
std::string format_relative_day(int64_t at_ms, int64_t now_ms, Language language = leadkeep::language());

// 1 Monday … 7 Sunday: of the person's region, whatever language is read; of the language where no region is known.
int first_day_of_week(Language language = leadkeep::language());

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {
void set_system_language(Language language);  // tests only
}  // namespace leadkeep::platform::headless
