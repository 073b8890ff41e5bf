// Faces of cards and clients, lists, filters, searches, the trash.
#include <algorithm>

#include "app/card_model.h"
#include "app/labels.h"
#include "app/list_order.h"
#include "app/moments.h"
#include "app/stalling.h"
#include "app/workspace_state.h"
#include "base/ranges.h"
#include "platform/clock.h"
#include "store/queries/clients.h"

namespace leadkeep::app {
namespace {

constexpr size_t faces_kept = 4096;
constexpr int longest_trash = 500;

int64_t this_minute() { return platform::now_ms() / 60'000; }

std::string joined(std::string const& a, std::string const& b) { return a.empty() ? b : b.empty() ? a : a + " · " + b; }

// What is kept of a record, empty the first time; the longest unused make room.
template <class Cached>
Cached& kept(std::unordered_map<Uuid, Cached>& all, Uuid const& id, uint64_t& uses) {
    if (all.size() > faces_kept) {
        uint64_t const oldest_kept = uses - faces_kept / 2;
        std::erase_if(all, [&](auto const& one) { return one.second.used < oldest_kept; });
    }
    auto& cached = all[id];
    cached.used = ++uses;
    return cached;
}

}  // namespace

CardFace const& Workspace::card_face(RecordRef record) {
    state_->catch_up();
    auto& cached = kept(state_->faces, record.id, state_->face_uses);
    int64_t const minute = this_minute();
    if (cached.read_minute == minute) return cached.face;
    auto face = read_card_face(state_->store->reader(), state_->lists, record, platform::now_ms());
    if (face) cached.face = std::move(*face);
    cached.read_minute = minute;
    return cached.face;
}

ClientFace const& Workspace::client_face(RecordRef client) {
    state_->catch_up();
    auto& cached = kept(state_->clients, client.id, state_->face_uses);
    if (cached.read) return cached.face;
    if (auto face = read_client_face(state_->store->reader(), state_->lists, client)) cached.face = std::move(*face);
    cached.read = true;
    return cached.face;
}

std::vector<Uuid> Workspace::clients(Entity entity, std::string const& text, ListOrder order) {
    state_->catch_up();
    auto& reader = state_->store->reader();
    auto const found = text.empty() ? store::read_newest(reader, entity, -1) : state_->index.find_all(reader, entity, text);
    std::vector<Uuid> ids = found ? *found : std::vector<Uuid>();
    if (order == ListOrder{ListBy::created, SortOrder::descending}) return ids;
    if (order.by != ListBy::created && !state_->index.finish(reader)) return ids;
    put_in_order(ids, state_->index, state_->lists, order);
    return ids;
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
    auto const found = state_->index.find(state_->store->reader(), text, static_cast<size_t>(std::max(limit, 0)));
    for (size_t i = 0; found && i < found->size(); ++i) {
        RecordRef const record = (*found)[i];
        CardFace const& face = card_face(record);
        rows.push_back({record, face.title, joined(entity_name(record.entity), face.who_and_how),
                        face.amount ? money_text(*face.amount) : std::string()});
    }
    return rows;
}

BoardView Workspace::narrowed(Board which, BoardQuery const& query) {
    auto const& shown = board(which);
    auto const& model = state_->board(which);
    auto const kept = state_->index.narrow(state_->store->reader(), shown, model.version(), query, platform::now_ms());
    return model.narrowed(kept ? *kept : RecordIndex::Kept(shown.columns.size()));
}

std::vector<Uuid> Workspace::in_order(BoardView const& board, ListOrder order) {
    state_->catch_up();
    if (order.by != ListBy::stage) (void)state_->index.finish(state_->store->reader());  // unread ones come last
    return cards_in_order(board, state_->index, state_->lists, order);
}

std::optional<int64_t> Workspace::stalled(Board which) {
    auto const& shown = board(which);
    auto& known = state_->stalled[which];
    // Until what has changed is read, the number before stands.
    if (has_to_read_ahead()) return known.count;
    auto const& model = state_->board(which);
    int64_t const now_ms = platform::now_ms(), day = day_of(now_ms);
    if (known.version == model.version() && known.day == day) return known.count;
    auto const count = state_->index.count_stalled(state_->store->reader(), shown, model.postponed(), now_ms);
    known = {model.version(), day, count ? std::optional(*count) : std::nullopt};
    return known.count;
}

bool Workspace::has_to_read_ahead() {
    state_->catch_up();
    return !state_->index.is_read();
}

bool Workspace::read_ahead(double budget_ms) {
    if (!has_to_read_ahead()) return false;
    auto const done = state_->index.read_ahead(state_->store->reader(), platform::monotonic_ms() + budget_ms);
    return done && *done == RecordIndex::Reading::unfinished;  // what can't be read is told by whoever needs it
}

}  // namespace leadkeep::app
