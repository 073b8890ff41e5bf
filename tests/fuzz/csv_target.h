// Any bytes at all as a CSV file: detected, decoded, cut into rows, matched and read must neither crash nor lose count of lines.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "exchange/column_match.h"
#include "exchange/csv_reader.h"
#include "exchange/encoding.h"
#include "exchange/row_draft.h"
#include "exchange/survey.h"

namespace leadkeep::exchange {

inline void require(bool holds) {
    if (!holds) std::abort();
}

// Reads every column as the target at its turn, so that each kind of value meets every text.
inline void read_rows(std::string const& text, char delimiter, size_t first_target) {
    CsvReader csv(text, delimiter);
    CsvRow row;
    std::vector<std::string> headers;
    auto const first = csv.next(row);
    if (!first || !*first) return;
    for (auto const field : row.fields) headers.emplace_back(field);
    Survey survey(headers);
    RowOptions options{headers, {}, DateOrder::day_first, "RUB"};
    auto const targets = all_targets();
    for (size_t i = 0; i < headers.size(); ++i) options.targets.emplace_back(targets[(first_target + i) % targets.size()].key);
    RowReader reader(std::move(options));
    int64_t line = row.line;
    for (int rows = 0; rows < 2000; ++rows) {
        auto const more = csv.next(row);
        if (!more) {
            require(more.error().place.line > 0 && more.error().place.column > 0);
            return;
        }
        if (!*more) return;
        require(row.line > line || line == 0);
        line = row.line;
        survey.add(row);
        auto const& draft = reader.read(row);
        require(draft.text("title").size() <= 1000);
        for (auto const& channel : draft.channels) require(!channel.value.empty());
    }
    MatchContext const context;
    require(match_columns(survey.columns(), context).size() == survey.columns().size());
}

inline void try_csv(std::string const& bytes) {
    auto const decoded = decode(bytes, detect_encoding(bytes));
    size_t const turn = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[bytes.size() / 2]);
    read_rows(decoded.text, detect_delimiter(decoded.text), turn);
    for (auto const encoding : all_encodings()) read_rows(decode(bytes, encoding).text, ';', turn + 7);
}

}  // namespace leadkeep::exchange
