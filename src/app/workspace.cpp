// Opening, queries and their caches. Commands and jobs are in workspace_run.cpp.
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
#include "store/queries/drafts.h"
#include "store/queries/rows.h"
#include "store/queries/search_texts.h"

namespace leadkeep::app {
namespace {

constexpr size_t faces_kept = 4096, records_kept = 16;
constexpr int longest_trash = 500;

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

std::string joined(std::string const& a, std::string const& b) { return a.empty() ? b : b.empty() ? a : a + " · " + b; }

ListRow row_of(Entity entity, store::ClientLine const& line) {
    ListRow row{{entity, line.id}, {}, joined(line.beside, line.channel), {}};
    if (entity == Entity::company) {
        row.title = line.name.empty() ? tr("Company without a name") : line.name;
        return row;
    }
    for (auto const* part : {&line.first_name, &line.middle_name, &line.last_name})
        if (!part->empty()) row.title += (row.title.empty() ? "" : " ") + *part;
    if (row.title.empty()) row.title = line.channel.empty() ? tr("Contact without a name") : line.channel;
    return row;
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
    client_lists.clear();
    trash.fresh = false;
    tags.reset();
    counts.clear();
    search.forget();
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
        search.forget_record(record);
        if (record.entity != Entity::contact && record.entity != Entity::company) continue;
        client_lists.clear();
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
    return state_->lists.mode();
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

BoardView const& Workspace::board(Board board) {
    state_->catch_up();
    auto& model = state_->board(board);
    (void)model.refresh(state_->store->reader(), state_->lists, iso_day(platform::now_ms()));
    return model.view();
}

CardFace const& Workspace::card_face(RecordRef record) {
    state_->catch_up();
    auto& faces = state_->faces;
    if (faces.size() > faces_kept) {
        uint64_t const oldest_kept = state_->face_uses - faces_kept / 2;
        std::erase_if(faces, [&](auto const& one) { return one.second.used < oldest_kept; });
    }
    auto& cached = faces[record.id];
    cached.used = ++state_->face_uses;
    int64_t const minute = this_minute();
    if (cached.read_minute == minute) return cached.face;
    auto face = read_card_face(state_->store->reader(), state_->lists, record, platform::now_ms());
    if (face) cached.face = std::move(*face);
    cached.read_minute = minute;
    return cached.face;
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

std::vector<ListRow> const& Workspace::list(Entity entity) {
    state_->catch_up();
    auto& list = state_->client_lists[entity];
    if (list.fresh || (entity != Entity::contact && entity != Entity::company)) return list.rows;
    if (auto const lines = store::read_client_lines(state_->store->reader(), entity)) {
        list.rows.clear();
        for (auto const& line : *lines) list.rows.push_back(row_of(entity, line));
    }
    list.fresh = true;
    return list.rows;
}

std::vector<ListRow> const& Workspace::trash() {
    state_->catch_up();
    auto& trash = state_->trash;
    if (trash.fresh) return trash.rows;
    auto& reader = state_->store->reader();
    struct Deleted {
        int64_t at_ms;
        ListRow row;
    };
    std::vector<Deleted> all;
    int64_t const now_ms = platform::now_ms();
    for (Entity const entity : {Entity::lead, Entity::deal, Entity::contact, Entity::company}) {
        auto const ids = store::read_deleted(reader, entity, longest_trash);
        for (size_t i = 0; ids && i < ids->size(); ++i) {
            auto const row = store::read_row(reader, entity, (*ids)[i]);
            if (!row || !*row) continue;
            int64_t const at_ms = (*row)->integer("deleted_at_ms");
            all.push_back({at_ms, {(*row)->ref(), record_title(**row), entity_name(entity), past_text(at_ms, now_ms)}});
        }
    }
    ranges::stable_sort(all, [](Deleted const& a, Deleted const& b) { return a.at_ms > b.at_ms; });
    trash.rows.clear();
    for (auto& one : all) trash.rows.push_back(std::move(one.row));
    trash.fresh = true;
    return trash.rows;
}

std::vector<ListRow> Workspace::search(std::string const& text, int limit) {
    state_->catch_up();
    std::vector<ListRow> rows;
    auto const found = state_->search.find(state_->store->reader(), text, static_cast<size_t>(std::max(limit, 0)));
    for (size_t i = 0; found && i < found->size(); ++i) {
        RecordRef const record = (*found)[i];
        CardFace const& face = card_face(record);
        rows.push_back({record, face.title, joined(entity_name(record.entity), face.who_and_how),
                        face.amount ? money_text(*face.amount) : std::string()});
    }
    return rows;
}

std::vector<std::vector<Uuid>> Workspace::narrowed(Board which, std::string const& text) {
    auto const& shown = board(which);
    auto kept = state_->search.narrow(state_->store->reader(), shown, state_->board(which).version(), text);
    return kept ? std::move(*kept) : std::vector<std::vector<Uuid>>(shown.columns.size());
}

bool Workspace::has_to_read_ahead() {
    state_->catch_up();
    return !state_->search.is_read();
}

bool Workspace::read_ahead(double budget_ms) {
    if (!has_to_read_ahead()) return false;
    auto const done = state_->search.read_ahead(state_->store->reader(), platform::monotonic_ms() + budget_ms);
    return done && *done == Search::Reading::unfinished;  // what can't be read is told by whoever needs it
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

std::vector<SectionView> Workspace::blank_form(Board board) {
    state_->catch_up();
    return blank_sections(state_->lists, cards_of(board));
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

store::UndoState Workspace::undo_state() {
    state_->catch_up();
    if (!state_->undo) state_->undo = store::undo_state(*state_->store).value_or(store::UndoState{});
    return *state_->undo;
}

}  // namespace leadkeep::app
