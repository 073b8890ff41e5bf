#include "app/list_order.h"

#include <algorithm>
#include <unordered_map>

#include "base/name_fold.h"
#include "base/ranges.h"

namespace leadkeep::app {
namespace {

// What a record is sorted by: group first, whatever the direction; then number, then text.
struct Key {
    size_t group = 0;
    int64_t number = 0;
    std::string_view text = {};
    Uuid id = {};
};

class Keys {
public:
    Keys(RecordIndex const& index, Lists const& lists, ListBy by) : index_(index), lists_(lists), by_(by) {}

    Key of(Uuid const& id) {
        RecordFacts const facts = index_.facts(id);
        switch (by_) {
            case ListBy::name: return {facts.folded.empty(), 0, facts.folded, id};
            case ListBy::amount: return amount(facts, id);
            case ListBy::source: return named(facts.source, id);
            case ListBy::manager: return named(facts.manager, id);
            // The longer ago it began, the more days.
            case ListBy::days_in_stage: return {facts.stage_since_ms == 0, -facts.stage_since_ms, {}, id};
            case ListBy::created:
            case ListBy::stage: break;
        }
        return {0, 0, {}, id};
    }

private:
    // Amounts of different currencies can't be compared: each currency is a group.
    Key amount(RecordFacts const& facts, Uuid const& id) {
        if (!facts.amount_minor) return {SIZE_MAX, 0, {}, id};
        auto const at = ranges::find(currencies_, facts.currency);
        auto const group = static_cast<size_t>(at - currencies_.begin());
        if (at == currencies_.end()) currencies_.push_back(facts.currency);
        return {group, *facts.amount_minor, {}, id};
    }
    Key named(Uuid const& who, Uuid const& id) {
        auto const [known, fresh] = names_.try_emplace(who);
        if (fresh) known->second = fold_name(lists_.name_of(who));
        return {known->second.empty(), 0, known->second, id};
    }

    RecordIndex const& index_;
    Lists const& lists_;
    ListBy by_;
    std::vector<std::string_view> currencies_;
    std::unordered_map<Uuid, std::string> names_;
};

bool comes_before(Key const& a, Key const& b, ListBy by, SortOrder direction) {
    if (a.group != b.group) return a.group < b.group;
    Key const& first = direction == SortOrder::ascending ? a : b;
    Key const& second = direction == SortOrder::ascending ? b : a;
    if (first.number != second.number) return first.number < second.number;
    if (first.text != second.text) return first.text < second.text;
    return by == ListBy::created && first.id < second.id;
}

}  // namespace

void put_in_order(std::vector<Uuid>& records, RecordIndex const& index, Lists const& lists, ListOrder order) {
    Keys keys(index, lists, order.by);
    std::vector<Key> all;
    all.reserve(records.size());
    for (auto const& id : records) all.push_back(keys.of(id));
    ranges::stable_sort(all, [&](Key const& a, Key const& b) { return comes_before(a, b, order.by, order.direction); });
    for (size_t i = 0; i < all.size(); ++i) records[i] = all[i].id;
}

std::vector<Uuid> cards_in_order(BoardView const& board, RecordIndex const& index, Lists const& lists, ListOrder order) {
    std::vector<Uuid> cards;
    cards.reserve(static_cast<size_t>(board.total));
    auto const add = [&](ColumnView const& column) { cards.insert(cards.end(), column.cards.begin(), column.cards.end()); };
    bool const backwards = order.by == ListBy::stage && order.direction == SortOrder::descending;
    if (backwards) std::for_each(board.columns.rbegin(), board.columns.rend(), add);
    else std::for_each(board.columns.begin(), board.columns.end(), add);
    if (order.by != ListBy::stage) put_in_order(cards, index, lists, order);
    return cards;
}

}  // namespace leadkeep::app
