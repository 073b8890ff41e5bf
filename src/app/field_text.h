// Between a stored value and the text of its field: what is shown can be typed back.
// Limits: dates of the current language's order; choices by their name as shown.
#pragma once

#include <string>
#include <vector>

#include "app/fields.h"
#include "app/lists.h"
#include "base/result.h"
#include "store/queries/rows.h"

namespace leadkeep::app {

// `values` are those of the register or, for a field named by its column, one.
std::string field_text(Lists const& lists, FieldSpec const& field, std::vector<Value> const& values);
// The values of a field in a row.
std::vector<Value> field_values(store::Row const& row, FieldSpec const& field);
// Refused with the sentence that the form shows under the field.
Result<FieldDraft> read_field_text(Lists const& lists, Entity entity, FieldText const& typed);

}  // namespace leadkeep::app
