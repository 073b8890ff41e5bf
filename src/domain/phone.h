// Phone numbers as people type them, made comparable: E.164 ("+79000006336") with the extension kept apart.
// Limits: knows the calling codes and lengths of the countries in phone.cpp; others only when typed with + or 00.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leadkeep {

struct Phone {
    // "+" and digits; digits alone where the number is too short or too odd to tell its country (it still can be
    // matched with the same digits); empty if there is no number.
    std::string normal;
    std::string extension;  // "12", "" if none

    bool is_international() const { return !normal.empty() && normal.front() == '+'; }
    bool operator==(Phone const&) const = default;
};

// `default_country` is the ISO code ("RU") of numbers without a country code. "8 912…" and "7912…" are Russian.
Phone normalise_phone(std::string_view typed, std::string_view default_country);

// The numbers of one cell: "8 900 111-22-33, 8 900 111-22-34 доб. 5" are two.
std::vector<std::string> split_phones(std::string_view cell);

// Could this be a phone number and nothing else? For guessing what a column holds.
bool looks_like_phone(std::string_view text);

// Which country do numbers without a country code most likely belong to, by their own shape? "" if it can't be told.
std::string_view phone_country_by_shape(std::string_view typed);

}  // namespace leadkeep
