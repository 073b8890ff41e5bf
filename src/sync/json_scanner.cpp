#include "sync/json_scanner.h"

#include <algorithm>

#include "base/i18n.h"

namespace leadkeep::sync {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What follows a UTF-8 lead byte: how many bytes, and the range of the first of them (RFC 3629, table 3-7 of Unicode).
struct Utf8Tail {
    int count;
    unsigned char low, high;
};
Utf8Tail utf8_tail(unsigned char lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
    if (lead == 0xE0) return {2, 0xA0, 0xBF};
    if (lead == 0xED) return {2, 0x80, 0x9F};
    if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
    if (lead == 0xF0) return {3, 0x90, 0xBF};
    if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
    if (lead == 0xF4) return {3, 0x80, 0x8F};
    return {0, 0, 0};
}

}  // namespace

JsonScanner::JsonScanner(std::string_view text, std::string file_name) : text_(text), file_name_(std::move(file_name)) {
    if (text_.starts_with("\xEF\xBB\xBF")) offset_ = 3;
}

Place JsonScanner::place(size_t offset) const {
    Place place{file_name_, 1, 1};
    for (size_t i = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < offset && i < text_.size(); ++i) {
        if (text_[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) {  // columns count characters, not bytes
            ++place.column;
        }
    }
    return place;
}

tl::unexpected<Error> JsonScanner::error(size_t offset, std::string text, std::vector<std::string> args) const {
    return fail(ErrorKind::refused, std::move(text), std::move(args), place(offset));
}

tl::unexpected<Error> JsonScanner::unexpected(std::string wanted) const {
    if (at_end()) return error(offset_, tr_mark("The file ends too early: a part of it is missing. Export it again on the other device."));
    return error(offset_, tr_mark("This is not a valid sync file: {0} was expected here."), {std::move(wanted)});
}

void JsonScanner::skip_space() {
    while (offset_ < text_.size() && is_space(text_[offset_])) ++offset_;
}

Result<> JsonScanner::expect(char wanted) {
    skip_space();
    if (peek() != wanted || at_end()) return unexpected(std::string{'"', wanted, '"'});
    ++offset_;
    return {};
}

Result<uint32_t> JsonScanner::hex4() {
    uint32_t number = 0;
    for (int i = 0; i < 4; ++i, ++offset_) {
        char const c = peek();
        uint32_t digit;
        if (is_digit(c)) digit = static_cast<uint32_t>(c - '0');
        else if (c >= 'a' && c <= 'f') digit = static_cast<uint32_t>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F') digit = static_cast<uint32_t>(c - 'A' + 10);
        else return unexpected("0–9, A–F");
        number = number * 16 + digit;
    }
    return number;
}

// After the backslash. A surrogate must come with its other half: half a character can't be written again as UTF-8.
Result<> JsonScanner::escape() {
    char const c = peek();
    if (c != 'u') {
        if (at_end() || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos) return unexpected("\\\" \\\\ \\n \\t \\u…");
        ++offset_;
        return {};
    }
    size_t const start = offset_++;
    auto const first = LK_TRY(hex4());
    if (first < 0xD800 || first > 0xDFFF) return {};
    bool const paired = first < 0xDC00 && text_.substr(offset_, 2) == "\\u";
    if (paired) {
        offset_ += 2;
        auto const second = LK_TRY(hex4());
        if (second >= 0xDC00 && second <= 0xDFFF) return {};
    }
    return error(start, tr_mark("Half of a character stands here: the text of the file is damaged."));
}

Result<> JsonScanner::utf8_sequence() {
    auto const tail = utf8_tail(static_cast<unsigned char>(text_[offset_]));
    bool valid = tail.count > 0 && offset_ + static_cast<size_t>(tail.count) < text_.size();
    for (int i = 1; valid && i <= tail.count; ++i) {
        auto const byte = static_cast<unsigned char>(text_[offset_ + static_cast<size_t>(i)]);
        valid = i == 1 ? byte >= tail.low && byte <= tail.high : (byte & 0xC0) == 0x80;
    }
    if (!valid) return error(offset_, tr_mark("The text here is not valid UTF-8."));
    offset_ += 1 + static_cast<size_t>(tail.count);
    return {};
}

Result<std::string_view> JsonScanner::string() {
    skip_space();
    size_t const start = offset_;
    LK_CHECK(expect('"'));
    while (!at_end()) {
        auto const c = static_cast<unsigned char>(text_[offset_]);
        if (c == '"') {
            ++offset_;
            return text_.substr(start, offset_ - start);
        }
        if (c < 0x20) return error(offset_, tr_mark("A control character stands in a text here."));
        if (c >= 0x80) {
            LK_CHECK(utf8_sequence());
        } else {
            ++offset_;
            if (c == '\\') LK_CHECK(escape());
        }
    }
    return unexpected("\"");
}

Result<> JsonScanner::literal(std::string_view word) {
    if (text_.substr(offset_, word.size()) != word) return unexpected("null, true, false");
    offset_ += word.size();
    return {};
}

Result<> JsonScanner::number() {
    auto const digits = [this] {
        size_t const start = offset_;
        while (is_digit(peek())) ++offset_;
        return offset_ - start;
    };
    if (peek() == '-') ++offset_;
    size_t const first = offset_;
    if (digits() == 0) return unexpected("0–9");
    if (text_[first] == '0' && offset_ - first > 1) return error(first, tr_mark("A number must not begin with 0 here."));
    if (peek() == '.') {
        ++offset_;
        if (digits() == 0) return unexpected("0–9");
    }
    if (peek() == 'e' || peek() == 'E') {
        ++offset_;
        if (peek() == '+' || peek() == '-') ++offset_;
        if (digits() == 0) return unexpected("0–9");
    }
    return {};
}

Result<> JsonScanner::scalar() {
    switch (peek()) {
        case '"': LK_CHECK(string()); return {};
        case 't': return literal("true");
        case 'f': return literal("false");
        case 'n': return literal("null");
        default: break;
    }
    if (is_digit(peek()) || peek() == '-') return number();
    return unexpected(tr("a value"));
}

Result<> JsonScanner::member_name() {
    skip_space();
    size_t const start = offset_;
    auto const text = LK_TRY(string());
    names_.push_back({text, start});
    return expect(':');
}

// Two members of one name have no meaning that all readers share.
Result<> JsonScanner::no_name_twice(size_t first_name) {
    auto const begin = names_.begin() + static_cast<ptrdiff_t>(first_name);
    std::sort(begin, names_.end(), [](Name const& a, Name const& b) { return a.text != b.text ? a.text < b.text : a.offset < b.offset; });
    auto const twice = std::adjacent_find(begin, names_.end(), [](Name const& a, Name const& b) { return a.text == b.text; });
    if (twice != names_.end()) return error((twice + 1)->offset, tr_mark("{0} is given twice here."), {std::string(twice->text.substr(0, 100))});
    names_.resize(first_name);
    return {};
}

Result<std::string_view> JsonScanner::value(ScanLimits const& limits, int depth_around) {
    skip_space();
    size_t const start = offset_;
    size_t values = 0;
    open_.clear();
    names_.clear();
    for (;;) {
        // Here a value begins.
        skip_space();
        if (++values > limits.values) return error(offset_, tr_mark("There is too much in one row here: more than {0} values."), {std::to_string(limits.values)});
        char const c = peek();
        if (c == '{' || c == '[') {
            if (depth_around + static_cast<int>(open_.size()) + 1 > limits.depth)
                return error(offset_, tr_mark("The file is nested deeper than {0} levels here."), {std::to_string(limits.depth)});
            ++offset_;
            open_.push_back({c == '{' ? '}' : ']', names_.size()});
            skip_space();
            if (peek() != open_.back().closing) {
                if (c == '{') LK_CHECK(member_name());
                continue;
            }
        } else {
            LK_CHECK(scalar());
        }
        // Here a value has ended, or an empty array or object waits for its end.
        for (;;) {
            if (offset_ - start > limits.bytes) return error(start, limits.too_long);
            if (open_.empty()) return text_.substr(start, offset_ - start);
            skip_space();
            if (peek() == ',') break;
            if (peek() != open_.back().closing || at_end()) return unexpected(std::string{'"', ',', '"', ' ', '"', open_.back().closing, '"'});
            ++offset_;
            if (open_.back().closing == '}') LK_CHECK(no_name_twice(open_.back().first_name));
            open_.pop_back();
        }
        ++offset_;  // the comma
        if (open_.back().closing == '}') LK_CHECK(member_name());
    }
}

}  // namespace leadkeep::sync
