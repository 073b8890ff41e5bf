// Writes the rows of a foreign file as records, inside the import's transaction: leads, deals with their clients, contacts with
// their companies, or companies. Decides by the chosen way what becomes of a row whose phone or e-mail is known.
// Limits: looks names and matches up in memory; the database is read per row only where a known record is changed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/import_matches.h"
#include "app/import_names.h"
#include "app/import_plan.h"
#include "app/import_preview.h"
#include "app/lists.h"
#include "app/record_changes.h"
#include "base/result.h"
#include "exchange/row_draft.h"
#include "store/transaction.h"

namespace leadkeep::app {

// The record whose phones and e-mails are compared: of a deal its contact.
Entity matched_entity(ImportAs as);

// The moment that a date of the file means, in the zone chosen for it.
int64_t moment_ms(DateText const& date, std::optional<int> zone_offset_min);
std::string import_zone_name(std::optional<int> zone_offset_min);

struct RowOutcome {
    enum class Did : uint8_t { added, merged, replaced, skipped } did = Did::added;
    std::string reason;  // why it was skipped
};

class ImportWriter {
public:
    // `keys`: places on the board, one for each row, above all cards that are there.
    ImportWriter(store::Transaction& change, Lists const& lists, ImportPlan const& plan, ImportMatches& matches,
                 std::vector<std::string> keys);
    Result<RowOutcome> write(exchange::RowDraft const& row);
    ImportNames const& names() const { return names_; }

private:
    using Cells = std::vector<store::Cell>;
    struct People {  // whom the row names
        ManagerId manager, created_by;
        SourceId source;
    };
    struct Channel {
        std::string_view kind;
        CheckedCell cell;
        std::string const& normal() const;
    };

    Result<RowOutcome> write_card(exchange::RowDraft const& row);    // a lead
    Result<RowOutcome> write_deal(exchange::RowDraft const& row);
    Result<RowOutcome> write_contact(exchange::RowDraft const& row);
    Result<RowOutcome> write_company(exchange::RowDraft const& row);

    Result<People> people_of(exchange::RowDraft const& row);
    // The registers of `entity` that the row fills; of a part (a deal's contact) only what is its own.
    enum class Role : uint8_t { main, part };
    Cells cells_of(Entity entity, Role role, exchange::RowDraft const& row, People const& people);
    void add_names(Cells& cells, exchange::RowDraft const& row) const;
    void add_place(Cells& cells, Board board, exchange::RowDraft const& row);
    Result<void> add_number(Cells& cells, Entity cards, exchange::RowDraft const& row);
    Result<Uuid> insert_record(Entity entity, Cells const& cells, exchange::RowDraft const& row);
    Result<void> insert_parts(RecordRef owner, exchange::RowDraft const& row, std::vector<Channel> const& channels);
    Result<void> insert_customs(RecordRef owner, exchange::RowDraft const& row, store::InsertAs as);
    Result<void> tell_the_rest(RecordRef deal, exchange::RowDraft const& row);

    std::vector<Channel> channels_of(Entity owner, exchange::RowDraft const& row) const;
    KnownRecord const* find_known(std::vector<Channel> const& channels) const;
    void remember(Uuid const& id, std::vector<Channel> const& channels, int64_t line);
    RowOutcome skipped_as_known(KnownRecord const& known) const;

    Result<RowOutcome> change_known(RecordRef record, Cells const& cells, exchange::RowDraft const& row, std::vector<Channel> const& channels);
    Result<void> change_channels(RecordRef record, std::vector<Channel> const& channels);
    Result<void> add_tags(RecordRef record, std::vector<std::string> const& tags);
    Result<void> move_known_card(store::Row const& row, Cells const& cells);
    Result<CompanyId> company_of(exchange::RowDraft const& row, People const& people);
    Result<std::optional<Uuid>> find_same_deal(ContactId contact, exchange::RowDraft const& row);

    store::Transaction& change_;
    Lists const& lists_;
    ImportPlan const& plan_;
    ImportAs as_;
    ImportMatches& matches_;
    ImportNames names_;
    std::vector<std::string> keys_;
    size_t next_key_ = 0;
    std::string event_head_;  // of the "imported" event: {"file":"…","line":
    std::string zone_;
};

}  // namespace leadkeep::app
