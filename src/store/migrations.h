// All schema versions in order. Opening a database runs those that it lacks, in one transaction.
// Limits: append only; the text of a released migration never changes (tests/store opens what each version wrote).
#pragma once

#include <span>

namespace leadkeep::store {

extern char const* const migration_0001_initial;

// The migration that leads to schema version n stands at n - 1; its SQL has any number of statements.
std::span<char const* const> migrations();

}  // namespace leadkeep::store
