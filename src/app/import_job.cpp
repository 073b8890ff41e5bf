// Phases: look through the file (a fault in it must show before anything is written), read who is known, write the rows, commit.
#include "app/import_job.h"

#include <array>
#include <optional>

#include "app/import_matches.h"
#include "app/import_preview.h"
#include "app/import_writer.h"
#include "base/i18n.h"
#include "domain/fractional_key.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "store/queries/exchange.h"

namespace leadkeep::app {
namespace {

using exchange::CsvReader;
using exchange::CsvRow;

constexpr int rows_between_clocks = 8;  // asking for the time costs as much as a small row
constexpr size_t most_noted_complaints = 20;

class CsvImportJob final : public ImportJob {
public:
    CsvImportJob(store::Store& store, ImportPlan plan)
        : store_(store), plan_(std::move(plan)), result_(std::make_shared<ImportResult>()), csv_(*plan_.text, plan_.choices.delimiter),
          reader_(row_options(plan_)) {
        result_->delimiter = plan_.choices.delimiter;
        for (auto const& column : plan_.columns) result_->header.push_back(column.header);
    }
    // The writer refers to the change, and a change that was not committed rolls back.
    ~CsvImportJob() override { let_go(); }

    void step(double budget_ms) override {
        auto const end_ms = platform::monotonic_ms() + budget_ms;
        while (state_ == State::running) {
            if (auto done = slice(); !done) return end_with(std::move(done).error());
            if (platform::monotonic_ms() >= end_ms) return;
        }
    }
    void cancel() override {
        if (state_ != State::running) return;
        state_ = State::cancelled;
        let_go();
    }
    Progress progress() const override {
        auto const total = static_cast<int64_t>(plan_.text->size());
        auto const read = phase_ == Phase::looking ? 0 : phase_ == Phase::committing ? plan_.text->size() : csv_.position();
        return {state_ == State::finished ? total : static_cast<int64_t>(read), total, trf("Importing {0}", {plan_.file_name})};
    }
    State state() const override { return state_; }
    Error const& error() const override { return error_; }
    std::shared_ptr<ImportResult const> result() const override { return result_; }

private:
    enum class Phase : uint8_t { looking, opening, reading_known, writing, committing };

    Result<void> slice() {
        switch (phase_) {
            case Phase::looking: return look_through();
            case Phase::opening: return open();
            case Phase::reading_known: return read_known();
            case Phase::writing: return write_rows();
            case Phase::committing: return commit();
        }
        return {};
    }

    Result<void> look_through() {
        for (int i = 0; i < rows_between_clocks * 8; ++i) {
            if (LK_TRY(csv_.next(row_))) {
                ++rows_;
                continue;
            }
            csv_ = CsvReader(*plan_.text, plan_.choices.delimiter);
            phase_ = Phase::opening;
            break;
        }
        return {};
    }

    Result<void> open() {
        lists_ = LK_TRY(read_lists(store_.reader(), store_.identity().device));
        change_.emplace(LK_TRY(store::Transaction::begin(
            store_, {tr_mark("Import of {0}"), {plan_.file_name}, lists_->me, store::Undoable::yes, store::Durability::strict})));
        as_ = effective_kind(plan_.choices.as, lists_->mode);
        std::vector<std::string> keys;
        if (as_ == ImportAs::leads || as_ == ImportAs::deals) {
            auto const first = LK_TRY(store::least_board_key(change_->connection(), as_ == ImportAs::leads ? Entity::lead : Entity::deal));
            keys = keys_between("", first, static_cast<size_t>(rows_), platform::random_bytes);
        }
        writer_.emplace(*change_, *lists_, plan_, matches_, std::move(keys));
        phase_ = plan_.choices.duplicates == Duplicates::allow ? Phase::writing : Phase::reading_known;
        if (plan_.choices.header == exchange::HeaderRow::present) LK_CHECK(csv_.next(row_));
        return {};
    }

    Result<void> read_known() {
        if (LK_TRY(matches_.read_some(change_->connection(), matched_entity(as_)))) phase_ = Phase::writing;
        return {};
    }

    Result<void> write_rows() {
        for (int i = 0; i < rows_between_clocks; ++i) {
            if (!LK_TRY(csv_.next(row_))) {
                phase_ = Phase::committing;
                break;
            }
            auto const& draft = reader_.read(row_);
            auto outcome = LK_TRY(writer_->write(draft));
            count(draft, std::move(outcome));
        }
        return {};
    }

    void count(exchange::RowDraft const& draft, RowOutcome outcome) {
        switch (outcome.did) {
            case RowOutcome::Did::added: ++result_->added; break;
            case RowOutcome::Did::merged: ++result_->merged; break;
            case RowOutcome::Did::replaced: ++result_->replaced; break;
            case RowOutcome::Did::skipped:
                ++result_->skipped;
                result_->skipped_rows.push_back({draft.line, std::move(outcome.reason), {row_.fields.begin(), row_.fields.end()}});
                return;
        }
        for (auto const& complaint : draft.complaints)
            if (complaints_++ < most_noted_complaints)
                result_->notes.push_back(trf("Line {0}: {1}", {std::to_string(draft.line), describe_complaint(complaint)}));
    }

    Result<void> commit() {
        if (!noted_) note_what_was_made();
        noted_ = true;
        writer_.reset();
        auto committed = change_->commit();
        // A screen's query is still running: the next step tries again.
        if (!committed && committed.error().kind == ErrorKind::busy && ++tries_ < 1000) return {};
        LK_CHECK(committed);
        change_.reset();
        state_ = State::finished;
        return {};
    }

    void note_what_was_made() {
        auto const board = as_ == ImportAs::deals ? Board::deals : Board::leads;
        for (auto const& [folded, unknown] : writer_->names().unknown_stages())
            result_->notes.push_back(trf("There is no stage “{0}”: {1} went to “{2}”.",
                                         {unknown.name, trn("{0} row", "{0} rows", unknown.rows), lists_->stages(board).front().name}));
        if (complaints_ > most_noted_complaints)
            result_->notes.push_back(trn("And {0} more remark of this kind.", "And {0} more remarks of this kind.",
                                         static_cast<int64_t>(complaints_ - most_noted_complaints)));
        if (auto const made = writer_->names().made_managers; made > 0)
            result_->notes.push_back(trn("{0} manager was new and was added.", "{0} managers were new and were added.", made));
        if (auto const made = writer_->names().made_sources; made > 0)
            result_->notes.push_back(trn("{0} source was new and was added.", "{0} sources were new and were added.", made));
    }

    void end_with(Error error) {
        error_ = std::move(error);
        if (error_.place.line != 0 && error_.place.file.empty()) error_.place.file = plan_.file_name;
        state_ = State::failed;
        let_go();
    }

    void let_go() {
        writer_.reset();
        change_.reset();
    }

    store::Store& store_;
    ImportPlan plan_;
    std::shared_ptr<ImportResult> result_;
    CsvReader csv_;
    CsvRow row_;
    exchange::RowReader reader_;
    ImportMatches matches_;
    std::optional<Lists> lists_;
    std::optional<store::Transaction> change_;
    std::optional<ImportWriter> writer_;
    ImportAs as_ = ImportAs::leads;
    Phase phase_ = Phase::looking;
    State state_ = State::running;
    Error error_;
    int64_t rows_ = 0;
    size_t complaints_ = 0;
    int tries_ = 0;
    bool noted_ = false;
};

}  // namespace

std::unique_ptr<ImportJob> make_import_job(store::Store& store, ImportPlan plan) {
    return std::make_unique<CsvImportJob>(store, std::move(plan));
}

}  // namespace leadkeep::app
