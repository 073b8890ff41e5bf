// Looked up by the name as written first, then by its folded form; both are remembered.
#include "app/import_names.h"

#include <algorithm>

#include "base/name_fold.h"
#include "base/ranges.h"
#include "domain/defaults.h"
#include "exchange/list_names.h"
#include "store/queries/clients.h"
#include "store/queries/rows.h"

namespace leadkeep::app {

StageView const* find_stage_by_name(Lists const& lists, Board board, std::string_view name) {
    auto const folded = fold_name(name);
    if (folded.empty()) return nullptr;
    auto const& stages = lists.stages(board);
    auto const own = ranges::find_if(stages, [&](auto const& stage) { return fold_name(stage.name) == folded; });
    if (own != stages.end()) return &*own;
    auto const key = exchange::stage_key_by_name(board == Board::leads ? leadkeep::Board::leads : leadkeep::Board::deals, folded);
    if (key.empty()) return nullptr;
    return lists.find_stage(board, stage_id(board == Board::leads ? leadkeep::Board::leads : leadkeep::Board::deals, key));
}

StageId ImportNames::stage(Board board, std::string const& name) {
    auto const first = lists_.stages(board).front().id;
    if (name.empty()) return first;
    auto& known = stages_[board == Board::leads ? 0 : 1];
    auto found = known.find(name);
    if (found == known.end()) {
        auto const* stage = find_stage_by_name(lists_, board, name);
        found = known.emplace(name, stage ? stage->id : StageId{}).first;
    }
    // A nil id stands for "unknown"; the board of a damaged workspace may have a nil first stage, which is as good.
    if (!found->second.is_nil()) return found->second;
    auto& unknown = unknown_stages_[fold_name(name)];
    if (unknown.rows++ == 0) unknown.name = name;
    return first;
}

Result<SourceId> ImportNames::source(store::Transaction& change, std::string const& name) {
    if (name.empty()) return SourceId{};
    if (auto const found = sources_.find(name); found != sources_.end()) return SourceId{found->second};
    auto const folded = fold_name(name);
    Uuid id;
    for (auto const& choice : lists_.choices.sources)
        if (fold_name(choice.text) == folded) id = choice.id;
    if (id.is_nil())
        if (auto const key = exchange::source_key_by_name(folded); !key.empty())
            if (auto const by_key = source_id(key).uuid; ranges::count(lists_.choices.sources, by_key, &ChoiceView::id)) id = by_key;
    if (id.is_nil())
        if (auto const same = sources_.find("\n" + folded); same != sources_.end()) id = same->second;
    if (id.is_nil()) {
        id = LK_TRY(change.insert(Entity::source, {}, {{"name", {name}}}));
        ++made_sources;
    }
    sources_.emplace(name, id);
    sources_.emplace("\n" + folded, id);  // no name begins with a line break
    return SourceId{id};
}

Result<ManagerId> ImportNames::manager(store::Transaction& change, std::string const& name) {
    if (name.empty()) return ManagerId{};
    if (auto const found = managers_.find(name); found != managers_.end()) return ManagerId{found->second};
    auto const folded = fold_name(name);
    Uuid id;
    for (auto const& choice : lists_.choices.managers)
        if (fold_name(choice.text) == folded) id = choice.id;
    if (id.is_nil())
        if (auto const same = managers_.find("\n" + folded); same != managers_.end()) id = same->second;
    if (id.is_nil()) {
        id = LK_TRY(change.insert(Entity::manager, {}, {{"name", {name}}}));
        ++made_managers;
    }
    managers_.emplace(name, id);
    managers_.emplace("\n" + folded, id);
    return ManagerId{id};
}

Result<TagId> ImportNames::tag(store::Transaction& change, std::string const& name) {
    if (!tags_are_read_) {
        for (auto const& row : LK_TRY(store::read_live_rows(change.connection(), Entity::tag)))
            tags_.emplace(lower_text(row.text("name")), row.id());
        tags_are_read_ = true;
    }
    auto key = lower_text(name);
    if (auto const found = tags_.find(key); found != tags_.end()) return TagId{found->second};
    TagId const id{LK_TRY(change.insert(Entity::tag, {}, {{"name", {name}}}))};
    tags_.emplace(std::move(key), id.uuid);
    return id;
}

Result<CompanyId> ImportNames::company(store::Transaction& change, std::string_view name) {
    if (!companies_are_read_) {
        for (auto const& known : LK_TRY(store::read_company_names(change.connection()))) companies_.emplace(fold_name(known.name), known.id.uuid);
        companies_are_read_ = true;
    }
    auto const found = companies_.find(fold_name(name));
    return found == companies_.end() ? CompanyId{} : CompanyId{found->second};
}

void ImportNames::remember_company(std::string_view name, CompanyId id) { companies_.emplace(fold_name(name), id.uuid); }

Result<Uuid> ImportNames::custom_field(store::Transaction& change, Entity entity, std::string const& name) {
    auto const table = std::string(info(entity).table);
    if (!custom_fields_are_read_) {
        for (auto const& row : LK_TRY(store::read_live_rows(change.connection(), Entity::custom_field)))
            custom_fields_.emplace(row.text("entity") + "/" + fold_name(row.text("name")), row.id());
        custom_fields_are_read_ = true;
    }
    auto key = table + "/" + fold_name(name);
    if (auto const found = custom_fields_.find(key); found != custom_fields_.end()) return found->second;
    auto const id = LK_TRY(change.insert(Entity::custom_field, {}, {{"entity", {table}}, {"name", {name}}, {"type", {std::string("text")}}}));
    custom_fields_.emplace(std::move(key), id);
    return id;
}

}  // namespace leadkeep::app
