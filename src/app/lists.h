// The workspace's short lists, ready to show: stages of both boards, sources, loss reasons, managers, settings. Read whole
// when something in them changes; cards and commands look names up here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"

namespace leadkeep::app {

// So many colours tell managers apart; where there are more people, some share one.
inline constexpr uint32_t person_colours = 10;

struct ManagerFace {
    std::string name, initials;
    uint32_t colour_seed = 0;  // below person_colours
};

struct Lists {
    std::vector<StageView> lead_stages, deal_stages;  // in the order of the columns; never empty
    ChoiceLists choices;
    std::unordered_map<Uuid, std::string> names;  // of stages, sources, loss reasons, managers: removed ones as well
    std::unordered_map<Uuid, ManagerFace> managers;
    std::unordered_set<Uuid> reasons_that_need_a_note;
    std::map<std::string, std::string> settings;  // JSON by key
    ManagerId me;

    std::vector<StageView> const& stages(Board board) const { return board == Board::leads ? lead_stages : deal_stages; }
    // nullptr: not of this board, or removed.
    StageView const* find_stage(Board board, StageId id) const;
    std::optional<Board> board_of_stage(StageId id) const;
    // The column in which a card of this stage is shown: the first one if its stage is missing.
    StageView const& shown_stage(Board board, StageId id) const;
    StageView const* success_stage(Board board) const;
    std::string name_of(Uuid const& id) const;  // "" if unknown
    std::string text_setting(std::string const& key) const;  // a JSON string's text; "" if unset
    Mode mode = Mode::classic;
};

Result<Lists> read_lists(store::Connection& connection, Uuid const& device);

inline Board board_of(Entity cards) { return cards == Entity::deal ? Board::deals : Board::leads; }
inline Entity cards_of(Board board) { return board == Board::deals ? Entity::deal : Entity::lead; }

// "Anna Orlova" → "AO"; at most two letters.
std::string initials_of(std::string_view name);

}  // namespace leadkeep::app
