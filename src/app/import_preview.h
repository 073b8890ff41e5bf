// The first rows of a plan as they will be, and what should be said before the import begins.
#pragma once

#include "app/import_plan.h"
#include "app/lists.h"
#include "exchange/row_draft.h"

namespace leadkeep::app {

// Fills plan.preview and plan.warnings.
void fill_preview(Lists const& lists, ImportPlan& plan);

// How the rows of a plan are to be read.
exchange::RowOptions row_options(ImportPlan const& plan);
// Which records the rows become: in simple mode leads are deals with their clients, like any enquiry.
ImportAs effective_kind(ImportAs as, Mode mode);
Entity record_entity(ImportAs as);

// What was found wrong with one value, as a sentence.
std::string describe_complaint(exchange::RowDraft::Complaint const& complaint);

}  // namespace leadkeep::app
