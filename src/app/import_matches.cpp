// One hash map over phones and e-mails: no query per row.
#include "app/import_matches.h"

#include "store/queries/exchange.h"

namespace leadkeep::app {

std::string ImportMatches::key(std::string_view kind, std::string_view normal) {
    // An inner number of a few digits is nobody's own. Of the two kinds that are matched, only e-mails have an @.
    constexpr size_t least_digits = 7;
    if (kind == "phone") return normal.size() >= least_digits ? std::string(normal) : std::string{};
    return kind == "email" ? std::string(normal) : std::string{};
}

Result<bool> ImportMatches::read_some(store::Connection& connection, Entity owner) {
    constexpr int part = 2000;
    auto const some = LK_TRY(store::read_known_channels(connection, owner, last_, part));
    for (auto const& channel : some.channels) add(channel.kind, channel.normal, {channel.owner, 0});
    last_ = some.last;
    return last_.is_nil();
}

void ImportMatches::add(std::string_view kind, std::string_view normal, KnownRecord record) {
    if (auto name = key(kind, normal); !name.empty()) known_.emplace(std::move(name), record);
}

KnownRecord const* ImportMatches::find(std::string_view kind, std::string_view normal) const {
    auto const name = key(kind, normal);
    if (name.empty()) return nullptr;
    auto const found = known_.find(name);
    return found == known_.end() ? nullptr : &found->second;
}

}  // namespace leadkeep::app
