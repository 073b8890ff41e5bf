// The transaction stays open on the writer over all slices; dropping the command rolls it back.
#include "app/sliced_command.h"

#include "platform/clock.h"
#include "store/queries/board.h"
#include "store/queries/clients.h"

namespace leadkeep::app {
namespace {

// More cards than this are worked on in slices: about what a frame has time for.
constexpr int64_t cards_at_once = 50;

bool holds_many(store::Store& store, Lists const& lists, StageId stage) {
    auto const board = lists.board_of_stage(stage);
    if (!board) return false;
    auto const column = store::read_board_column(store.reader(), cards_of(*board), stage);
    return column && static_cast<int64_t>(column->cards.size()) > cards_at_once;
}

}  // namespace

Result<Outcome> run_at_once(SlicedCommand& command, CommandContext& context) {
    LK_CHECK(command.begin(context));
    while (LK_TRY(command.work(context))) {}
    return command.finish(context);
}

std::unique_ptr<SlicedCommand> sliced_if_large(Command const& command, store::Store& store, Lists const& lists) {
    if (auto const* change = std::get_if<SwitchMode>(&command)) {
        if (change->mode != Mode::simple || change->open_leads != OpenLeads::convert) return nullptr;
        auto const open = store::count_open_cards(store.reader(), Entity::lead);
        return open && *open > cards_at_once ? sliced(*change) : nullptr;
    }
    if (auto const* remove = std::get_if<DeleteStage>(&command))
        return holds_many(store, lists, remove->stage) ? sliced(*remove) : nullptr;
    if (auto const* sort = std::get_if<SortColumn>(&command))
        return holds_many(store, lists, sort->stage) ? sliced(*sort) : nullptr;
    return nullptr;
}

SlicedJob::SlicedJob(store::Store& store, Lists lists, std::unique_ptr<SlicedCommand> command)
    : lists_(std::move(lists)), context_{store, lists_}, command_(std::move(command)), progress_(command_->progress()) {}

Result<bool> SlicedJob::one_unit() {
    if (!begun_) {
        LK_CHECK(command_->begin(context_));
        begun_ = true;
    }
    context_.touched = {};  // all is read anew afterwards
    return command_->work(context_);
}

void SlicedJob::step(double budget_ms) {
    if (state_ != State::running) return;
    double const until_ms = platform::monotonic_ms() + budget_ms;
    Result<bool> more = true;
    do more = one_unit();
    while (more && *more && platform::monotonic_ms() < until_ms);
    progress_ = command_->progress();
    if (more && *more) return;
    auto outcome = more ? command_->finish(context_) : tl::unexpected(std::move(more).error());
    if (outcome) outcome_ = std::move(*outcome);
    else error_ = std::move(outcome).error();
    state_ = outcome ? State::finished : State::failed;
    command_.reset();
}

void SlicedJob::cancel() {
    if (state_ != State::running) return;
    command_.reset();  // rolls back
    state_ = State::cancelled;
}

}  // namespace leadkeep::app
