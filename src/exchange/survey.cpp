// One pass over the rows; what it keeps does not grow with the file.
#include "exchange/survey.h"

#include <algorithm>

#include "base/ranges.h"
#include "exchange/row_draft.h"

namespace leadkeep::exchange {
namespace {
constexpr size_t most_samples = 50, longest_sample = 200, most_columns = 2000;
}

Survey::Survey(std::vector<std::string> headers) {
    for (auto& header : headers) columns_.push_back({std::move(header), {}, 0});
    dates_.resize(columns_.size());
}

void Survey::add(CsvRow const& row) {
    ++rows_;
    for (size_t i = 0; i < row.fields.size() && i < most_columns; ++i) {
        if (row.fields[i].empty()) continue;
        auto const cell = trim_text(clean_cell(row.fields[i], buffer_));
        if (cell.empty()) continue;
        if (i >= columns_.size()) {
            columns_.resize(i + 1);
            dates_.resize(i + 1);
        }
        auto& column = columns_[i];
        ++column.filled;
        if (column.samples.size() < most_samples && cell.size() <= longest_sample && ranges::find(column.samples, cell) == column.samples.end())
            column.samples.emplace_back(cell);
        bool const may_be_date = cell.size() >= 6 && cell.size() <= 40 && cell[0] >= '0' && cell[0] <= '9' && cell.find_first_of("/-") <= 2;
        if (!may_be_date) continue;
        if (auto const order = date_order_of(cell)) ++(*order == DateOrder::day_first ? dates_[i].day_first : dates_[i].month_first);
    }
}

std::optional<DateOrder> Survey::date_order(std::vector<size_t> const& columns) const {
    Dates sum;
    for (auto const i : columns) {
        if (i >= dates_.size()) continue;
        sum.day_first += dates_[i].day_first;
        sum.month_first += dates_[i].month_first;
    }
    if ((sum.day_first > 0) == (sum.month_first > 0)) return std::nullopt;
    return sum.day_first > 0 ? DateOrder::day_first : DateOrder::month_first;
}

}  // namespace leadkeep::exchange
