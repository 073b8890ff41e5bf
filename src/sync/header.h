// What stands before the rows of a sync document: who wrote it, for which dataset, and what it holds completely.
#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "base/uuid.h"
#include "sync/framer.h"
#include "sync/knowledge.h"

namespace leadkeep::sync {

inline constexpr int64_t format_version = 1;
inline constexpr std::string_view format_name = "leadkeep-sync";

struct Interval {
    int64_t from = 0;  // after this seq …
    int64_t to = 0;    // … up to and with this one
    bool operator==(Interval const&) const = default;
};

struct Header {
    int64_t version = format_version;
    int64_t min_reader = 1;
    Uuid dataset;
    Uuid device;
    std::string device_name;
    std::string created;  // ISO 8601, UTC
    std::map<Uuid, Interval> covers;
    Knowledge knowledge;
};

// Collects the header's members as the framer finds them. Members that it doesn't know belong to a newer version and
// are passed over.
class HeaderReader {
public:
    Result<> member(Frame const& frame, JsonScanner const& scanner);
    // Before the first row: is everything there, and is it for us? `offset` is where the rows begin.
    Result<Header> finish(size_t offset, JsonScanner const& scanner) const;

private:
    enum Seen : unsigned { format = 1, version = 2, min_reader = 4, dataset = 8, device = 16, covers = 32, all = 63, created = 64, knowledge = 128 };
    Result<> once(Seen member, Frame const& frame, JsonScanner const& scanner);
    Header header_;
    unsigned seen_ = 0;
};

// The document's beginning, up to the place where its rows go.
std::string header_text(Header const& header);

}  // namespace leadkeep::sync
