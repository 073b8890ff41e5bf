// A column put into the order of a field: the order by hand is written anew, and can be changed by hand afterwards.
// Only cards that do not stand in order yet are written (domain/key_order.h). Reading what to sort by is the longer
// half of the work where it is a score, so it goes in slices too.
#include <algorithm>
#include <tuple>

#include "app/card_model.h"
#include "app/labels.h"
#include "app/record_changes.h"
#include "app/sliced_command.h"
#include "base/i18n.h"
#include "base/ranges.h"
#include "domain/key_order.h"
#include "base/name_fold.h"
#include "platform/random.h"
#include "store/queries/board.h"
#include "store/queries/history.h"

namespace leadkeep::app {
namespace {

// What a card is sorted by: group, least first; number, greatest first; text, A first.
struct SortKey {
    size_t group = 0;
    int64_t number = 0;
    std::string text = {};
    bool comes_before(SortKey const& other) const {
        return std::tie(group, other.number, text) < std::tie(other.group, number, other.text);
    }
};

class Sorting : public SlicedCommand {
public:
    explicit Sorting(SortColumn const& command) : command_(command) {}

    Result<void> begin(CommandContext& context) override {
        auto const board = context.lists.board_of_stage(command_.stage);
        if (!board) return fail(ErrorKind::refused, tr_mark("This stage is not there any more. Choose another."));
        entity_ = cards_of(*board);
        change_.emplace(LK_TRY(context.begin(tr_mark("Column sorted"))));
        auto column = LK_TRY(store::read_board_column(context.connection(), entity_, command_.stage));
        for (auto const& id : column.cards) cards_.push_back({id, {}, {}});
        for (auto const& sum : column.sums()) currencies_.push_back(sum.currency);
        return {};
    }

    Result<bool> work(CommandContext& context) override {
        if (read_ < cards_.size()) {
            auto& card = cards_[read_];
            card.place = LK_TRY(store::read_board_key(context.connection(), entity_, command_.stage, card.id));
            card.key = LK_TRY(read_key(context, card.id));
            if (++read_ == cards_.size()) put_in_order();
            return true;
        }
        while (written_ < places_.size() && !places_[written_]) ++written_;
        if (written_ == places_.size()) return false;
        LK_CHECK(change_->set(entity_, cards_[written_].id, {{"position", {command_.stage.uuid, *places_[written_]}}}));
        ++written_;
        return true;
    }

    Result<Outcome> finish(CommandContext& context) override {
        context.touched.column(command_.stage);
        LK_CHECK(change_->commit());
        return undoable_outcome(tr("Column sorted"));
    }

    Progress progress() const override {
        return {static_cast<int64_t>(read_ + written_), static_cast<int64_t>(2 * cards_.size()), tr("Sorting")};
    }

private:
    struct Card {
        Uuid id;
        std::string place;
        SortKey key;
    };

    Result<SortKey> read_key(CommandContext& context, Uuid const& id) {
        RecordRef const card{entity_, id};
        if (command_.by == SortBy::changed) return SortKey{0, LK_TRY(store::read_last_event_ms(context.connection(), card))};
        auto row = LK_TRY(require_record(context.connection(), card));
        switch (command_.by) {
            case SortBy::created: return SortKey{0, row.integer("created_at_ms")};
            case SortBy::amount: return amount_key(row);
            case SortBy::name: return SortKey{0, 0, fold_name(record_title(row))};
            case SortBy::score:
            case SortBy::changed: break;
        }
        auto const facts = LK_TRY(read_card_facts(context.connection(), context.lists, std::move(row), change_->now_ms()));
        return SortKey{0, facts.score};
    }

    // Amounts of different currencies can't be compared: the column's commonest comes first, as in its sum; no amount last.
    SortKey amount_key(store::Row const& row) const {
        if (!row.has("amount_minor")) return {currencies_.size() + 1};
        auto const at = std::find(currencies_.begin(), currencies_.end(), row.text("currency"));
        return {static_cast<size_t>(at - currencies_.begin()), row.integer("amount_minor")};
    }

    void put_in_order() {
        ranges::stable_sort(cards_, [](Card const& a, Card const& b) { return a.key.comes_before(b.key); });
        std::vector<std::string> now;
        for (auto const& card : cards_) now.push_back(card.place);
        places_ = keys_for_order(now, platform::random_bytes);
    }

    SortColumn command_;
    std::optional<store::Transaction> change_;
    Entity entity_ = Entity::lead;
    std::vector<std::string> currencies_;
    std::vector<Card> cards_;
    std::vector<std::optional<std::string>> places_;  // new ones, by card
    size_t read_ = 0, written_ = 0;
};

}  // namespace

std::unique_ptr<SlicedCommand> sliced(SortColumn const& command) { return std::make_unique<Sorting>(command); }
Result<Outcome> carry_out(CommandContext& context, SortColumn const& command) { return run_at_once(*sliced(command), context); }

}  // namespace leadkeep::app
