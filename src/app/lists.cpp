// Reading the short lists: names resolved, columns ordered.
#include "app/lists.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "app/labels.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/name_fold.h"
#include "base/ranges.h"
#include "store/queries/rows.h"
#include "store/queries/settings.h"

namespace leadkeep::app {
namespace {

StageView stage_view(store::Row const& row) {
    StageView view;
    view.id = {row.id()};
    view.name = display_name(row);
    std::string const colour = row.text("colour");
    if (colour.size() == 7) std::from_chars(colour.data() + 1, colour.data() + 7, view.colour_rgb, 16);
    std::string const meaning = row.text("meaning");
    view.meaning = meaning == "success"   ? StageMeaning::success
                   : meaning == "failure" ? StageMeaning::failure
                                          : StageMeaning::progress;
    view.stall_limit_days = static_cast<int>(std::clamp<int64_t>(row.integer("stall_limit_days"), 0, 10'000));
    return view;
}

void sort_by_place(std::vector<store::Row>& rows) {
    ranges::stable_sort(rows, [](store::Row const& a, store::Row const& b) {
        return std::pair(a.text("place"), a.id()) < std::pair(b.text("place"), b.id());
    });
}

Result<void> read_stages(store::Connection& connection, Lists& lists) {
    auto rows = LK_TRY(store::read_live_rows(connection, Entity::stage));
    sort_by_place(rows);
    for (auto const& row : rows) {
        auto& stages = row.text("board") == "deal" ? lists.deal_stages : lists.lead_stages;
        stages.push_back(stage_view(row));
        lists.names[row.id()] = stages.back().name;
    }
    // A merge can leave a board without stages; the cards must stand somewhere.
    for (auto* stages : {&lists.lead_stages, &lists.deal_stages})
        if (stages->empty()) stages->push_back({{}, tr("Without a stage"), 0x8A94A6, StageMeaning::progress, 0});
    return {};
}

Result<void> read_choices(store::Connection& connection, Entity entity, Lists& lists,
                          std::vector<ChoiceView>& choices) {
    auto rows = LK_TRY(store::read_live_rows(connection, entity));
    sort_by_place(rows);
    for (auto const& row : rows) {
        std::string const name = display_name(row);
        choices.push_back({row.id(), name, {}});
        lists.names[row.id()] = name;
        if (entity == Entity::loss_reason && row.integer("needs_note") != 0)
            lists.reasons_that_need_a_note.insert(row.id());
    }
    return {};
}

// Each one's own colour while there are enough. By the ids alone, so that every device gives the same ones; the first come
// first, so that a new colleague changes nobody's.
void give_colours(Lists& lists) {
    std::vector<Uuid> ids;
    for (auto const& one : lists.choices.managers) ids.push_back(one.id);
    ranges::sort(ids);
    std::array<int, person_colours> worn{};
    for (size_t i = 0; i < ids.size(); ++i) {
        int const had_by_all = int(i / person_colours);
        uint32_t colour = ids[i].bytes.back() % person_colours;  // of the id's random end
        while (worn[colour] > had_by_all) colour = (colour + 1) % person_colours;
        ++worn[colour];
        lists.managers[ids[i]].colour_seed = colour;
    }
}

Result<void> read_managers(store::Connection& connection, Uuid const& device, Lists& lists) {
    if (auto const own = LK_TRY(store::read_row(connection, Entity::device, device)); own && !own->is_deleted())
        lists.me = {own->uuid("manager_id")};
    for (auto const& row : LK_TRY(store::read_live_rows(connection, Entity::manager))) {
        ManagerFace face;
        // Until someone gives a name, the person at this device is "Me", and the one at another a colleague.
        face.name = row.has("name") ? row.text("name") : row.id() == lists.me.uuid ? tr("Me") : tr("Colleague");
        face.initials = initials_of(face.name);
        lists.choices.managers.push_back({row.id(), face.name, {}});
        lists.names[row.id()] = face.name;
        lists.managers[row.id()] = std::move(face);
    }
    give_colours(lists);
    ranges::sort(lists.choices.managers, [](ChoiceView const& a, ChoiceView const& b) {
        return std::pair(fold_name(a.text), a.id) < std::pair(fold_name(b.text), b.id);
    });
    return {};
}

}  // namespace

StageView const* Lists::find_stage(Board board, StageId id) const {
    auto const found = ranges::find(stages(board), id, &StageView::id);
    return found == stages(board).end() ? nullptr : &*found;
}

std::optional<Board> Lists::board_of_stage(StageId id) const {
    for (Board const board : {Board::leads, Board::deals})
        if (find_stage(board, id)) return board;
    return std::nullopt;
}

StageView const& Lists::shown_stage(Board board, StageId id) const {
    auto const* found = find_stage(board, id);
    return found ? *found : stages(board).front();
}

StageView const* Lists::success_stage(Board board) const {
    auto const found = ranges::find(stages(board), StageMeaning::success, &StageView::meaning);
    return found == stages(board).end() ? nullptr : &*found;
}

std::string Lists::name_of(Uuid const& id) const {
    auto const found = names.find(id);
    return found == names.end() ? std::string() : found->second;
}

std::string Lists::text_setting(std::string const& key) const {
    auto const found = settings.find(key);
    if (found == settings.end()) return {};
    auto const json = parse_json(found->second);
    return json && json->is_string() ? json->get<std::string>() : std::string();
}

Result<Lists> read_lists(store::Connection& connection, Uuid const& device) {
    Lists lists;
    LK_CHECK(read_stages(connection, lists));
    LK_CHECK(read_choices(connection, Entity::source, lists, lists.choices.sources));
    LK_CHECK(read_choices(connection, Entity::loss_reason, lists, lists.choices.loss_reasons));
    LK_CHECK(read_managers(connection, device, lists));
    for (auto& one : LK_TRY(store::read_settings(connection))) lists.settings[one.key] = std::move(one.value);
    lists.mode = lists.text_setting("mode") == "simple" ? Mode::simple : Mode::classic;
    return lists;
}

std::string initials_of(std::string_view name) {
    std::string initials;
    bool at_start = true;
    int letters = 0;
    for (size_t at = 0; at < name.size() && letters < 2;) {
        size_t const start = at;
        char32_t const point = next_code_point(name, at);
        bool const separator = point == U' ' || point == U'\u00A0' || point == U'-' || point == U'.' || point == U'@';
        if (at_start && !separator) {
            // Upper case where lower-casing tells a letter that has one; Latin and Cyrillic capitals are 32 below.
            bool const small = (point >= U'a' && point <= U'z') || (point >= U'\u0430' && point <= U'\u044F');
            if (small) append_code_point(initials, point - 32);
            else initials += name.substr(start, at - start);
            ++letters;
        }
        at_start = separator;
    }
    return initials;
}

}  // namespace leadkeep::app
