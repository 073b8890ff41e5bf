// What an import would do, before it does anything: how the file was read, which column becomes what, the first rows as
// they will be. A person may change the choices and plan again.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/result.h"
#include "exchange/column_match.h"
#include "exchange/encoding.h"
#include "exchange/target.h"

namespace leadkeep::app {

using exchange::ImportAs;

enum class Duplicates : uint8_t {
    allow,    // every row becomes a record
    skip,     // a row whose phone or e-mail is known (in the database or earlier in the file) is left out
    merge,    // it fills what is empty and adds channels and tags
    replace,  // it overwrites with what the file has
};

// Everything that can be chosen. plan_import() proposes them all.
struct ImportChoices {
    exchange::Encoding encoding = exchange::Encoding::utf8;
    char delimiter = ',';
    exchange::HeaderRow header = exchange::HeaderRow::present;
    ImportAs as = ImportAs::leads;
    Duplicates duplicates = Duplicates::allow;
    // The zone of times without one: nullopt is the viewer's, else minutes east of UTC.
    std::optional<int> zone_offset_min;
    exchange::DateOrder date_order = exchange::DateOrder::day_first;
    std::string country;               // of phones without a country code: "RU", "US"
    std::string currency;              // of amounts without one: "RUB"
    std::vector<std::string> targets;  // one key (exchange/target.h) per column
};

enum class Confidence : uint8_t { none, by_content, by_name };

struct ImportColumn {
    std::string header;                // "Column 3" where the file names none
    std::string target;                // as in choices.targets
    Confidence confidence = Confidence::none;
    std::vector<std::string> samples;  // its first different values, at most three
    int64_t filled = 0;                // rows (of those surveyed) that have a value here
};

// One row as it will be, for a table: the same columns in every row.
struct ImportPreview {
    std::vector<std::string> headings;  // "Title", "Name", "Phone"…: only those that some previewed row fills
    struct Row {
        int64_t line = 0;
        std::vector<std::string> cells;
    };
    std::vector<Row> rows;  // the first 20
};

struct ImportPlan {
    std::string file_name;
    std::shared_ptr<std::string const> bytes;  // the file as it came
    std::shared_ptr<std::string const> text;   // as UTF-8
    int64_t replaced_characters = 0;           // that are none in the encoding
    ImportChoices choices;
    std::vector<ImportColumn> columns;
    int64_t rows = 0;              // without the header
    bool rows_are_all = true;      // false: the file is long, only its first rows were surveyed for this plan
    ImportPreview preview;
    std::vector<std::string> warnings;  // sentences, in the current language
};

// What can be offered for a column, in the current language. The first is "" (left out).
struct TargetChoice {
    std::string key, label;
};
std::vector<TargetChoice> target_choices(ImportAs as);

// Reads a file and proposes how to import it. Refused: no rows, a quote that is never closed (with its line).
Result<ImportPlan> plan_import(store::Store& store, std::string file_name, std::string bytes);
// The same file with other choices. A changed encoding, delimiter, header or kind matches the columns anew;
// else choices.targets are kept.
Result<ImportPlan> replan(store::Store& store, ImportPlan const& plan, ImportChoices choices);

inline Result<ImportPlan> plan_import(Workspace& workspace, std::string file_name, std::string bytes) {
    return plan_import(workspace.store(), std::move(file_name), std::move(bytes));
}
inline Result<ImportPlan> replan(Workspace& workspace, ImportPlan const& plan, ImportChoices choices) {
    return replan(workspace.store(), plan, std::move(choices));
}

}  // namespace leadkeep::app
