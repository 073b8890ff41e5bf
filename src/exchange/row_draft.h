// What one row of a foreign file says, in the terms of the CRM: cleaned, parsed, nothing looked up yet. What cannot be
// read as the kind its column should hold is not lost: it goes to the comments and is complained about.
// Limits: a text field keeps 1000 characters, comments 100 000; what is longer is cut and complained about.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/date_text.h"
#include "domain/money.h"
#include "domain/person_name.h"
#include "exchange/csv_reader.h"
#include "exchange/target.h"

namespace leadkeep::exchange {

struct RowDraft {
    struct Text {
        std::string_view key;  // of the target: a register of text, or one of the flags and integers
        std::string value;
    };
    struct Channel {
        std::string_view kind, type;
        std::string value;
    };
    struct Custom {
        size_t column = 0;
        std::string value;
    };
    enum class Fault : uint8_t { not_an_amount, not_a_date, not_a_number, too_long, more_values_than_columns };
    struct Complaint {
        Fault fault;
        std::string header, value;
    };

    int64_t line = 0;
    std::vector<Text> texts;  // text, joined_text, date ("YYYY-MM-DD"), flag ("1"), integer: one per key
    PersonName name;
    std::optional<ParsedMoney> amount;
    std::string currency;  // ISO code, where the file names one
    std::optional<DateText> created;
    std::string stage, source, manager, created_by;
    std::vector<std::string> tags;
    std::vector<Channel> channels;
    std::vector<Custom> customs;
    std::vector<Complaint> complaints;

    std::string_view text(std::string_view key) const;  // "" if it has none
    bool is_empty() const;  // nothing that could be imported
};

struct RowOptions {
    std::vector<std::string> headers, targets;  // one per column
    DateOrder date_order = DateOrder::day_first;
    std::string currency;  // of amounts that name none
};

class RowReader {
public:
    explicit RowReader(RowOptions options);
    // Valid until the next read().
    RowDraft const& read(CsvRow const& row);

private:
    struct Column {
        size_t index;
        Target const* target;
        std::string_view channel_kind, channel_type;
    };
    void clear();
    void take(Column const& column, std::string_view cell);
    void take_text(Column const& column, std::string_view cell);
    void take_date(Column const& column, std::string_view cell);
    void take_amount(Column const& column, std::string_view cell);
    void take_integer(Column const& column, std::string_view cell);
    void take_name(Column const& column, std::string_view cell, std::string& name);
    void take_channels(Column const& column, std::string_view cell);
    void take_tags(Column const& column, std::string_view cell);
    void complain(RowDraft::Fault fault, Column const& column, std::string_view value);
    void keep_in_comments(Column const& column, std::string_view value);
    std::string clipped(Column const& column, std::string_view value, size_t longest);

    RowOptions options_;
    std::vector<Column> columns_;
    RowDraft draft_;
    std::string full_name_, cleaned_;
};

// The cell without surplus space, control characters and the apostrophe that keeps spreadsheets from running formulas
// (csv_writer.h). `buffer` is used where something had to be taken out.
std::string_view clean_cell(std::string_view cell, std::string& buffer);

}  // namespace leadkeep::exchange
