// What imports and exports ask of many records at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"
#include "store/connection.h"

namespace leadkeep::store {

struct KnownChannel {
    Uuid channel, owner;
    std::string kind, normal;
};
// Phones and e-mails of records of this kind that are not in the trash, by ascending channel id, after `after`; at most
// `limit` of them are looked at, so fewer may come back. `last` is where to go on; nil when all were seen.
struct KnownChannels {
    std::vector<KnownChannel> channels;
    Uuid last;
};
Result<KnownChannels> read_known_channels(Connection& connection, Entity owner, Uuid const& after, int limit);

// The least position key that any card of this kind has in its column; "" if there is none.
Result<std::string> least_board_key(Connection& connection, Entity cards);

// Records that are not deleted, oldest first.
Result<std::vector<Uuid>> read_oldest(Connection& connection, Entity entity);

}  // namespace leadkeep::store
