#include "sync/framer.h"

#include "base/i18n.h"

namespace leadkeep::sync {
namespace {

constexpr ScanLimits member_limits{member_limit_bytes, member_limit_bytes, depth_limit,
                                   tr_mark("A part of the file's header is larger than 16 MiB.")};
constexpr ScanLimits row_limits{row_limit_bytes, row_limit_values, depth_limit, tr_mark("A row is larger than 4 MiB.")};

}  // namespace

Result<Frame> Framer::next() {
    switch (where_) {
        case Where::start:
            scanner_.skip_space();
            if (scanner_.at_end()) return scanner_.error(scanner_.offset(), tr_mark("The file is empty."));
            LK_CHECK(scanner_.expect('{'));
            where_ = Where::first_member;
            [[fallthrough]];
        case Where::first_member:
        case Where::members: {
            scanner_.skip_space();
            if (scanner_.peek() == '}') return finish();
            if (where_ == Where::members) LK_CHECK(scanner_.expect(','));
            where_ = Where::members;
            return member();
        }
        case Where::first_row:
        case Where::rows: {
            scanner_.skip_space();
            if (scanner_.peek() == ']') {
                LK_CHECK(scanner_.expect(']'));
                where_ = Where::members;
                return Frame{Frame::Kind::rows_end};
            }
            if (where_ == Where::rows) LK_CHECK(scanner_.expect(','));
            where_ = Where::rows;
            return row();
        }
        case Where::finished: break;
    }
    return Frame{Frame::Kind::end};
}

Result<Frame> Framer::member() {
    auto quoted = LK_TRY(scanner_.string());
    auto const name = quoted.substr(1, quoted.size() - 2);
    size_t const name_offset = scanner_.offset() - quoted.size();
    LK_CHECK(scanner_.expect(':'));
    if (name == "rows") {
        if (rows_seen_) return scanner_.error(name_offset, tr_mark("{0} is given twice here."), {"\"rows\""});
        rows_seen_ = true;
        LK_CHECK(scanner_.expect('['));
        where_ = Where::first_row;
        return Frame{Frame::Kind::rows_begin};
    }
    auto const text = LK_TRY(scanner_.value(member_limits, 1));
    return Frame{Frame::Kind::member, name, text, scanner_.offset() - text.size()};
}

Result<Frame> Framer::row() {
    scanner_.skip_space();
    if (scanner_.peek() != '{') return scanner_.unexpected("\"{\"");
    auto const text = LK_TRY(scanner_.value(row_limits, 2));
    return Frame{Frame::Kind::row, {}, text, scanner_.offset() - text.size()};
}

Result<Frame> Framer::finish() {
    LK_CHECK(scanner_.expect('}'));
    scanner_.skip_space();
    if (!scanner_.at_end()) return scanner_.error(scanner_.offset(), tr_mark("Something follows the end of the file's data here."));
    where_ = Where::finished;
    return Frame{Frame::Kind::end};
}

}  // namespace leadkeep::sync
