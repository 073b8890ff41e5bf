// Takes the value out of a Result; what a test only prepares ends the test when it fails.
#pragma once

#include <doctest/doctest.h>

#include <utility>

#include "base/i18n.h"
#include "base/result.h"

namespace leadkeep {

template <class T>
T must(Result<T> result) {
    if (!result) FAIL(describe(result.error()));
    return std::move(*result);
}
inline void must(Result<void> result) {
    if (!result) FAIL(describe(result.error()));
}

}  // namespace leadkeep
