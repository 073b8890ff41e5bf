// Making leads, clients and deals from what is known of an enquiry, inside a transaction that the caller opened. Used
// by the form, by conversion and by imports.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command_context.h"
#include "app/record_changes.h"
#include "base/result.h"
#include "store/transaction.h"

namespace leadkeep::app {

// Where an enquiry came from, for its "created" event.
enum class Origin : uint8_t { form, quick_add, import, conversion };
// What happens when its phone or e-mail is known already.
enum class KnownClient : uint8_t { join, ignore };

struct NewEnquiry {
    std::vector<CheckedCell> cells;  // registers of a lead
    std::vector<ChannelDraft> channels;
    std::vector<std::string> tags;
    std::optional<StageId> stage;
    Origin origin = Origin::form;
    KnownClient known_client = KnownClient::join;
};
struct EnquiryMade {
    RecordRef record;                                                   // its card: the lead, in simple mode the deal
    std::vector<RecordRef> records;                                     // everything that was made
    enum class Way : uint8_t { made, repeat, joined } way = Way::made;  // joined: an open lead got it as an event
    StageId stage;
};
// Classic mode: a lead. Simple mode: a contact (where anything is known of a person), a company where one is named, a
// deal.
Result<EnquiryMade> take_enquiry(store::Transaction& change, CommandContext& context, NewEnquiry const& enquiry);
// The lead or the deal alone, without looking for known clients.
Result<EnquiryMade> make_lead(store::Transaction& change, CommandContext& context, NewEnquiry const& enquiry,
                              std::vector<CheckedCell> more_cells = {});

struct NewDeal {
    std::vector<CheckedCell> cells;  // registers of a deal; amounts, links and marks included
    std::vector<ContactId> contacts;
    std::vector<std::string> tags;
    std::optional<StageId> stage;
    Origin origin = Origin::form;
};
Result<EnquiryMade> make_deal(store::Transaction& change, CommandContext& context, NewDeal const& deal);

// The client side of a lead's registers: which of them a contact, a company, a deal has too.
std::vector<CheckedCell> cells_for(Entity entity, std::vector<CheckedCell> const& lead_cells);
// An existing contact that has one of these phones or e-mails; nil if none.
Result<ContactId> find_known_contact(CommandContext& context, std::vector<ChannelDraft> const& channels);
Result<CompanyId> find_known_company(CommandContext& context, std::vector<ChannelDraft> const& channels,
                                     std::string_view name);
// With the client's own registers, all of them.
Result<RecordRef> make_client(store::Transaction& change, CommandContext& context, Entity entity, std::vector<CheckedCell> cells,
                              std::vector<ChannelDraft> const& channels, Origin origin);
// Of what a lead knows.
Result<ContactId> make_contact(store::Transaction& change, CommandContext& context,
                               std::vector<CheckedCell> const& lead_cells, std::vector<ChannelDraft> const& channels);
Result<CompanyId> make_company(store::Transaction& change, CommandContext& context,
                               std::vector<CheckedCell> const& lead_cells, std::string_view name,
                               std::vector<ChannelDraft> const& channels);
// Joins a contact to a company unless they are joined already.
Result<void> join_contact_to_company(store::Transaction& change, ContactId contact, CompanyId company);

// The value of a register among cells; nullptr if it is not there.
std::vector<Value> const* find_cell(std::vector<CheckedCell> const& cells, std::string_view register_name);
std::string cell_text(std::vector<CheckedCell> const& cells, std::string_view register_name);

}  // namespace leadkeep::app
