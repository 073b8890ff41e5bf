// What a column of a foreign file can become. A target is named by a key: a register of the lead ("first_name"), a
// channel ("phone:work"), one of the special ones below, or "" for a column that is left out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace leadkeep::exchange {

enum class ImportAs : uint8_t { leads, deals, contacts, companies };

enum class TargetKind : uint8_t {
    text,         // a register, as it is
    joined_text,  // a register that several columns may fill together (comments, street)
    date,         // a calendar date: birth_date, close_date
    moment,       // created
    money, currency, integer, flag,
    full_name,    // to be taken apart into first, middle and last name
    stage, source, manager, created_by, tags, channel,
    custom,       // a custom field named by the column's header
};

struct Target {
    std::string_view key;
    std::string_view label;  // English, a key for tr()
    TargetKind kind = TargetKind::text;
};

// All targets in the order of a list to choose from.
std::span<Target const> all_targets();
// nullptr: no such target ("" as well).
Target const* find_target(std::string_view key);
bool target_fits(Target const& target, ImportAs as);

}  // namespace leadkeep::exchange
