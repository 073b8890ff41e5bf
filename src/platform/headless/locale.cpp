// English and Russian forms written out, the same on every machine, so that native tests are stable. They follow CLDR
// as far as Leadkeep shows it; the browser's Intl (platform/web/locale.cpp) is the full thing.
#include "platform/locale.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "platform/clock.h"

namespace leadkeep::platform {

namespace {

std::optional<Language> chosen_language;

constexpr std::string_view no_break_space = "\u00A0";
constexpr int64_t day_ms = 86'400'000;

struct Currency {
    std::string_view code, sign;
    int digits;
};
constexpr std::array<Currency, 12> currencies{{
    {"RUB", "₽", 2}, {"USD", "$", 2}, {"EUR", "€", 2}, {"GBP", "£", 2}, {"JPY", "¥", 0}, {"CNY", "¥", 2},
    {"KZT", "₸", 2}, {"UAH", "₴", 2}, {"INR", "₹", 2}, {"KRW", "₩", 0}, {"KWD", "KWD", 3}, {"BHD", "BHD", 3},
}};

Currency const* find_currency(std::string_view code) {
    for (auto const& currency : currencies)
        if (currency.code == code) return &currency;
    return nullptr;
}

struct Day {
    int64_t year;
    int month, day, weekday;  // 1–12, 1–31, 0 Sunday
};

// Howard Hinnant's civil_from_days.
Day day_from_days(int64_t days) {
    int64_t const z = days + 719468;
    int64_t const era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t const day_of_era = z - era * 146097;
    int64_t const year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t const shifted_month = (5 * day_of_year + 2) / 153;
    int const month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
            static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1),
            static_cast<int>(((days + 4) % 7 + 7) % 7)};
}

int64_t days_from_day(int64_t year, int month, int day) {
    year -= month <= 2;
    int64_t const era = (year >= 0 ? year : year - 399) / 400;
    int64_t const year_of_era = year - era * 400;
    int64_t const day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

int64_t local_ms(int64_t at_ms) { return at_ms + int64_t{zone_offset_min(at_ms)} * 60'000; }

int64_t local_days(int64_t at_ms) { return floor_div(local_ms(at_ms), day_ms); }

constexpr std::array<char const*, 12> months_en{"January", "February", "March", "April", "May", "June", "July",
                                                "August", "September", "October", "November", "December"};
constexpr std::array<char const*, 12> months_short_en{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<char const*, 12> months_ru{"января", "февраля", "марта", "апреля", "мая", "июня", "июля",
                                                "августа", "сентября", "октября", "ноября", "декабря"};
constexpr std::array<char const*, 12> months_short_ru{"янв.", "февр.", "мар.", "апр.", "мая", "июн.",
                                                      "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."};
constexpr std::array<char const*, 7> weekdays_en{"Sunday", "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};
constexpr std::array<char const*, 7> weekdays_ru{"воскресенье", "понедельник", "вторник", "среда",
                                                 "четверг", "пятница", "суббота"};

template <class... Args>
std::string print(char const* form, Args... args) {
    char buffer[96];
    int const length = std::snprintf(buffer, sizeof buffer, form, args...);
    return std::string(buffer, static_cast<size_t>(length));
}

enum class YearShown : uint8_t { never, always };

std::string write_day(Day const& day, DateForm form, YearShown year_shown, Language language) {
    bool const year = year_shown == YearShown::always;
    long long const y = day.year;
    auto const m = static_cast<size_t>(day.month - 1);
    auto const w = static_cast<size_t>(day.weekday);
    bool const ru = language == Language::russian;
    switch (form) {
        case DateForm::numeric:
            if (ru) return year ? print("%02d.%02d.%lld", day.day, day.month, y) : print("%02d.%02d", day.day, day.month);
            return year ? print("%d/%d/%lld", day.month, day.day, y) : print("%d/%d", day.month, day.day);
        case DateForm::spelled:
            if (ru) return year ? print("%d %s %lld г.", day.day, months_ru[m], y) : print("%d %s", day.day, months_ru[m]);
            return year ? print("%s %d, %lld", months_en[m], day.day, y) : print("%s %d", months_en[m], day.day);
        case DateForm::weekday:
            return ru ? print("%s, %d %s", weekdays_ru[w], day.day, months_ru[m])
                      : print("%s, %s %d", weekdays_en[w], months_en[m], day.day);
        case DateForm::day_month: break;
    }
    if (ru) return year ? print("%d %s %lld г.", day.day, months_short_ru[m], y) : print("%d %s", day.day, months_short_ru[m]);
    return year ? print("%s %d, %lld", months_short_en[m], day.day, y) : print("%s %d", months_short_en[m], day.day);
}

std::string group_digits(std::string_view digits, Language language) {
    std::string grouped;
    for (size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            if (language == Language::russian) grouped += no_break_space;
            else grouped += ',';
        }
        grouped += digits[i];
    }
    return grouped;
}

// The digits of the magnitude, which for the lowest int64_t no int64_t holds.
std::string magnitude_digits(int64_t value) {
    uint64_t const magnitude = value < 0 ? ~static_cast<uint64_t>(value) + 1 : static_cast<uint64_t>(value);
    return std::to_string(magnitude);
}

std::string with_sign_of_currency(std::string const& amount, bool negative, std::string_view currency, Language language) {
    std::string const sign = currency_sign(currency, language);
    std::string const minus = negative ? "-" : "";
    if (language == Language::russian) return minus + amount + std::string(no_break_space) + sign;
    bool const is_code = sign == currency;
    return minus + sign + (is_code ? std::string(no_break_space) : std::string()) + amount;
}

std::string compact_amount(double whole, Language language) {
    struct Step {
        double from;
        char const *en, *ru;
    };
    constexpr std::array<Step, 4> steps{{{1e12, "T", " трлн"}, {1e9, "B", " млрд"}, {1e6, "M", " млн"}, {1e3, "K", " тыс."}}};
    for (auto const& step : steps) {
        if (whole < step.from) continue;
        double const scaled = whole / step.from;
        std::string text = format_decimal(scaled, scaled < 100 ? 1 : 0, language);
        if (language == Language::english) return text + step.en;
        return text + std::string(no_break_space) + (step.ru + 1);
    }
    return format_decimal(whole, 0, language);
}

}  // namespace

Language system_language() {
    if (chosen_language) return *chosen_language;
    for (char const* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (char const* value = std::getenv(name); value && *value)
            return std::string_view(value).starts_with("ru") ? Language::russian : Language::english;
    return Language::english;
}

void show_page_language(Language) {}

std::string format_number(int64_t value, Language language) {
    return (value < 0 ? "-" : "") + group_digits(magnitude_digits(value), language);
}

std::string format_decimal(double value, int max_fraction_digits, Language language) {
    if (!std::isfinite(value) || std::fabs(value) >= 1e15) return print("%g", value);
    std::string text = print("%.*f", max_fraction_digits, std::fabs(value));
    auto const point = text.find('.');
    std::string fraction = point == std::string::npos ? "" : text.substr(point + 1);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    std::string const whole = text.substr(0, point);
    bool const zero = fraction.empty() && whole == "0";
    std::string result = (value < 0 && !zero ? "-" : "") + group_digits(whole, language);
    if (!fraction.empty()) result += (language == Language::russian ? "," : ".") + fraction;
    return result;
}

std::string format_percent(double share, Language language) {
    return format_decimal(share * 100, 0, language) + (language == Language::russian ? std::string(no_break_space) + "%" : "%");
}

int currency_digits(std::string_view currency) {
    Currency const* known = find_currency(currency);
    return known ? known->digits : 2;
}

std::string currency_sign(std::string_view currency, Language) {
    Currency const* known = find_currency(currency);
    return std::string(known ? known->sign : currency);
}

std::string format_money(int64_t minor, std::string_view currency, Language language, MoneyForm form) {
    int const digits = currency_digits(currency);
    if (form == MoneyForm::compact) {
        double const whole = std::fabs(static_cast<double>(minor)) / std::pow(10, digits);
        if (whole >= 10'000) return with_sign_of_currency(compact_amount(whole, language), minor < 0, currency, language);
    }
    std::string text = magnitude_digits(minor);
    auto const fraction_size = static_cast<size_t>(digits);
    if (text.size() <= fraction_size) text.insert(0, fraction_size + 1 - text.size(), '0');
    std::string const fraction = text.substr(text.size() - fraction_size);
    std::string amount = group_digits(std::string_view(text).substr(0, text.size() - fraction_size), language);
    if (fraction.find_first_not_of('0') != std::string::npos)
        amount += (language == Language::russian ? "," : ".") + fraction;
    return with_sign_of_currency(amount, minor < 0, currency, language);
}

std::string format_date(int64_t at_ms, DateForm form, Language language) {
    Day const day = day_from_days(local_days(at_ms));
    bool const this_year = day.year == day_from_days(local_days(now_ms())).year;
    return write_day(day, form, form == DateForm::day_month && this_year ? YearShown::never : YearShown::always, language);
}

std::string format_calendar_date(std::string_view iso_date, DateForm form, Language language) {
    std::string const text(iso_date);
    int year = 0, month = 0, day = 0, used = 0;
    if (std::sscanf(text.c_str(), "--%2d-%2d%n", &month, &day, &used) == 2 && used == static_cast<int>(text.size())) {
        if (month < 1 || month > 12 || day < 1 || day > 31) return text;
        return write_day({2000, month, day, 0}, form == DateForm::weekday ? DateForm::spelled : form, YearShown::never, language);
    }
    if (std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 ||
        used != static_cast<int>(text.size()) || month < 1 || month > 12 || day < 1 || day > 31)
        return text;
    Day const named = day_from_days(days_from_day(year, month, day));
    if (named.month != month) return text;  // the 31st of a shorter month
    bool const this_year = year == day_from_days(local_days(now_ms())).year;
    return write_day(named, form, form == DateForm::day_month && this_year ? YearShown::never : YearShown::always, language);
}

std::string format_time(int64_t at_ms, Language language) {
    return format_time_of_day(static_cast<int>((local_ms(at_ms) - local_days(at_ms) * day_ms) / 60'000), language);
}

std::string format_time_of_day(int minute, Language language) {
    int const hours = minute / 60, minutes = minute % 60;
    if (language == Language::russian) return print("%02d:%02d", hours, minutes);
    return print("%d:%02d %s", hours % 12 == 0 ? 12 : hours % 12, minutes, hours < 12 ? "AM" : "PM");
}

std::string format_date_time(int64_t at_ms, Language language) {
    return format_date(at_ms, DateForm::day_month, language) + ", " + format_time(at_ms, language);
}

std::string format_relative_day(int64_t at_ms, int64_t now_ms, Language language) {
    int64_t const days = local_days(at_ms) - local_days(now_ms);
    bool const ru = language == Language::russian;
    if (days == 0) return ru ? "сегодня" : "today";
    if (days == 1) return ru ? "завтра" : "tomorrow";
    if (days == -1) return ru ? "вчера" : "yesterday";
    if (ru && days == 2) return "послезавтра";
    if (ru && days == -2) return "позавчера";
    int64_t const count = days < 0 ? -days : days;
    std::string const number = format_number(count, language);
    if (!ru) return days < 0 ? number + " days ago" : "in " + number + " days";
    int64_t const tens = count % 100, ones = count % 10;
    char const* word = tens >= 11 && tens <= 14 ? "дней" : ones == 1 ? "день" : ones >= 2 && ones <= 4 ? "дня" : "дней";
    return days < 0 ? number + " " + word + " назад" : "через " + number + " " + word;
}

int first_day_of_week(Language language) { return language == Language::russian ? 1 : 7; }

}  // namespace leadkeep::platform

namespace leadkeep::platform::headless {

void set_system_language(Language language) { chosen_language = language; }

}  // namespace leadkeep::platform::headless
