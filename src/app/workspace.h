// The open database as screens see it: queries that read snapshots, and commands that change it.
//
// Queries are cached by revision, so a screen may call them every frame. While a job (an import, a merge) runs, queries show the
// state before it and commands wait in a queue that is run when the job ends.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/board_query.h"
#include "app/commands.h"
#include "app/conflicts.h"
#include "app/devices.h"
#include "app/job.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/store.h"
#include "store/transaction.h"

namespace leadkeep::app {

using store::Writability;

class Workspace {
public:
    static Result<std::unique_ptr<Workspace>> open(store::StoreOptions options);
    ~Workspace();

    uint64_t revision() const;  // grows with every change
    Writability writability() const;
    store::Store& store();      // for app's own jobs and the composition roots; views never call it

    // Queries.
    Mode mode() const;
    std::string setting(std::string const& key) const;  // JSON; "" if unset
    BoardView const& board(Board board);
    CardFace const& card_face(RecordRef record);  // cached; reads one row when it is not
    Result<RecordView> const& record(RecordRef record);
    ChoiceLists const& choices();
    std::vector<std::string> const& known_tags();  // the names of all tags, in alphabetical order
    OpenLeadsPreview open_leads_preview();
    // Contacts or companies that the text finds (all where it is empty), by name or by creation. Not kept: ask once.
    std::vector<Uuid> clients(Entity entity, std::string const& text = {}, ListOrder order = {ListBy::created, SortOrder::descending});
    ClientFace const& client_face(RecordRef client);  // cached as card_face is
    std::vector<ListRow> const& trash();
    std::vector<ListRow> search(std::string const& text, int limit);
    // The board with the cards that the query leaves, in their order there. Not kept: ask once a query.
    BoardView narrowed(Board board, BoardQuery const& query);
    // All cards of such a board in the order of a list's column. Not kept either.
    std::vector<Uuid> in_order(BoardView const& board, ListOrder order);
    // How many cards of the board are stalled; nothing while that is being read in advance.
    std::optional<int64_t> stalled(Board board);
    // Reads in advance what a search would otherwise wait for, for about so long. True: there is more to read.
    bool read_ahead(double budget_ms);
    bool has_to_read_ahead();
    int64_t count(Entity entity);  // open records, for the navigation
    // Whether a stage may be called that (`own` nil: a new one), and whether it may be deleted: the refusal is the error.
    Result<void> check_stage_name(Board board, StageId own, std::string const& name);
    Result<void> check_stage_may_go(StageId stage);
    int64_t count_in_stage(StageId stage);  // cards, postponed ones too
    // The fields of a new lead, deal, contact or company, empty, for its form; what is typed goes into the command's texts.
    std::vector<SectionView> blank_form(Entity entity);
    // Reads what was typed into a field, without running anything: the form's validation message is the error.
    Result<FieldDraft> read_field(Entity entity, FieldText const& typed);
    ManagerId me() const;  // the manager whose device this is
    // What is missing to make this move (a loss reason…): the view asks for it before running MoveCard.
    bool needs_loss_reason(StageId stage);
    store::UndoState undo_state();
    // Values that two devices changed at once, newest first; of very many the newest.
    std::vector<ConflictView> const& conflicts();
    DevicesView const& devices();
    int64_t open_conflicts();  // how many there are

    // Commands. While a job runs, `run` answers ErrorKind::busy with a sentence and keeps the command; its outcome then
    // comes through `on_queued_outcome`. One that has many cards to change (see sliced_command.h) is a job of its own: `run`
    // starts it and answers at once with an empty message; its outcome comes through `on_queued_outcome` as well.
    Result<Outcome> run(Command command);
    int queued() const;
    std::function<void(Result<Outcome>)> on_queued_outcome;

    // Drafts: what is being typed, kept over a crash. `field` names the register or "channel:<id>".
    void keep_draft(RecordRef record, std::string const& field, std::string const& text);
    void drop_draft(RecordRef record, std::string const& field);
    std::string draft(RecordRef record, std::string const& field);

    // At most one job at a time; step it each frame with what is left of the frame's time.
    Result<void> start(std::unique_ptr<Job> job);
    Job* job();
    void step_job(double budget_ms);
    // Called from step_job when the job finished, failed or was cancelled; the job is destroyed after it.
    std::function<void(Job& job)> on_job_end;

private:
    struct State;
    explicit Workspace(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace leadkeep::app
