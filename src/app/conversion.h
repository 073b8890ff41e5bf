// A lead becomes clients and a deal, inside a transaction that the caller opened: one lead by command, all open ones by
// the switch to simple mode.
#pragma once

#include "app/command_context.h"
#include "base/result.h"
#include "store/transaction.h"

namespace leadkeep::app {

struct Converted {
    RecordRef contact, company, deal;  // nil where there is none
    enum class Way : uint8_t { made, linked } contact_way = Way::made, company_way = Way::made;
};
Result<Converted> convert_lead(store::Transaction& change, CommandContext& context, ConvertLead const& command);

}  // namespace leadkeep::app
