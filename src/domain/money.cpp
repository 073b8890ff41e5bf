// Which mark of an amount groups and which begins the fraction is decided by its shape; see whole_and_fraction.
#include "domain/money.h"

#include <algorithm>
#include <array>

#include "base/name_fold.h"

namespace leadkeep {
namespace {

struct CurrencyName {
    std::string_view name, code;
};

// Names as fold_name gives them, or a sign alone.
constexpr CurrencyName currency_names[] = {
    {"рубль", "RUB"}, {"рубли", "RUB"}, {"рублей", "RUB"}, {"рубля", "RUB"}, {"руб", "RUB"}, {"р", "RUB"}, {"rub", "RUB"}, {"rur", "RUB"},
    {"ruble", "RUB"}, {"rubles", "RUB"}, {"российский рубль", "RUB"}, {"russian ruble", "RUB"}, {"russian rouble", "RUB"},
    {"доллар", "USD"}, {"доллары", "USD"}, {"долларов", "USD"}, {"доллар сша", "USD"}, {"доллары сша", "USD"}, {"долл", "USD"},
    {"dollar", "USD"}, {"dollars", "USD"}, {"us dollar", "USD"}, {"us dollars", "USD"}, {"usd", "USD"}, {"us", "USD"},
    {"евро", "EUR"}, {"euro", "EUR"}, {"euros", "EUR"}, {"eur", "EUR"},
    {"гривна", "UAH"}, {"гривны", "UAH"}, {"гривен", "UAH"}, {"грн", "UAH"}, {"hryvnia", "UAH"},
    {"белорусский рубль", "BYN"}, {"belarusian ruble", "BYN"}, {"тенге", "KZT"}, {"казахстанский тенге", "KZT"}, {"tenge", "KZT"},
    {"фунт", "GBP"}, {"фунт стерлингов", "GBP"}, {"pound", "GBP"}, {"pounds", "GBP"}, {"pound sterling", "GBP"}, {"gbp", "GBP"},
    {"юань", "CNY"}, {"китайский юань", "CNY"}, {"yuan", "CNY"}, {"rmb", "CNY"}, {"иена", "JPY"}, {"yen", "JPY"},
    {"лира", "TRY"}, {"турецкая лира", "TRY"}, {"lira", "TRY"}, {"сум", "UZS"}, {"сом", "KGS"}, {"драм", "AMD"}, {"лари", "GEL"},
    {"франк", "CHF"}, {"swiss franc", "CHF"}, {"злотый", "PLN"}, {"zloty", "PLN"}, {"дирхам", "AED"}, {"шекель", "ILS"},
    {"₽", "RUB"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"}, {"₴", "UAH"}, {"₸", "KZT"}, {"₺", "TRY"},
    {"₹", "INR"}, {"₩", "KRW"}, {"₪", "ILS"}, {"zł", "PLN"}, {"us$", "USD"}, {"元", "CNY"}, {"br", "BYN"},
};

// Codes that are taken without a name in the table above.
constexpr std::string_view codes =
    "AED AMD ARS AUD AZN BGN BHD BRL BYN CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS INR IQD IRR ISK JOD JPY "
    "KGS KRW KWD KZT LYD MAD MDL MXN MYR NGN NOK NZD OMR PHP PKR PLN PYG QAR RON RSD RUB SAR SEK SGD THB TJS TMT TND TRY TWD UAH "
    "UGX USD UYU UZS VND XAF XOF ZAR";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Shape {
    std::string whole, fraction;
};

// `number` holds digits, points, commas and apostrophes only. Both kinds of mark: the later one begins the fraction.
// One kind, more than once: it groups. Once, before exactly three digits: it groups unless a fraction of three is
// possible only there ("0.125", or a currency with three minor digits).
std::optional<Shape> whole_and_fraction(std::string const& number, int digits) {
    auto const last_point = number.rfind('.'), last_comma = number.rfind(',');
    size_t mark = std::string::npos;
    if (last_point != std::string::npos && last_comma != std::string::npos) {
        mark = std::max(last_point, last_comma);
    } else if (auto const only = last_point != std::string::npos ? last_point : last_comma; only != std::string::npos) {
        bool const once = number.find(number[only]) == only;
        auto const behind = number.size() - only - 1;
        bool const grouped = behind == 3 && only >= 1 && only <= 3 && number[0] != '0' && digits != 3;
        if (once && !grouped) mark = only;
    }
    Shape shape;
    for (size_t i = 0; i < number.size(); ++i)
        if (is_digit(number[i])) (mark != std::string::npos && i > mark ? shape.fraction : shape.whole) += number[i];
    if (shape.whole.empty() && shape.fraction.empty()) return std::nullopt;
    return shape;
}

constexpr int64_t greatest_minor = int64_t{1} << 53;

std::optional<int64_t> to_minor(Shape const& shape, int digits, int64_t factor) {
    int64_t value = 0;
    for (char const c : shape.whole) {
        if (value > greatest_minor) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    auto whole = static_cast<double>(value) * static_cast<double>(factor);
    for (int i = 0; i < digits; ++i) whole *= 10;
    if (whole > static_cast<double>(greatest_minor)) return std::nullopt;
    int64_t scale = factor;
    int64_t minor = value * factor;
    for (int i = 0; i < digits; ++i) minor *= 10, scale *= 10;
    // The fraction: at most nine digits matter.
    int64_t fraction = 0, unit = 1;
    for (size_t i = 0; i < shape.fraction.size() && i < 9; ++i) fraction = fraction * 10 + (shape.fraction[i] - '0'), unit *= 10;
    auto const scaled = static_cast<double>(fraction) * static_cast<double>(scale) / static_cast<double>(unit);
    return minor + static_cast<int64_t>(scaled + 0.5);
}

struct Words {
    std::string number;  // digits and marks
    std::string rest;    // everything else but spaces
    bool negative = false;
};

std::optional<Words> take_apart(std::string_view text) {
    Words words;
    bool seen_digit = false, ended = false;
    for (size_t at = 0; at < text.size();) {
        auto const c = next_code_point(text, at);
        char const ascii = c < 0x80 ? static_cast<char>(c) : '\0';
        if (ascii != '\0' && is_digit(ascii)) {
            if (ended) return std::nullopt;  // "12 of 15", "10-12": two numbers are no amount
            seen_digit = true;
            words.number += ascii;
        } else if ((ascii == '.' || ascii == ',') && seen_digit && !ended && at < text.size() && is_digit(text[at])) {
            words.number += ascii;
        } else if (c == '\'' || c == 0x2019 || c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == '\t') {
            if (!seen_digit && !words.rest.empty()) words.rest += ' ';
            else if (ended && !words.rest.empty()) words.rest += ' ';
        } else if ((c == '-' || c == 0x2212) && !seen_digit) {
            words.negative = true;
        } else if (c == '(' && !seen_digit) {
            words.negative = true;
        } else if (c == ')' && words.negative) {
            ended = true;
        } else if (c == '+' && !seen_digit) {
        } else {
            ended = ended || (seen_digit && c != '.');
            append_code_point(words.rest, c);
        }
    }
    return seen_digit ? std::optional(words) : std::nullopt;
}

}  // namespace

int minor_digits(std::string_view currency) {
    constexpr std::string_view none = "JPY KRW VND CLP ISK PYG UGX XAF XOF XPF KMF DJF GNF RWF BIF VUV";
    constexpr std::string_view three = "KWD BHD OMR JOD TND IQD LYD";
    if (currency.size() != 3) return 2;
    if (none.find(currency) != std::string_view::npos) return 0;
    return three.find(currency) != std::string_view::npos ? 3 : 2;
}

std::string currency_by_name(std::string_view name) {
    auto const trimmed = lower_text(trim_text(name));
    auto const folded = fold_name(name);
    if (trimmed.empty()) return {};
    for (auto const& one : currency_names)
        if (one.name == folded || one.name == trimmed) return std::string(one.code);
    if (folded.size() != 3) return {};
    std::string code;
    for (char const c : folded) code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : ' ';
    return code.find(' ') == std::string::npos && codes.find(code) != std::string_view::npos ? code : std::string{};
}

std::optional<ParsedMoney> parse_money(std::string_view text, std::string_view default_currency) {
    auto words = take_apart(trim_text(text));
    if (!words) return std::nullopt;
    ParsedMoney money;
    money.currency = std::string(default_currency);
    int64_t factor = 1;
    auto rest = lower_text(trim_text(words->rest));
    constexpr std::pair<std::string_view, int64_t> factors[] = {{"тыс", 1000}, {"млн", 1000000}, {"k", 1000}, {"к", 1000}, {"m", 1000000}};
    for (auto const& [word, by] : factors) {
        if (!rest.starts_with(word)) continue;
        auto const after = rest.substr(word.size());
        if (!after.empty() && after[0] != '.' && after[0] != ' ') continue;
        factor = by;
        rest = after.starts_with(".") ? after.substr(1) : after;
        break;
    }
    if (!trim_text(rest).empty()) {
        auto named = currency_by_name(rest);
        // "1250.-" and "1 250,—" are amounts; "12 шт." is none.
        if (named.empty() && !fold_name(rest).empty()) return std::nullopt;
        if (!named.empty()) money.currency = std::move(named);
    }
    auto const digits = minor_digits(money.currency);
    auto const shape = whole_and_fraction(words->number, digits);
    if (!shape) return std::nullopt;
    auto const minor = to_minor(*shape, digits, factor);
    if (!minor) return std::nullopt;
    money.minor = words->negative ? -*minor : *minor;
    return money;
}

std::string plain_money(int64_t minor, std::string_view currency) {
    auto const digits = static_cast<size_t>(minor_digits(currency));
    bool const negative = minor < 0;
    auto text = std::to_string(negative ? uint64_t{0} - static_cast<uint64_t>(minor) : static_cast<uint64_t>(minor));
    if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
    if (digits > 0) text.insert(text.size() - digits, ".");
    return negative ? "-" + text : text;
}

}  // namespace leadkeep
