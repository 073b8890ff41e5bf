// The table of a frame's ids: what was put in is found, also when many ids are neighbours, and nothing of the frame before.
#include <doctest/doctest.h>

#include "ui/id_table.h"

using leadkeep::ui::IdTable;

TEST_CASE("every id has its place, however many there are") {
    IdTable table;
    for (uint32_t id = 1; id <= 5000; ++id) CHECK(table.insert(id, id * 2));
    for (uint32_t id = 1; id <= 5000; ++id) CHECK(table.find(id) == id * 2);
    CHECK_FALSE(table.contains(5001));
    CHECK_FALSE(table.contains(0));
}

TEST_CASE("an id that is there already keeps its place") {
    IdTable table;
    CHECK(table.insert(7, 1));
    CHECK_FALSE(table.insert(7, 2));
    CHECK(table.find(7) == 1U);
}

TEST_CASE("a cleared table knows nothing of before") {
    IdTable table;
    CHECK_FALSE(table.contains(3));
    table.insert(3);
    table.clear();
    CHECK_FALSE(table.contains(3));
    CHECK(table.insert(3, 9));
    CHECK(table.find(3) == 9U);
}
