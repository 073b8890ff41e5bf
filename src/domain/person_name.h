// A person's name in one piece, taken apart.
// Limits: a guess by endings and common given names (Russian and Western); nothing is lost, only placed.
#pragma once

#include <string>
#include <string_view>

namespace leadkeep {

struct PersonName {
    std::string honorific, first, middle, last;
    bool operator==(PersonName const&) const = default;
};

// «Петров Иван Сергеевич», «Иван Петров», "Petrov, Ivan", "Dr. Anna van der Berg".
PersonName split_full_name(std::string_view full_name);

// First, middle, last, with one space between.
std::string join_full_name(PersonName const& name);
// What CRMs write where there is no name: "<Без имени>", "(no name)", "-".
bool is_no_name(std::string_view text);

}  // namespace leadkeep
