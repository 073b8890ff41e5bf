// What a first look at a file's rows tells: how many there are, which columns are filled with what, how its dates are meant.
// Limits: keeps 50 different values of each column.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exchange/column_match.h"
#include "exchange/csv_reader.h"

namespace leadkeep::exchange {

class Survey {
public:
    // Columns without a header of their own (also those that only some row has) get an empty one.
    explicit Survey(std::vector<std::string> headers);
    void add(CsvRow const& row);

    int64_t rows() const { return rows_; }
    std::vector<ColumnSurvey> const& columns() const { return columns_; }
    // Over these columns; nullopt: no date tells, or they contradict each other.
    std::optional<DateOrder> date_order(std::vector<size_t> const& columns) const;

private:
    struct Dates {
        int64_t day_first = 0, month_first = 0;
    };
    std::vector<ColumnSurvey> columns_;
    std::vector<Dates> dates_;
    int64_t rows_ = 0;
    std::string buffer_;
};

}  // namespace leadkeep::exchange
