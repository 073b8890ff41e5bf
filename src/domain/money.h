// Amounts of money as people type them, in minor units, and the many names of currencies.
// Limits: amounts up to 2^53 minor units; currencies beyond the table in money.cpp only by their ISO code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leadkeep {

// How many digits the minor unit has: 2 for RUB, 0 for JPY, 3 for KWD.
int minor_digits(std::string_view currency);

// The ISO code of "Рубль", "руб.", "₽", "$", "US dollar", "eur"; "" if it names no currency.
std::string currency_by_name(std::string_view name);

struct ParsedMoney {
    int64_t minor = 0;
    std::string currency;  // the one named in the text, else the given one
};
// "1 234,50", "1,234.50", "1.234,50", "$1,250", "120000.00", "15 тыс. руб."; nullopt if it is no amount.
std::optional<ParsedMoney> parse_money(std::string_view text, std::string_view default_currency);

// "1234.50": a point, no grouping, all minor digits; what parse_money reads back exactly.
std::string plain_money(int64_t minor, std::string_view currency);

}  // namespace leadkeep
