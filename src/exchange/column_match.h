// Which column of a foreign file is what: by its header's name in English and Russian (Bitrix24, amoCRM, Atomic CRM,
// HubSpot, Google Contacts, plain spreadsheets), else by what its values look like.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_fold.h"
#include "domain/date_text.h"
#include "exchange/target.h"

namespace leadkeep::exchange {

enum class HeaderRow : uint8_t { present, absent };
using leadkeep::DateOrder;
enum class MatchedBy : uint8_t { nothing, content, name };

// A column as a survey of the file saw it.
struct ColumnSurvey {
    std::string header;
    std::vector<std::string> samples;  // different values, at most 50
    int64_t filled = 0;
};

struct ColumnMatch {
    std::string_view target;  // a key of target.h, "" for none
    MatchedBy by = MatchedBy::nothing;
};

// What the workspace knows, for columns whose header alone does not tell ("Status").
struct MatchContext {
    ImportAs as = ImportAs::leads;
    std::function<bool(std::string_view)> is_stage = [](std::string_view) { return false; };
    std::function<bool(std::string_view folded)> is_custom_field = [](std::string_view) { return false; };
};
std::vector<ColumnMatch> match_columns(std::span<ColumnSurvey const> columns, MatchContext const& context);

// Does the first row name columns (rather than being the first record)?
HeaderRow detect_header(std::span<std::string_view const> first_row);

}  // namespace leadkeep::exchange
