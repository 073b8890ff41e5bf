// Cuts a sync file into its header members and its rows without reading more than one of them at a time.
// Limits: 16 levels deep, a row 4 MiB, a header member 16 MiB; the text stays the caller's and must outlive the framer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sync/json_scanner.h"

namespace leadkeep::sync {

inline constexpr int depth_limit = 16;
inline constexpr size_t row_limit_bytes = 4 * 1024 * 1024;
inline constexpr size_t row_limit_values = 100'000;
inline constexpr size_t member_limit_bytes = 16 * 1024 * 1024;

struct Frame {
    enum class Kind : uint8_t {
        member,      // a member of the document besides "rows"
        rows_begin,  // "rows": [
        row,
        rows_end,
        end,
    };
    Kind kind = Kind::end;
    std::string_view name;  // of a member
    std::string_view text;  // of the member's value or of the row, as it stands in the file
    size_t offset = 0;      // where `text` begins
};

class Framer {
public:
    Framer(std::string_view bytes, std::string file_name) : scanner_(bytes, std::move(file_name)) {}
    // After Kind::end or an error there is nothing more to ask for.
    Result<Frame> next();
    size_t offset() const { return scanner_.offset(); }
    size_t size() const { return scanner_.text().size(); }
    JsonScanner const& scanner() const { return scanner_; }

private:
    enum class Where : uint8_t { start, first_member, members, first_row, rows, finished };
    Result<Frame> member();
    Result<Frame> row();
    Result<Frame> finish();

    JsonScanner scanner_;
    Where where_ = Where::start;
    bool rows_seen_ = false;
};

}  // namespace leadkeep::sync
