// What narrows a board or a list, and what a list is ordered by.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/uuid.h"

namespace leadkeep::app {

enum class Stalling : uint8_t { any, stalled };

// Of each kind any one of those named; nil stands for "none".
struct BoardFilter {
    std::vector<Uuid> managers, sources;  // empty: any
    Stalling stalling = Stalling::any;

    bool empty() const { return managers.empty() && sources.empty() && stalling == Stalling::any; }
    bool operator==(BoardFilter const&) const = default;
};

struct BoardQuery {
    std::string text;
    BoardFilter filter;

    bool operator==(BoardQuery const&) const = default;
};

enum class ListBy : uint8_t { stage, name, amount, source, manager, days_in_stage, created };
enum class SortOrder : uint8_t { ascending, descending };
struct ListOrder {
    ListBy by = ListBy::stage;
    SortOrder direction = SortOrder::ascending;
    bool operator==(ListOrder const&) const = default;
};

}  // namespace leadkeep::app
