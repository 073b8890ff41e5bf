// Opening, queries and their caches. Lists and searches are in workspace_lists.cpp, commands and jobs in workspace_run.cpp.
#include "app/workspace.h"

#include <algorithm>

#include "app/card_model.h"
#include "app/field_text.h"
#include "app/labels.h"
#include "app/moments.h"
#include "app/record_changes.h"
#include "app/workspace_state.h"
#include "base/name_fold.h"
#include "base/ranges.h"
#include "platform/clock.h"
#include "store/queries/board.h"
#include "store/queries/clients.h"
#include "store/queries/conflicts.h"
#include "store/queries/drafts.h"
#include "store/queries/rows.h"

namespace leadkeep::app {
namespace {

constexpr size_t records_kept = 16;

int64_t this_minute() { return platform::now_ms() / 60'000; }

// The person at this device has a manager of their own from the first start.
Result<void> introduce_me(store::Store& store) {
    if (store.writability() != store::Writability::writable) return {};
    auto const device = LK_TRY(store::read_row(store.reader(), Entity::device, store.identity().device));
    if (device && !device->is_deleted() && device->has("manager_id")) return {};
    auto change = LK_TRY(store::Transaction::begin(
        store, {tr_mark("Manager added"), {}, {}, store::Undoable::no, store::Durability::relaxed}));
    // Without a name yet; but a row in which nothing is set would not go to other devices.
    Uuid const me = LK_TRY(change.insert(Entity::manager, {}, {{"absent", {int64_t{0}}}}));
    LK_CHECK(change.put(Entity::device, store.identity().device, {{"manager_id", {me}}}));
    return change.commit();
}

}  // namespace

Workspace::Workspace(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(store::StoreOptions options) {
    auto state = std::make_unique<State>();
    state->store = LK_TRY(store::Store::open(std::move(options)));
    // Not being able to write now (another tab writes) is no reason not to read.
    (void)introduce_me(*state->store);
    state->lists = LK_TRY(read_lists(state->store->reader(), state->store->identity().device));
    for (auto& one : LK_TRY(store::read_drafts(state->store->reader())))
        state->drafts[{one.record, one.field}] = std::move(one.text);
    return std::unique_ptr<Workspace>(new Workspace(std::move(state)));
}

void Workspace::State::catch_up() {
    if (store->revision() == seen_store_revision && language == leadkeep::language() && !everything_stale) return;
    forget_everything();
    language = leadkeep::language();
    if (auto read = read_lists(store->reader(), store->identity().device)) lists = std::move(*read);
    seen_store_revision = store->revision();
    everything_stale = false;
    ++revision;
}

void Workspace::State::forget_everything() {
    everything_stale = true;
    leads.forget();
    deals.forget();
    faces.clear();
    records.clear();
    clients.clear();
    trash.fresh = false;
    tags.reset();
    counts.clear();
    index.forget();
    undo.reset();
}

void Workspace::State::forget(Touched const& touched) {
    if (touched.everything || touched.lists) return forget_everything();
    for (auto const& [model, other] : {std::pair{&leads, Board::deals}, {&deals, Board::leads}}) {
        // A column of the other board is none of a board's own that has come or gone.
        std::vector<StageId> columns = touched.columns;
        std::erase_if(columns, [&, other = other](StageId const& stage) { return lists.find_stage(other, stage) != nullptr; });
        model->forget_cards(columns, touched.records);
    }
    records.clear();
    trash.fresh = false;
    tags.reset();
    counts.clear();
    undo.reset();
    for (auto const& record : touched.records) {
        faces.erase(record.id);
        index.forget_record(record);
        if (record.entity != Entity::contact && record.entity != Entity::company) continue;
        clients.clear();
        faces.clear();  // a deal's face names its clients
    }
    seen_store_revision = store->revision();
    ++revision;
}

uint64_t Workspace::revision() const {
    state_->catch_up();
    return state_->revision;
}
Writability Workspace::writability() const { return state_->store->writability(); }
store::Store& Workspace::store() { return *state_->store; }

Mode Workspace::mode() const {
    state_->catch_up();
    return state_->lists.mode;
}

std::string Workspace::setting(std::string const& key) const {
    state_->catch_up();
    auto const found = state_->lists.settings.find(key);
    return found == state_->lists.settings.end() ? std::string() : found->second;
}

ManagerId Workspace::me() const {
    state_->catch_up();
    return state_->lists.me;
}

ChoiceLists const& Workspace::choices() {
    state_->catch_up();
    return state_->lists.choices;
}

std::string const& Workspace::State::day() {
    int64_t const now_ms = platform::now_ms(), minute = now_ms / 60'000;
    if (today.minute != minute) today = {minute, iso_day(now_ms)};
    return today.iso;
}

BoardView const& Workspace::board(Board board) {
    state_->catch_up();
    auto& model = state_->board(board);
    (void)model.refresh(state_->store->reader(), state_->lists, state_->day());
    return model.view();
}

Result<RecordView> const& Workspace::record(RecordRef record) {
    state_->catch_up();
    auto& records = state_->records;
    int64_t const minute = this_minute();
    if (auto const found = records.find(record); found != records.end() && found->second.read_minute == minute)
        return found->second.view;
    if (records.size() >= records_kept && !records.contains(record)) records.clear();
    auto view = read_record_view(state_->store->reader(), state_->lists, record, platform::now_ms());
    return records.insert_or_assign(record, CachedRecord{std::move(view), minute}).first->second.view;
}

std::vector<std::string> const& Workspace::known_tags() {
    state_->catch_up();
    auto& tags = state_->tags;
    if (tags) return *tags;
    tags.emplace();
    if (auto const rows = store::read_live_rows(state_->store->reader(), Entity::tag))
        for (auto const& row : *rows)
            if (row.has("name")) tags->push_back(row.text("name"));
    ranges::sort(*tags, [](std::string const& a, std::string const& b) { return std::pair(fold_name(a), a) < std::pair(fold_name(b), b); });
    return *tags;
}

OpenLeadsPreview Workspace::open_leads_preview() {
    state_->catch_up();
    OpenLeadsPreview preview;
    auto& reader = state_->store->reader();
    auto const open = store::read_open_cards(reader, Entity::lead);
    if (!open) return preview;
    for (auto const& id : *open) {
        auto const row = preview.titles.size() < 100 ? store::read_row(reader, Entity::lead, id) : std::nullopt;
        if (row && *row && (*row)->has("converted_at_ms")) continue;
        ++preview.count;
        if (row && *row) preview.titles.push_back(record_title(**row));
    }
    return preview;
}

int64_t Workspace::count(Entity entity) {
    state_->catch_up();
    if (auto const known = state_->counts.find(entity); known != state_->counts.end()) return known->second;
    auto& reader = state_->store->reader();
    bool const on_board = entity == Entity::lead || entity == Entity::deal;
    auto const counted = on_board ? store::count_open_cards(reader, entity) : store::count_live(reader, entity);
    return state_->counts[entity] = counted ? *counted : 0;
}

Result<void> Workspace::check_stage_name(Board board, StageId own, std::string const& name) {
    state_->catch_up();
    LK_CHECK(app::check_stage_name(state_->lists, board, own, name));
    return {};
}

Result<void> Workspace::check_stage_may_go(StageId stage) {
    state_->catch_up();
    return app::check_stage_may_go(state_->lists, stage);
}

int64_t Workspace::count_in_stage(StageId stage) {
    state_->catch_up();
    auto const board = state_->lists.board_of_stage(stage);
    if (!board) return 0;
    auto const column = store::read_board_column(state_->store->reader(), cards_of(*board), stage);
    return column ? static_cast<int64_t>(column->cards.size()) : 0;
}

std::vector<SectionView> Workspace::blank_form(Entity entity) {
    state_->catch_up();
    return blank_sections(state_->lists, entity);
}

Result<FieldDraft> Workspace::read_field(Entity entity, FieldText const& typed) {
    state_->catch_up();
    auto draft = LK_TRY(read_field_text(state_->lists, entity, typed));
    LK_CHECK(check_field(state_->lists, entity, draft, nullptr));
    return draft;
}

bool Workspace::needs_loss_reason(StageId stage) {
    state_->catch_up();
    auto const board = state_->lists.board_of_stage(stage);
    return board && state_->lists.find_stage(*board, stage)->meaning == StageMeaning::failure;
}

std::vector<ConflictView> const& Workspace::conflicts() {
    (void)open_conflicts();
    auto& known = state_->conflicts;
    if (!known.shown) {
        constexpr int most = 500;
        auto& reader = state_->store->reader();
        known.shown = read_conflict_views(reader, state_->lists, state_->store->identity().device, platform::now_ms(), most).value_or(std::vector<ConflictView>());
    }
    return *known.shown;
}

DevicesView const& Workspace::devices() {
    state_->catch_up();
    auto& known = state_->devices;
    if (known.revision != state_->revision) known = {state_->revision, read_devices(*state_->store, state_->lists).value_or(DevicesView())};
    return known.view;
}

int64_t Workspace::open_conflicts() {
    state_->catch_up();
    auto& known = state_->conflicts;
    if (known.revision != state_->revision)
        known = {state_->revision, store::count_open_conflicts(state_->store->reader()).value_or(0), std::nullopt};
    return known.count;
}

store::UndoState Workspace::undo_state() {
    state_->catch_up();
    if (!state_->undo) state_->undo = store::undo_state(*state_->store).value_or(store::UndoState{});
    return *state_->undo;
}

}  // namespace leadkeep::app
