#include "app/shown.h"

#include <array>
#include <cstdio>
#include <ctime>

#include "base/i18n.h"
#include "platform/clock.h"
#include "platform/locale.h"

namespace leadkeep::app {

std::string shown_money(Money const& money) { return platform::format_money(money.minor, money.currency); }

std::string shown_sums(std::span<Money const> sums) {
    std::string text;
    for (auto const& sum : sums) {
        if (sum.minor == 0) continue;
        if (!text.empty()) text += " · ";
        text += shown_money(sum);
    }
    return text;
}

std::string shown_number(int64_t number) { return platform::format_number(number); }

std::string shown_bytes(int64_t bytes) {
    if (bytes < 1024 * 1024) return trf("{0} KB", {platform::format_number((bytes + 1023) / 1024)});
    if (bytes >= int64_t{1024} * 1024 * 1024) return trf("{0} GB", {platform::format_decimal(double(bytes) / (1024.0 * 1024 * 1024), 1)});
    return trf("{0} MB", {platform::format_decimal(double(bytes) / (1024 * 1024), 1)});
}

std::string shown_date_time(int64_t at_ms) { return platform::format_date_time(at_ms); }
int currency_digits(std::string const& currency) { return platform::currency_digits(currency); }
std::string currency_sign(std::string const& currency) { return platform::currency_sign(currency); }
int64_t now_ms() { return platform::now_ms(); }
int64_t zone_offset_ms(int64_t at_ms) { return int64_t(platform::zone_offset_min(at_ms)) * 60'000; }

std::string today_iso() {
    int64_t const now = now_ms();
    std::time_t const seconds = std::time_t((now + zone_offset_ms(now)) / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
    return text.data();
}

}  // namespace leadkeep::app
