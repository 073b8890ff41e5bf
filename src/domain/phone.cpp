// Numbers by country: calling code, trunk prefix, the lengths of a national number.
#include "domain/phone.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/name_fold.h"
#include "base/ranges.h"

namespace leadkeep {
namespace {

struct Country {
    std::string_view iso, code, trunk;
    size_t least, most;  // digits of a national number without the trunk prefix
};

constexpr Country countries[] = {
    {"RU", "7", "8", 10, 10},    {"KZ", "7", "8", 10, 10},    {"US", "1", "1", 10, 10},    {"CA", "1", "1", 10, 10},
    {"BY", "375", "80", 9, 9},   {"UA", "380", "0", 9, 9},    {"AM", "374", "0", 8, 8},    {"AZ", "994", "0", 9, 9},
    {"GE", "995", "0", 9, 9},    {"KG", "996", "0", 9, 9},    {"MD", "373", "0", 8, 8},    {"TJ", "992", "", 9, 9},
    {"TM", "993", "8", 8, 8},    {"UZ", "998", "", 9, 9},     {"DE", "49", "0", 6, 11},    {"AT", "43", "0", 6, 12},
    {"CH", "41", "0", 9, 9},     {"GB", "44", "0", 9, 10},    {"IE", "353", "0", 7, 9},    {"FR", "33", "0", 9, 9},
    {"BE", "32", "0", 8, 9},     {"NL", "31", "0", 9, 9},     {"LU", "352", "", 4, 11},    {"ES", "34", "", 9, 9},
    {"PT", "351", "", 9, 9},     {"IT", "39", "", 8, 11},     {"GR", "30", "", 10, 10},    {"PL", "48", "", 9, 9},
    {"CZ", "420", "", 9, 9},     {"SK", "421", "0", 9, 9},    {"HU", "36", "06", 8, 9},    {"RO", "40", "0", 9, 9},
    {"BG", "359", "0", 7, 9},    {"RS", "381", "0", 8, 9},    {"HR", "385", "0", 8, 9},    {"SI", "386", "0", 8, 8},
    {"EE", "372", "", 7, 8},     {"LV", "371", "", 8, 8},     {"LT", "370", "8", 8, 8},    {"FI", "358", "0", 6, 11},
    {"SE", "46", "0", 7, 9},     {"NO", "47", "", 8, 8},      {"DK", "45", "", 8, 8},      {"IS", "354", "", 7, 7},
    {"TR", "90", "0", 10, 10},   {"IL", "972", "0", 8, 9},    {"AE", "971", "0", 8, 9},    {"SA", "966", "0", 9, 9},
    {"IN", "91", "0", 10, 10},   {"CN", "86", "0", 10, 11},   {"JP", "81", "0", 9, 10},    {"KR", "82", "0", 8, 10},
    {"VN", "84", "0", 9, 10},    {"TH", "66", "0", 8, 9},     {"MN", "976", "", 8, 8},     {"AU", "61", "0", 9, 9},
    {"NZ", "64", "0", 8, 10},    {"BR", "55", "0", 10, 11},   {"AR", "54", "0", 10, 11},   {"MX", "52", "", 10, 10},
    {"CL", "56", "", 9, 9},      {"CO", "57", "", 10, 10},    {"ZA", "27", "0", 9, 9},     {"EG", "20", "0", 9, 10},
};

Country const* country_of(std::string_view iso) {
    for (auto const& country : countries)
        if (country.iso == iso) return &country;
    return nullptr;
}

bool fits(Country const& country, size_t digits) { return digits >= country.least && digits <= country.most; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Parts {
    std::string digits;
    std::string extension;
    bool plus = false;
};

// Words that part the extension from the number, in lower case; longer ones first.
constexpr std::string_view extension_words[] = {"добавочный", "внутренний", "extension", ";ext=", "внутр", "доб", "ext", "вн",
                                                "x",          "х" /* Cyrillic */, "#",        ",,"};

Parts take_apart(std::string_view typed) {
    auto const lower = lower_text(trim_text(typed));
    std::string_view text = lower;
    if (text.starts_with("tel:")) text.remove_prefix(4);
    Parts parts;
    for (size_t at = 0; at < text.size();) {
        char const c = text[at];
        if (is_digit(c)) {
            parts.digits += c;
            ++at;
            continue;
        }
        if (c == '+' && parts.digits.empty()) parts.plus = true;
        if (parts.digits.size() >= 5) {
            auto const rest = text.substr(at);
            auto const* const word = ranges::find_if(extension_words, [&](auto one) { return rest.starts_with(one); });
            if (word != std::end(extension_words)) {
                for (char const one : rest.substr(word->size()))
                    if (is_digit(one) && parts.extension.size() < 12) parts.extension += one;
                if (!parts.extension.empty()) return parts;
            }
        }
        ++at;
    }
    return parts;
}

// A number without + whose country has to be found: the default country's own forms first, then what is plain from the
// number itself.
std::string international(std::string const& digits, std::string_view default_country) {
    auto const size = digits.size();
    if (auto const* home = country_of(default_country)) {
        auto const has_trunk = !home->trunk.empty() && digits.starts_with(home->trunk);
        if (has_trunk && fits(*home, size - home->trunk.size()))
            return "+" + std::string(home->code) + digits.substr(home->trunk.size());
        if (digits.starts_with(home->code) && fits(*home, size - home->code.size()) && !fits(*home, size)) return "+" + digits;
        if (fits(*home, size) && !has_trunk) return "+" + std::string(home->code) + digits;
    }
    if (digits.starts_with("00") && size >= 10 && size <= 17) return "+" + digits.substr(2);
    if (size >= 13 && digits.starts_with("810")) return "+" + digits.substr(3);
    if (size == 11 && (digits[0] == '7' || digits[0] == '8')) return "+7" + digits.substr(1);
    if (size == 11 && digits[0] == '1') return "+" + digits;
    for (auto const& country : countries)
        if (country.code.size() >= 2 && digits.starts_with(country.code) && size >= 11 && fits(country, size - country.code.size()))
            return "+" + digits;
    return {};
}

}  // namespace

Phone normalise_phone(std::string_view typed, std::string_view default_country) {
    auto parts = take_apart(typed);
    Phone phone;
    phone.extension = std::move(parts.extension);
    auto const size = parts.digits.size();
    if (size < 3) return {};
    if (parts.plus && size >= 7 && size <= 15) {
        // "+8 (900) …" is a common slip for +7; no country has +8 followed by ten digits.
        phone.normal = "+" + parts.digits;
        if (size == 11 && parts.digits[0] == '8') phone.normal[1] = '7';
    } else {
        phone.normal = international(parts.digits, default_country);
    }
    if (phone.normal.empty()) phone.normal = parts.digits.substr(0, 20);
    return phone;
}

std::vector<std::string> split_phones(std::string_view cell) {
    std::vector<std::string> phones;
    std::string current;
    auto const digits_in = [](std::string_view text) { return ranges::count_if(text, is_digit); };
    auto const finish = [&] {
        auto const one = trim_text(current);
        if (digits_in(one) >= 3) phones.emplace_back(one);
        else if (!one.empty() && !phones.empty()) phones.back() += ", " + std::string(one);
        else if (!one.empty() && digits_in(one) > 0) phones.emplace_back(one);
        current.clear();
    };
    for (size_t at = 0; at < cell.size(); ++at) {
        char const c = cell[at];
        auto const rest = cell.substr(at);
        bool const parts_numbers = c == '\n' || c == '\r' || c == '|' || c == '/' ||
                                   (c == ';' && !lower_text(rest.substr(0, 5)).starts_with(";ext=")) ||
                                   (c == ',' && !rest.starts_with(",,") && (at == 0 || cell[at - 1] != ','));
        if (!parts_numbers) {
            current += c;
            continue;
        }
        // "8 900 111-22-33, доб. 12": an extension belongs to the number before it.
        auto const next = lower_text(trim_text(rest.substr(1, 24)));
        if (next.starts_with("доб") || next.starts_with("ext") || next.starts_with("вн")) current += ' ';
        else if (digits_in(current) >= 5 || c == '\n' || c == ';' || c == ',') finish();
        else current += c;
    }
    finish();
    return phones;
}

bool looks_like_phone(std::string_view text) {
    auto const parts = take_apart(text);
    if (parts.digits.size() < 7 || parts.digits.size() > 15) return false;
    int separators = 0;
    for (size_t at = 0; at < text.size();) {
        auto const c = next_code_point(text, at);
        if (c < 0x80 && is_digit(static_cast<char>(c))) continue;
        if (c == '+' || c == '(' || c == ')' || c == '-' || c == ' ' || c == 0xA0 || c == '.') {
            ++separators;
            continue;
        }
        if (parts.extension.empty()) return false;
    }
    // A bare run of digits may as well be an id or a sum: only the lengths that phones have count.
    if (separators == 0 && parts.extension.empty())
        return parts.digits.size() == 11 && (parts.digits[0] == '7' || parts.digits[0] == '8' || parts.digits[0] == '1');
    // "12.05.2026", "2026-05-12" and "120000.00" are no phones; "123-45-67" is.
    return parts.digits.size() >= 9 || (parts.digits.size() == 7 && text.find('-') != std::string_view::npos);
}

std::string_view phone_country_by_shape(std::string_view typed) {
    auto const parts = take_apart(typed);
    if (parts.plus) return {};
    auto const size = parts.digits.size();
    if (size == 11 && (parts.digits[0] == '8' || parts.digits[0] == '7')) return "RU";
    if (size == 11 && parts.digits[0] == '1') return "US";
    if (size == 12 && parts.digits.starts_with("375")) return "BY";
    if (size == 12 && parts.digits.starts_with("380")) return "UA";
    return {};
}

}  // namespace leadkeep
