// The algorithms over whole ranges that we use, with projections, spelled as in std::ranges: the C++ library of
// Emscripten 3.1.6 has the <ranges> concepts but none of these. Limits: iterators of lvalue ranges only.
#pragma once

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "base/ranges.h"

namespace leadkeep::ranges {

template <class Range, class Predicate, class Projection = std::identity>
auto find_if(Range&& range, Predicate predicate, Projection projection = {}) {
    return std::find_if(std::begin(range), std::end(range), [&](auto const& item) { return std::invoke(predicate, std::invoke(projection, item)); });
}

template <class Range, class Wanted, class Projection = std::identity>
auto find(Range&& range, Wanted const& wanted, Projection projection = {}) {
    return ranges::find_if(range, [&](auto const& value) { return value == wanted; }, projection);
}

template <class Range, class Predicate, class Projection = std::identity>
bool any_of(Range&& range, Predicate predicate, Projection projection = {}) {
    return ranges::find_if(range, predicate, projection) != std::end(range);
}

template <class Range, class Predicate, class Projection = std::identity>
bool none_of(Range&& range, Predicate predicate, Projection projection = {}) {
    return !ranges::any_of(range, predicate, projection);
}

template <class Range, class Predicate, class Projection = std::identity>
bool all_of(Range&& range, Predicate predicate, Projection projection = {}) {
    return !ranges::any_of(range, std::not_fn(predicate), projection);
}

template <class Range, class Predicate, class Projection = std::identity>
auto count_if(Range&& range, Predicate predicate, Projection projection = {}) {
    return std::count_if(std::begin(range), std::end(range), [&](auto const& item) { return std::invoke(predicate, std::invoke(projection, item)); });
}

template <class Range, class Wanted, class Projection = std::identity>
auto count(Range&& range, Wanted const& wanted, Projection projection = {}) {
    return ranges::count_if(range, [&](auto const& value) { return value == wanted; }, projection);
}

template <class Compare, class Projection>
auto projected(Compare& compare, Projection& projection) {
    return [&](auto const& a, auto const& b) { return std::invoke(compare, std::invoke(projection, a), std::invoke(projection, b)); };
}

template <class Range, class Compare = std::less<>, class Projection = std::identity>
void sort(Range&& range, Compare compare = {}, Projection projection = {}) {
    std::sort(std::begin(range), std::end(range), projected(compare, projection));
}

template <class Range, class Compare = std::less<>, class Projection = std::identity>
void stable_sort(Range&& range, Compare compare = {}, Projection projection = {}) {
    std::stable_sort(std::begin(range), std::end(range), projected(compare, projection));
}

template <class Range, class Compare = std::less<>, class Projection = std::identity>
auto max_element(Range&& range, Compare compare = {}, Projection projection = {}) {
    return std::max_element(std::begin(range), std::end(range), projected(compare, projection));
}

template <class Range, class Wanted>
bool binary_search(Range&& range, Wanted const& wanted) {
    return std::binary_search(std::begin(range), std::end(range), wanted);
}

template <class Range, class Output, class Predicate>
auto copy_if(Range&& range, Output output, Predicate predicate) {
    return std::copy_if(std::begin(range), std::end(range), output, predicate);
}

}  // namespace leadkeep::ranges
