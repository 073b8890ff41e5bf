// The list of migrations; a new one goes to the end, in a file of its own (migration_0002_what_it_does.cpp).
#include "store/migrations.h"

namespace leadkeep::store {

std::span<char const* const> migrations() {
    static char const* const all[] = {migration_0001_initial};
    return all;
}

}  // namespace leadkeep::store
