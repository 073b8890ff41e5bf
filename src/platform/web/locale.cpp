// Formats through web/locale.js. A screen asks for the same texts in every frame, so each answer is remembered.
// Limits: the memory of answers is dropped whole when it is full; "this year" is looked up once per answer.
#include "platform/locale.h"

#include <emscripten.h>

#include <cmath>
#include <unordered_map>
#include <utility>

#include "platform/clock.h"
#include "platform/web/memory.h"

EM_JS(int, lk_locale_system_language, (), { return Module.services.locale.systemLanguage(); });
EM_JS(void, lk_locale_show_page_language, (int language), { Module.services.locale.showPageLanguage(language); });
EM_JS(char*, lk_locale_number, (char const* digits, int size, int language), {
    return Module.services.locale.number(digits, size, language);
});
EM_JS(char*, lk_locale_decimal, (double value, int max_digits, int language), {
    return Module.services.locale.decimal(value, max_digits, language);
});
EM_JS(char*, lk_locale_percent, (double share, int language), { return Module.services.locale.percent(share, language); });
EM_JS(int, lk_locale_currency_digits, (char const* code, int size), {
    return Module.services.locale.currencyDigits(code, size);
});
EM_JS(char*, lk_locale_currency_sign, (char const* code, int size, int language), {
    return Module.services.locale.currencySign(code, size, language);
});
EM_JS(char*, lk_locale_money, (double whole, char const* code, int size, int language, int form), {
    return Module.services.locale.money(whole, code, size, language, form);
});
EM_JS(char*, lk_locale_date, (double at_ms, int form, int language), {
    return Module.services.locale.date(at_ms, form, language);
});
EM_JS(char*, lk_locale_calendar_date, (char const* text, int size, int form, int language), {
    return Module.services.locale.calendarDate(text, size, form, language);
});
EM_JS(char*, lk_locale_time, (double at_ms, int language), { return Module.services.locale.time(at_ms, language); });
EM_JS(char*, lk_locale_time_of_day, (int minute, int language), {
    return Module.services.locale.timeOfDay(minute, language);
});
EM_JS(char*, lk_locale_date_time, (double at_ms, int language), {
    return Module.services.locale.dateTime(at_ms, language);
});
EM_JS(char*, lk_locale_relative_day, (int days, int language), {
    return Module.services.locale.relativeDay(days, language);
});
EM_JS(int, lk_locale_first_day, (int language), { return Module.services.locale.firstDayOfWeek(language); });

namespace leadkeep::platform {

namespace {

int code_of(Language language) { return language == Language::russian ? 1 : 0; }

// The key is what was asked, packed into a string; 4096 answers are some 200 KB.
template <class Make>
std::string remembered(std::string key, Make make) {
    static std::unordered_map<std::string, std::string> answers;
    if (auto const found = answers.find(key); found != answers.end()) return found->second;
    if (answers.size() >= 4096) answers.clear();
    return answers.emplace(std::move(key), make()).first->second;
}

std::string key_of(char kind, int64_t value, int detail, Language language, std::string_view text = {}) {
    std::string key(1, kind);
    key.append(reinterpret_cast<char const*>(&value), sizeof value);
    key += static_cast<char>(detail);
    key += static_cast<char>(language);
    key += text;
    return key;
}

constexpr int64_t minute_ms = 60'000;
constexpr int64_t day_ms = 86'400'000;

int64_t floor_to(int64_t value, int64_t step) { return value - ((value % step) + step) % step; }

int64_t local_day(int64_t at_ms) { return floor_to(at_ms + zone_offset_min(at_ms) * minute_ms, day_ms) / day_ms; }

}  // namespace

Language system_language() { return lk_locale_system_language() == 1 ? Language::russian : Language::english; }

void show_page_language(Language language) { lk_locale_show_page_language(code_of(language)); }

std::string format_number(int64_t value, Language language) {
    return remembered(key_of('n', value, 0, language), [&] {
        std::string const digits = std::to_string(value);
        return web::take_string(lk_locale_number(digits.data(), static_cast<int>(digits.size()), code_of(language)));
    });
}

std::string format_decimal(double value, int max_fraction_digits, Language language) {
    return web::take_string(lk_locale_decimal(value, max_fraction_digits, code_of(language)));
}

std::string format_percent(double share, Language language) {
    return web::take_string(lk_locale_percent(share, code_of(language)));
}

int currency_digits(std::string_view currency) {
    static std::unordered_map<std::string, int> known;
    auto const [at, added] = known.try_emplace(std::string(currency), 2);
    if (added) at->second = lk_locale_currency_digits(currency.data(), static_cast<int>(currency.size()));
    return at->second;
}

std::string currency_sign(std::string_view currency, Language language) {
    return remembered(key_of('s', 0, 0, language, currency), [&] {
        return web::take_string(lk_locale_currency_sign(currency.data(), static_cast<int>(currency.size()), code_of(language)));
    });
}

std::string format_money(int64_t minor, std::string_view currency, Language language, MoneyForm form) {
    return remembered(key_of('m', minor, static_cast<int>(form), language, currency), [&] {
        double const whole = static_cast<double>(minor) / std::pow(10.0, currency_digits(currency));
        return web::take_string(lk_locale_money(whole, currency.data(), static_cast<int>(currency.size()),
                                                code_of(language), static_cast<int>(form)));
    });
}

std::string format_date(int64_t at_ms, DateForm form, Language language) {
    return remembered(key_of('d', floor_to(at_ms, minute_ms), static_cast<int>(form), language), [&] {
        return web::take_string(lk_locale_date(static_cast<double>(at_ms), static_cast<int>(form), code_of(language)));
    });
}

std::string format_calendar_date(std::string_view iso_date, DateForm form, Language language) {
    return remembered(key_of('c', 0, static_cast<int>(form), language, iso_date), [&] {
        return web::take_string(lk_locale_calendar_date(iso_date.data(), static_cast<int>(iso_date.size()),
                                                        static_cast<int>(form), code_of(language)));
    });
}

std::string format_time(int64_t at_ms, Language language) {
    return remembered(key_of('t', floor_to(at_ms, minute_ms), 0, language), [&] {
        return web::take_string(lk_locale_time(static_cast<double>(at_ms), code_of(language)));
    });
}

std::string format_time_of_day(int minute, Language language) {
    return remembered(key_of('h', minute, 0, language), [&] {
        return web::take_string(lk_locale_time_of_day(minute, code_of(language)));
    });
}

std::string format_date_time(int64_t at_ms, Language language) {
    return remembered(key_of('T', floor_to(at_ms, minute_ms), 0, language), [&] {
        return web::take_string(lk_locale_date_time(static_cast<double>(at_ms), code_of(language)));
    });
}

std::string format_relative_day(int64_t at_ms, int64_t now_ms, Language language) {
    int64_t const days = local_day(at_ms) - local_day(now_ms);
    return remembered(key_of('r', days, 0, language), [&] {
        return web::take_string(lk_locale_relative_day(static_cast<int>(days), code_of(language)));
    });
}

int first_day_of_week(Language language) { return lk_locale_first_day(code_of(language)); }

}  // namespace leadkeep::platform
