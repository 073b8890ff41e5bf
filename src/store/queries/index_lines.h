// Short texts of all records: what a list line shows and what a search looks in. One pass over a table each.
// Limits: reads everything of the kind asked for; meant to be kept, not called per frame.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

// Everything that a record can be found by, parted by line breaks: title, number, names, company, channels, e-mails.
struct SearchText {
    RecordRef record;
    std::string text;
};
// None when it is in the trash, or no lead, deal, contact or company.
Result<std::optional<SearchText>> read_search_text(Connection& connection, RecordRef record);
// The next of one kind behind `after` (nil: from the first), by id, at most `limit`; what is in the trash is left out.
Result<std::vector<SearchText>> read_search_texts(Connection& connection, Entity entity, Uuid const& after, int limit);

struct ClientLine {
    Uuid id;
    std::string first_name, middle_name, last_name, name;  // name: a company's
    std::string channel;                                   // a phone, else an e-mail, else any
    std::string beside;                                    // of a contact a company, of a company its industry
};
// `entity`: contact or company; newest first.
Result<std::vector<ClientLine>> read_client_lines(Connection& connection, Entity entity);

}  // namespace leadkeep::store
