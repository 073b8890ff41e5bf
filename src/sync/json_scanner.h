// Finds where a JSON value ends and checks on the way that it is one: syntax, UTF-8, depth, size, names given once.
// It builds nothing: the caller gets the slice of the text. Its memory is the names of the objects that are open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leadkeep::sync {

struct ScanLimits {
    size_t bytes = 0;        // of one value
    size_t values = 0;       // inside one value, itself included
    int depth = 0;           // of arrays and objects inside one another
    char const* too_long = "";  // the sentence for a value beyond `bytes`
};

class JsonScanner {
public:
    JsonScanner(std::string_view text, std::string file_name);

    size_t offset() const { return offset_; }
    std::string_view text() const { return text_; }
    bool at_end() const { return offset_ >= text_.size(); }

    void skip_space();
    char peek() const { return at_end() ? '\0' : text_[offset_]; }
    // The next character that is no space must be this one.
    Result<> expect(char wanted);
    // A string as it stands, quotes included.
    Result<std::string_view> string();
    // A whole value as it stands. `depth_around` counts the arrays and objects that it lies in.
    Result<std::string_view> value(ScanLimits const& limits, int depth_around);

    Place place(size_t offset) const;
    tl::unexpected<Error> error(size_t offset, std::string text, std::vector<std::string> args = {}) const;
    // "…was expected here", or "the file ends too early" at its end.
    tl::unexpected<Error> unexpected(std::string wanted) const;

private:
    struct Open {
        char closing;
        size_t first_name;  // into names_
    };
    struct Name {
        std::string_view text;
        size_t offset;
    };
    Result<> scalar();
    Result<> number();
    Result<> literal(std::string_view word);
    Result<> escape();
    Result<> utf8_sequence();
    Result<uint32_t> hex4();
    Result<> member_name();
    Result<> no_name_twice(size_t first_name);

    std::string_view text_;
    std::string file_name_;
    size_t offset_ = 0;
    std::vector<Open> open_;
    std::vector<Name> names_;
};

}  // namespace leadkeep::sync
