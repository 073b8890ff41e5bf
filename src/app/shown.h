// Amounts, counts and days as a person reads them, for screens (which do not reach the platform's formats themselves).
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "app/snapshots.h"

namespace leadkeep::app {

std::string shown_money(Money const& money);           // "340 000 ₽"
std::string shown_sums(std::span<Money const> sums);   // "340 000 ₽ · €1,200"; empty where there is nothing
std::string shown_number(int64_t number);              // "12 400"
std::string shown_bytes(int64_t bytes);                // "1.4 MB"
std::string shown_date_time(int64_t at_ms);
int currency_digits(std::string const& currency);      // of the minor unit: 2 for RUB
std::string currency_sign(std::string const& currency);
int64_t now_ms();
int64_t zone_offset_ms(int64_t at_ms);                 // what the viewer's clock adds to UTC then
std::string today_iso();                               // the viewer's day, for file names: "2026-11-22"

}  // namespace leadkeep::app
