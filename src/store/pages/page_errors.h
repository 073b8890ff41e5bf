// What the page store tells a person in place of opening or writing, a sentence each.
#pragma once

#include "base/result.h"

namespace leadkeep::store {

Error not_kept();
Error data_is_blocked();
Error data_is_gone();
Error statement_runs();
Error just_opening();

}  // namespace leadkeep::store
