// A stage goes; its cards go to another one first, with the events of a move. In slices where they are many.
#include "app/labels.h"
#include "app/record_changes.h"
#include "app/sliced_command.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/ranges.h"
#include "domain/fractional_key.h"
#include "platform/random.h"
#include "store/queries/board.h"

namespace leadkeep::app {

Result<void> check_stage_may_go(Lists const& lists, StageId id) {
    auto const board = lists.board_of_stage(id);
    if (!board) return fail(ErrorKind::refused, tr_mark("This stage is not there any more. Choose another."));
    auto const& stage = *lists.find_stage(*board, id);
    if (ranges::count(lists.stages(*board), stage.meaning, &StageView::meaning) > 1) return {};
    switch (stage.meaning) {
        case StageMeaning::progress:
            return fail(ErrorKind::refused, tr_mark("“{0}” is the only stage of work on this board: new cards come there. Add another one first."), {stage.name});
        case StageMeaning::success:
            return fail(ErrorKind::refused, tr_mark("“{0}” can't be deleted: what succeeds goes there, and the board has no other such stage."), {stage.name});
        case StageMeaning::failure: break;
    }
    return fail(ErrorKind::refused, tr_mark("“{0}” can't be deleted: what is lost goes there, and the board has no other such stage."), {stage.name});
}

namespace {

class Deletion : public SlicedCommand {
public:
    explicit Deletion(DeleteStage const& command) : command_(command) {}

    Result<void> begin(CommandContext& context) override {
        auto const board = context.lists.board_of_stage(command_.stage);
        LK_CHECK(check_stage_may_go(context.lists, command_.stage));
        cards_ = cards_of(*board);
        from_ = *context.lists.find_stage(*board, command_.stage);
        change_.emplace(LK_TRY(context.begin(tr_mark("Stage deleted"))));
        LK_CHECK(require_record(context.connection(), ref(command_.stage)));
        waiting_ = LK_TRY(store::read_board_column(context.connection(), cards_, command_.stage)).cards;
        if (waiting_.empty()) return {};
        auto const* to = command_.cards_to == command_.stage ? nullptr : context.lists.find_stage(*board, command_.cards_to);
        if (!to) return fail(ErrorKind::refused, tr_mark("Choose the stage to which the cards of “{0}” go."), {from_.name});
        to_ = *to;
        // Those lost before keep their own reasons.
        if (to_.meaning != StageMeaning::failure) loss_ = CheckedCell{"loss", {Value(), Value()}};
        else if (from_.meaning != StageMeaning::failure)
            loss_ = LK_TRY(loss_cell(context.lists, command_.loss_reason, command_.loss_note, to_));
        return place_behind_the_last(context);
    }

    Result<bool> work(CommandContext& context) override {
        if (done_ == waiting_.size()) return false;
        RecordRef const card{cards_, waiting_[done_]};
        std::vector<store::Cell> cells{{"stage", {to_.id.uuid, change_->now_ms()}}, {"position", {to_.id.uuid, keys_[done_]}}};
        if (loss_) cells.push_back(loss_->cell());
        LK_CHECK(change_->set(cards_, card.id, cells));
        LK_CHECK(write_event(*change_, card, EventKind::stage_moved, stage_moved_json(context.lists, from_.id, to_, loss_ ? &*loss_ : nullptr)));
        ++done_;
        return true;
    }

    Result<Outcome> finish(CommandContext& context) override {
        LK_CHECK(change_->remove(Entity::stage, from_.id.uuid));
        LK_CHECK(write_event(*change_, ref(from_.id), EventKind::trashed, "{}"));
        context.touched.lists = true;
        LK_CHECK(change_->commit());
        return undoable_outcome(trf("Stage “{0}” deleted", {from_.name}));
    }

    Progress progress() const override {
        return {static_cast<int64_t>(done_), static_cast<int64_t>(waiting_.size()), tr("Moving cards")};
    }

private:
    Result<void> place_behind_the_last(CommandContext& context) {
        auto const there = LK_TRY(store::read_board_column(context.connection(), cards_, to_.id));
        std::string const last =
            there.cards.empty() ? std::string() : LK_TRY(store::read_board_key(context.connection(), cards_, to_.id, there.cards.back()));
        keys_ = keys_between(last, {}, waiting_.size(), platform::random_bytes);
        return {};
    }

    DeleteStage command_;
    std::optional<store::Transaction> change_;
    Entity cards_ = Entity::lead;
    StageView from_, to_;
    std::optional<CheckedCell> loss_;
    std::vector<Uuid> waiting_;
    std::vector<std::string> keys_;
    size_t done_ = 0;
};

}  // namespace

std::unique_ptr<SlicedCommand> sliced(DeleteStage const& command) { return std::make_unique<Deletion>(command); }
Result<Outcome> carry_out(CommandContext& context, DeleteStage const& command) { return run_at_once(*sliced(command), context); }

}  // namespace leadkeep::app
