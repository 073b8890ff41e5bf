// Parsing of typed amounts and dates. Tolerant of what people write, never guessing where it matters.
#include "ui/typed_values.h"

#include <array>
#include <cstdio>

#include "platform/clock.h"
#include "ui/fields.h"

namespace leadkeep::ui {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits, points, commas and a sign; spaces of every kind and apostrophes group and are dropped.
std::optional<std::string> bare_number(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); i++) {
        char const c = text[i];
        std::string_view const rest = text.substr(i);
        if (is_digit(c) || c == '.' || c == ',') out += c;
        else if (c == '-' && out.empty()) out += '-';
        else if (rest.starts_with("\u2212") && out.empty()) out += '-', i += 2;
        else if (rest.starts_with("\u00A0")) i += 1;
        else if (rest.starts_with("\u202F") || rest.starts_with("\u2009") || rest.starts_with("\u2019")) i += 2;
        else if (rest.starts_with("\u20BD") || rest.starts_with("\u20AC")) i += 2;
        else if (c != ' ' && c != '\'' && c != '\t' && c != '$') return std::nullopt;
    }
    return out;
}

// Which point or comma divides the fraction: the last one, unless it plainly groups thousands.
size_t fraction_mark(std::string const& s) {
    size_t const last = s.find_last_of(".,");
    if (last == std::string::npos) return last;
    char const mark = s[last];
    bool const other_before = s.find(mark == '.' ? ',' : '.') != std::string::npos;
    bool const repeated = s.find(mark) != last;
    if (repeated) return std::string::npos;
    size_t const after = s.size() - last - 1;
    if (!other_before && after == 3) return std::string::npos;
    return last;
}

bool valid(Day d) { return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(d.year, d.month); }

struct Numbers {
    std::array<int, 3> value{};
    std::array<int, 3> width{};
    int count = 0;
    char mark = 0;
};
std::optional<Numbers> split_numbers(std::string_view text) {
    Numbers n;
    size_t i = 0;
    while (i < text.size()) {
        if (!is_digit(text[i]) || n.count == 3) return std::nullopt;
        int value = 0, width = 0;
        while (i < text.size() && is_digit(text[i]) && width < 5) value = value * 10 + (text[i++] - '0'), width++;
        n.value[size_t(n.count)] = value;
        n.width[size_t(n.count++)] = width;
        if (i == text.size()) break;
        char const c = text[i++];
        if (c != '.' && c != '/' && c != '-') return std::nullopt;
        n.mark = c;
    }
    return n;
}

// The next such day from today on for a date without a year.
Day with_year(Day d, Day now) {
    d.year = now.year;
    if (days_of(d) < days_of(now) - 180) d.year++;
    return d;
}

std::optional<Day> parse_day(std::string_view text, Day now, bool month_first) {
    struct Word {
        std::string_view word;
        int days;
    };
    static constexpr Word words[] = {{"today", 0}, {"Today", 0}, {"сегодня", 0}, {"Сегодня", 0}, {"tomorrow", 1}, {"Tomorrow", 1},
                                     {"завтра", 1}, {"Завтра", 1}, {"послезавтра", 2}, {"Послезавтра", 2},
                                     {"yesterday", -1}, {"Yesterday", -1}, {"вчера", -1}, {"Вчера", -1}};
    for (Word const& w : words)
        if (text == w.word) return day_of(days_of(now) + w.days);
    auto const n = split_numbers(text);
    if (!n || n->count < 2) return std::nullopt;
    Day d = now;
    if (n->width[0] == 4) {
        if (n->count < 3) return std::nullopt;
        d = {n->value[0], n->value[1], n->value[2]};
        return valid(d) ? std::optional(d) : std::nullopt;
    }
    bool const swapped = n->mark == '/' && month_first;
    d.day = n->value[swapped ? 1 : 0];
    d.month = n->value[swapped ? 0 : 1];
    if (n->count == 3) d.year = n->width[2] <= 2 ? 2000 + n->value[2] : n->value[2];
    else if (d.month >= 1 && d.month <= 12) d = with_year(d, now);
    return valid(d) && d.year >= 1800 && d.year <= 2200 ? std::optional(d) : std::nullopt;
}

std::optional<std::string> parse_time(std::string_view text) {
    bool const pm = text.ends_with("pm") || text.ends_with("PM"), am = text.ends_with("am") || text.ends_with("AM");
    if (pm || am) text.remove_suffix(2);
    while (text.ends_with(' ')) text.remove_suffix(1);
    size_t const colon = text.find_first_of(":.");
    int parts[2] = {0, 0};
    std::string_view const pieces[2] = {text.substr(0, colon), colon == std::string_view::npos ? "" : text.substr(colon + 1)};
    for (int i = 0; i < 2; i++) {
        if (pieces[i].size() > 2 || (i == 0 && pieces[i].empty())) return std::nullopt;
        for (char const c : pieces[i]) {
            if (!is_digit(c)) return std::nullopt;
            parts[i] = parts[i] * 10 + (c - '0');
        }
    }
    if (colon == std::string_view::npos && !am && !pm) return std::nullopt;
    if (pm && parts[0] < 12) parts[0] += 12;
    if (am && parts[0] == 12) parts[0] = 0;
    if (parts[0] > 23 || parts[1] > 59) return std::nullopt;
    char out[16];
    std::snprintf(out, sizeof out, "%02d:%02d", parts[0], parts[1]);
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
    return text;
}

}  // namespace

std::optional<int64_t> parse_typed_number(std::string_view text, int digits) {
    auto const bare = bare_number(text);
    if (!bare || bare->empty()) return std::nullopt;
    size_t const mark = fraction_mark(*bare);
    int64_t value = 0;
    int fraction = 0;
    bool negative = false, any = false;
    for (size_t i = 0; i < bare->size(); i++) {
        char const c = (*bare)[i];
        if (c == '-') negative = true;
        if (!is_digit(c)) continue;
        if (mark != std::string::npos && i > mark && ++fraction > digits) continue;  // finer than the currency: dropped
        any = true;
        if (value > 900'000'000'000'000) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    for (int i = fraction < digits ? fraction : digits; i < digits; i++) value *= 10;
    if (!any || value > 1'000'000'000'000'000'000) return std::nullopt;
    return negative ? -value : value;
}

int64_t days_of(Day d) {
    int64_t const y = d.month <= 2 ? d.year - 1 : d.year;
    int64_t const era = (y >= 0 ? y : y - 399) / 400;
    int64_t const of_era = y - era * 400;
    int64_t const of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Day day_of(int64_t days) {
    days += 719468;
    int64_t const era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t const in_era = days - era * 146097;
    int64_t const year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int64_t const in_year = in_era - (365 * year + year / 4 - year / 100);
    int64_t const m = (5 * in_year + 2) / 153;
    int const month = int(m < 10 ? m + 3 : m - 9);
    return {int(year + era * 400 + (month <= 2)), month, int(in_year - (153 * m + 2) / 5 + 1)};
}

int days_in_month(int year, int month) {
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

std::optional<Day> parse_iso_day(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const n = split_numbers(text.substr(0, 10));
    if (!n || n->count != 3) return std::nullopt;
    Day const d{n->value[0], n->value[1], n->value[2]};
    return valid(d) ? std::optional(d) : std::nullopt;
}

std::string iso_day(Day d) {
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", d.year, d.month, d.day);
    return out;
}

std::optional<int> minute_of(std::string_view text) {
    if (text.size() < 16 || text[13] != ':') return std::nullopt;
    auto const two = [&](size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    return two(11) * 60 + two(14);
}

Day today() {
    int64_t const now = platform::now_ms();
    return day_of((now + platform::zone_offset_min(now) * int64_t(60000)) / 86400000);
}

std::string parse_typed_date(std::string_view typed, DateKind kind, std::string_view today_iso, bool month_first) {
    Day const now = parse_iso_day(today_iso).value_or(Day{});
    // Formatted times hold a space that does not break.
    std::string plain(typed);
    for (size_t at = plain.find("\u00A0"); at != std::string::npos; at = plain.find("\u00A0", at)) plain.replace(at, 2, " ");
    std::string_view const text = trimmed(plain);
    if (auto const whole = parse_day(text, now, month_first)) return iso_day(*whole);
    if (kind == DateKind::date) return {};
    // "22.11 15:00", "tomorrow, 3 pm", "2026-11-22T15:00", "15:00" alone means today
    if (auto const time = parse_time(text)) return iso_day(now) + "T" + *time;
    for (size_t cut = text.find_first_of(" T,"); cut != std::string_view::npos; cut = text.find_first_of(" T,", cut + 1)) {
        auto const day = parse_day(trimmed(text.substr(0, cut)), now, month_first);
        auto const time = parse_time(trimmed(text.substr(cut + 1)));
        if (day && time) return iso_day(*day) + "T" + *time;
    }
    return {};
}

}  // namespace leadkeep::ui
