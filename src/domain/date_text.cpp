// Tried in turn: ISO 8601, three numbers in the order of the region, day and month by name.
#include "domain/date_text.h"

#include <array>
#include <cstdio>
#include <vector>

#include "base/name_fold.h"

namespace leadkeep {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool is_date(int year, int month, int day) {
    constexpr std::array days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || day > days[static_cast<size_t>(month - 1)]) return false;
    if (year != 0 && (year < 1000 || year > 9999)) return false;
    return month != 2 || day < 29 || year == 0 || is_leap(year);
}

// Days since 1970-01-01 (Howard Hinnant's algorithm, valid for the Gregorian calendar).
int64_t days_from_civil(int64_t year, int month, int day) {
    year -= month <= 2;
    auto const era = (year >= 0 ? year : year - 399) / 400;
    auto const year_of_era = year - era * 400;
    auto const day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}
    bool at_end() const { return at_ >= text_.size(); }
    char peek() const { return at_end() ? '\0' : text_[at_]; }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    bool take_any(std::string_view set) {
        if (at_end() || set.find(peek()) == std::string_view::npos) return false;
        ++at_;
        return true;
    }
    void spaces() {
        while (!at_end() && (peek() == ' ' || peek() == '\t')) ++at_;
    }
    // A number of at least one and at most `most` digits; how many there were goes to `digits`.
    std::optional<int> number(int most, int* digits = nullptr) {
        int value = 0, count = 0;
        while (count < most && is_digit(peek())) value = value * 10 + (text_[at_++] - '0'), ++count;
        if (digits) *digits = count;
        return count == 0 || is_digit(peek()) ? std::nullopt : std::optional(value);
    }
    std::string_view rest() const { return text_.substr(at_); }
    void skip(size_t bytes) { at_ += bytes; }

private:
    std::string_view text_;
    size_t at_ = 0;
};

int full_year(int year, int digits) {
    if (digits > 2) return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

// "14:05", "14:05:09.123", "2:05 pm", then perhaps "Z", "+03:00", "+0300", "UTC+3", "GMT".
bool parse_time(Scanner& in, DateText& date) {
    auto const hour = in.number(2);
    if (!hour || !in.take_any(":.h")) return false;
    auto const minute = in.number(2);
    if (!minute) return false;
    date.has_time = true;
    date.hour = *hour;
    date.minute = *minute;
    if (in.take(':')) {
        auto const second = in.number(2);
        if (!second) return false;
        date.second = *second;
        if (in.take_any(".,")) {
            int scale = 100, digits = 0;
            while (is_digit(in.peek())) {
                date.millisecond += (in.peek() - '0') * scale;
                scale /= 10;
                in.skip(1);
                if (++digits > 12) return false;
            }
            if (digits == 0) return false;
        }
    }
    in.spaces();
    auto const word = lower_text(in.rest().substr(0, 4));
    bool const pm = word.starts_with("pm") || word.starts_with("p.m"), am = word.starts_with("am") || word.starts_with("a.m");
    if (pm || am) {
        if (date.hour < 1 || date.hour > 12) return false;
        date.hour = date.hour % 12 + (pm ? 12 : 0);
        in.skip(word[1] == '.' ? 3 : 2);
        in.take('.');
        in.spaces();
    }
    return date.hour < 24 && date.minute < 60 && date.second < 61;
}

bool parse_zone(Scanner& in, DateText& date) {
    in.spaces();
    if (in.at_end()) return true;
    for (std::string_view const utc : {"UTC", "GMT", "Z", "z"}) {
        if (!in.rest().starts_with(utc)) continue;
        in.skip(utc.size());
        date.offset_min = 0;
        break;
    }
    if (in.at_end()) return true;
    auto const sign = in.peek();
    if (!in.take_any("+-")) return false;
    int digits = 0;
    auto const hours = in.number(4, &digits);
    if (!hours) return false;
    int offset = digits > 2 ? *hours / 100 * 60 + *hours % 100 : *hours * 60;
    if (in.take(':')) {
        auto const minutes = in.number(2);
        if (!minutes || digits > 2) return false;
        offset += *minutes;
    }
    if (offset > 15 * 60) return false;
    date.offset_min = sign == '-' ? -offset : offset;
    return in.at_end();
}

bool parse_rest(Scanner& in, DateText& date) {
    in.take('T') || in.take(',');
    in.spaces();
    if (in.at_end()) return true;
    if (in.rest().starts_with("г")) {  // «12 марта 2026 г.»
        in.skip(std::string_view("г").size());
        in.take('.');
        in.take(',');
        in.spaces();
        if (in.at_end()) return true;
    }
    if (in.rest().starts_with("в ")) in.skip(std::string_view("в ").size());
    if (in.rest().starts_with("at ")) in.skip(3);
    return parse_time(in, date) && parse_zone(in, date);
}

struct Numbers {
    int a = 0, b = 0, c = 0;
    int digits_a = 0, digits_b = 0, digits_c = 0;
    char mark = '\0';
    bool has_third = false;
};

std::optional<Numbers> three_numbers(Scanner& in) {
    Numbers numbers;
    auto const a = in.number(4, &numbers.digits_a);
    if (!a) return std::nullopt;
    numbers.mark = in.peek();
    if (!in.take_any("./-")) return std::nullopt;
    in.spaces();
    auto const b = in.number(2, &numbers.digits_b);
    if (!b) return std::nullopt;
    numbers.a = *a;
    numbers.b = *b;
    if (in.at_end() || !in.take(numbers.mark)) return numbers;
    in.spaces();
    if (in.at_end()) return numbers;  // "12.03."
    auto const c = in.number(4, &numbers.digits_c);
    if (!c || numbers.digits_c == 3 || numbers.digits_c == 1) return std::nullopt;
    numbers.c = *c;
    numbers.has_third = true;
    return numbers;
}

std::optional<DateText> by_numbers(std::string_view text, DateOrder order) {
    Scanner in(text);
    auto const numbers = three_numbers(in);
    if (!numbers) return std::nullopt;
    DateText date;
    if (numbers->digits_a == 4) {
        if (!numbers->has_third || numbers->digits_c > 2) return std::nullopt;
        date.year = numbers->a;
        date.month = numbers->b;
        date.day = numbers->c;
    } else {
        if (numbers->digits_a > 2 || (!numbers->has_third && numbers->mark == '-')) return std::nullopt;
        if (numbers->has_third) date.year = full_year(numbers->c, numbers->digits_c);
        bool const day_first = numbers->a > 12 || (numbers->b <= 12 && (order == DateOrder::day_first || numbers->mark == '.'));
        date.day = day_first ? numbers->a : numbers->b;
        date.month = day_first ? numbers->b : numbers->a;
    }
    if (!is_date(date.year, date.month, date.day) || !parse_rest(in, date)) return std::nullopt;
    return date;
}

// "--03-12": a birthday without its year, as calendar_date writes it.
std::optional<DateText> without_year(std::string_view text) {
    if (!text.starts_with("--")) return std::nullopt;
    Scanner in(text.substr(2));
    auto const month = in.number(2);
    in.take('-');
    auto const day = in.number(2);
    if (!month || !day || !in.at_end() || !is_date(0, *month, *day)) return std::nullopt;
    DateText date;
    date.month = *month;
    date.day = *day;
    return date;
}

int month_by_name(std::string_view word) {
    constexpr std::array<std::string_view, 12> english{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    constexpr std::array<std::string_view, 12> russian{"янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"};
    for (size_t i = 0; i < 12; ++i)
        if (word.starts_with(english[i]) || word.starts_with(russian[i]) || (i == 4 && word.starts_with("май"))) return static_cast<int>(i) + 1;
    return 0;
}

// "12 Mar 2026", "March 12, 2026", «12 марта 2026 г., 14:05».
std::optional<DateText> by_month_name(std::string_view text) {
    auto const lower = lower_text(text);
    Scanner in(lower);
    DateText date;
    int day = 0, digits = 0;
    auto const word = [&] {
        size_t size = 0;
        auto const rest = in.rest();
        while (size < rest.size() && (static_cast<unsigned char>(rest[size]) >= 0x80 || (rest[size] >= 'a' && rest[size] <= 'z'))) ++size;
        auto const found = rest.substr(0, size);
        in.skip(size);
        return found;
    };
    auto const between = [&] { while (in.take_any(" .,-/\t")) {} };
    if (is_digit(in.peek())) {
        day = in.number(2).value_or(0);
        for (std::string_view const ordinal : {"st", "nd", "rd", "th"})
            if (in.rest().starts_with(ordinal)) in.skip(2);
        between();
    }
    date.month = month_by_name(word());
    if (date.month == 0) return std::nullopt;
    between();
    if (day == 0) {
        day = in.number(2).value_or(0);
        between();
    }
    if (is_digit(in.peek())) {
        auto const year = in.number(4, &digits);
        if (!year || digits == 3 || digits == 1) return std::nullopt;
        date.year = full_year(*year, digits);
    }
    date.day = day;
    if (!is_date(date.year, date.month, date.day)) return std::nullopt;
    in.take(',');
    // The zone's letters were lowered with the rest.
    auto const tail = text.substr(text.size() - std::min(text.size(), in.rest().size()));
    Scanner end(tail);
    if (!parse_rest(end, date)) return std::nullopt;
    return date;
}

}  // namespace

std::optional<DateText> parse_date_text(std::string_view typed, DateOrder order) {
    auto const text = trim_text(typed);
    if (text.size() < 4 || text.size() > 64) return std::nullopt;
    if (is_digit(text[0]))
        if (auto const date = by_numbers(text, order)) return date;
    if (auto const date = without_year(text)) return date;
    return by_month_name(text);
}

std::optional<DateOrder> date_order_of(std::string_view typed) {
    auto const text = trim_text(typed);
    Scanner in(text);
    auto const numbers = three_numbers(in);
    if (!numbers || numbers->digits_a > 2 || numbers->mark == '.') return std::nullopt;
    if (numbers->a > 12 && numbers->a <= 31 && numbers->b <= 12) return DateOrder::day_first;
    if (numbers->b > 12 && numbers->b <= 31 && numbers->a <= 12) return DateOrder::month_first;
    return std::nullopt;
}

std::string calendar_date(DateText const& date) {
    char text[24];
    if (date.year == 0) std::snprintf(text, sizeof text, "--%02d-%02d", date.month, date.day);
    else std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

int64_t as_utc_ms(DateText const& date) {
    auto const days = days_from_civil(date.year, date.month, date.day);
    return (((days * 24 + date.hour) * 60 + date.minute) * 60 + date.second) * 1000 + date.millisecond;
}

std::string iso_moment(int64_t at_ms, int offset_min) {
    auto const local = at_ms + int64_t{offset_min} * 60000;
    auto days = local / 86400000, rest = local % 86400000;
    if (rest < 0) rest += 86400000, --days;
    // The civil date of a day count: the inverse of days_from_civil.
    auto const shifted = days + 719468;
    auto const era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    auto const of_era = shifted - era * 146097;
    auto const year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    auto const day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    auto const shifted_month = (5 * day_of_year + 2) / 153;
    auto const day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    auto const month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    auto const year = static_cast<int>(year_of_era + era * 400 + (month <= 2));
    auto const hour = static_cast<int>(rest / 3600000), minute = static_cast<int>(rest / 60000 % 60);
    auto const second = static_cast<int>(rest / 1000 % 60), millisecond = static_cast<int>(rest % 1000);
    auto const offset = offset_min < 0 ? -offset_min : offset_min;
    char text[64];
    auto size = std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, second);
    std::string moment(text, static_cast<size_t>(size));
    if (millisecond != 0) std::snprintf(text, sizeof text, ".%03d", millisecond), moment += text;
    std::snprintf(text, sizeof text, "%c%02d:%02d", offset_min < 0 ? '-' : '+', offset / 60 % 24, offset % 60);
    return moment + text;
}

}  // namespace leadkeep
