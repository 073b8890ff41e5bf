// Finding clients: by a channel's normalised value, for lists, for counts.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

// Owners (not deleted) of a channel with this kind and normalised value, oldest first.
Result<std::vector<RecordRef>> find_channel_owners(Connection& connection, Entity owner, std::string_view kind,
                                                   std::string_view normal);
// A company by its name, letter for letter; nil if there is none.
Result<CompanyId> find_company(Connection& connection, std::string_view name);
struct CompanyName {
    CompanyId id;
    std::string name;
};
Result<std::vector<CompanyName>> read_company_names(Connection& connection);  // oldest first

// Rows that are not deleted, newest first.
Result<std::vector<Uuid>> read_newest(Connection& connection, Entity entity, int limit);
// Rows in the trash, deleted last first.
Result<std::vector<Uuid>> read_deleted(Connection& connection, Entity entity, int limit);
Result<int64_t> count_live(Connection& connection, Entity entity);
// Leads or deals in stages that mean progress.
Result<std::vector<Uuid>> read_open_cards(Connection& connection, Entity cards);
Result<int64_t> count_open_cards(Connection& connection, Entity cards);
// Deals that came from this lead, not deleted.
Result<std::vector<DealId>> find_deals_of_lead(Connection& connection, LeadId lead);
Result<std::vector<DealId>> find_deals_of_company(Connection& connection, CompanyId company);
// Is there a deal of this client in a success stage?
Result<bool> has_won_deal(Connection& connection, RecordRef client);

}  // namespace leadkeep::store
