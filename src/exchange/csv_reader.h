// Reads delimited text row by row, without a copy of what needs none. RFC 4180 and what real files do beyond it: any mix
// of CRLF, LF and CR, quotes inside unquoted fields, rows too short or too long, blank lines, a "sep=;" first line.
// Limits: UTF-8 only (see encoding.h); the text must outlive the reader; 10 000 fields a row; the only error is a quote that
// is never closed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leadkeep::exchange {

// Fields live until the next call of next().
struct CsvRow {
    std::vector<std::string_view> fields;
    int64_t line = 0;  // where the row begins, from 1
};

class CsvReader {
public:
    CsvReader(std::string_view text, char delimiter);

    // The next row that holds anything; false at the end. Rows without a single value are passed over.
    Result<bool> next(CsvRow& row);
    size_t position() const { return at_; }  // bytes read, for progress
    size_t size() const { return text_.size(); }

private:
    struct Piece {  // a field: a part of the text, or of unescaped_ when quotes or line ends in it had to be rewritten
        size_t begin = 0, size = 0;
        bool is_unescaped = false;
    };
    Result<void> read_row();
    Piece read_plain();
    Result<Piece> read_quoted();
    void end_line();

    std::string_view text_;
    char delimiter_;
    size_t at_ = 0;
    int64_t line_ = 1;
    std::string unescaped_;
    std::vector<Piece> pieces_;
};

// The delimiters looked for: comma, semicolon, tab, bar.
inline constexpr std::string_view csv_delimiters = ",;\t|";
// By a "sep=" line, else the one that cuts the first rows most evenly; delimiters inside quotes do not count.
char detect_delimiter(std::string_view text);
// A first line "sep=;", as spreadsheets write it, with its line end; empty if there is none.
std::string_view separator_line(std::string_view text);

}  // namespace leadkeep::exchange
