// Writes CSV for spreadsheets. Cells that a spreadsheet would run as a formula get an apostrophe in front, as OWASP advises; phone
// numbers and numbers with a sign, which can do nothing, stay as they are. Our reader (clean_cell) takes the apostrophe away.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leadkeep::exchange {

class CsvWriter {
public:
    explicit CsvWriter(char delimiter) : delimiter_(delimiter) {}
    void row(std::span<std::string const> cells);
    std::string const& text() const { return text_; }
    std::string take() { return std::move(text_); }

private:
    void cell(std::string_view value);
    char delimiter_;
    std::string text_ = "\xEF\xBB\xBF";
    std::string guarded_;
};

bool is_formula_like(std::string_view value);

// Several values in one cell: each on a line of its own, so that commas inside them part nothing. A single value that a reader would
// cut at its own marks ends in a line break, which says the same.
enum class ListOf : uint8_t { phones, emails, tags, others };
std::string join_values(std::span<std::string const> values, ListOf kind);

}  // namespace leadkeep::exchange
