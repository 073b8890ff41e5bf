// Delimited text as programs and people really write it.
#include "exchange/csv_reader.h"

#include <doctest/doctest.h>

namespace leadkeep::exchange {
namespace {

using Table = std::vector<std::vector<std::string>>;

Table read(std::string_view text, char delimiter = ',') {
    CsvReader reader(text, delimiter);
    CsvRow row;
    Table table;
    for (;;) {
        auto const more = reader.next(row);
        REQUIRE(more);
        if (!*more) return table;
        table.emplace_back(row.fields.begin(), row.fields.end());
    }
}

}  // namespace

TEST_CASE("quoted fields keep commas, quotes and line breaks") {
    CHECK(read("a,\"b,\"\"c\"\"\",\"d\r\ne\"\r\n") == Table{{"a", "b,\"c\"", "d\ne"}});
}

TEST_CASE("line ends of all systems may be mixed, and the last one may be missing") {
    CHECK(read("a,b\nc,d\r\ne,f\rg,h") == Table{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}});
}

TEST_CASE("rows of any width come as they are; rows without a value do not come") {
    CHECK(read("a,b,c\n1\n\n,,\n1,2,3,4\n \n") == Table{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}});
}

TEST_CASE("a line of nothing but commas does not eat the memory") {
    std::string commas(3'000'000, ',');
    commas += "x\nnext";
    auto const table = read(commas);
    REQUIRE(table.size() == 1);  // what stands beyond the limit is not there
    CHECK(table[0] == std::vector<std::string>{"next"});
}

TEST_CASE("a stray quote spoils no other field") {
    CHECK(read("5\" pipe,x\n\"Acme\" Ltd,y\n") == Table{{"5\" pipe", "x"}, {"Acme Ltd", "y"}});
}

TEST_CASE("a quote that is never closed is refused with the place where it opens") {
    CsvReader reader("a,b\nc,\"d\ne,f\n", ',');
    CsvRow row;
    REQUIRE(reader.next(row));
    auto const result = reader.next(row);
    REQUIRE(!result);
    CHECK(result.error().place.line == 2);
    CHECK(result.error().place.column == 3);
}

TEST_CASE("lines are counted through line breaks inside fields") {
    CsvReader reader("h\n\"a\r\nb\rc\"\nlast\n", ',');
    CsvRow row;
    REQUIRE(*reader.next(row));
    REQUIRE(*reader.next(row));
    CHECK(row.line == 2);
    REQUIRE(*reader.next(row));
    CHECK(row.line == 5);
}

TEST_CASE("the delimiter is found, whatever stands inside quotes") {
    CHECK(detect_delimiter("a,b,c\n1,2,3\n") == ',');
    CHECK(detect_delimiter("\"a, b\";\"c, d\"\n\"1, 2, 3\";\"x\"\n") == ';');
    CHECK(detect_delimiter("name;sum\nA;1,5\nB;2,5\n") == ';');
    CHECK(detect_delimiter("a\tb\n1, 2\t3\n") == '\t');
    CHECK(detect_delimiter("a|b\n1|2\n") == '|');
    CHECK(detect_delimiter("one column\nonly\n") == ',');
    CHECK(detect_delimiter("") == ',');
}

TEST_CASE("a first line sep= names the delimiter and is no row") {
    CHECK(detect_delimiter("sep=;\r\na,x;b\r\n") == ';');
    CHECK(read("sep=;\r\na,x;b\r\n", ';') == Table{{"a,x", "b"}});
}

}  // namespace leadkeep::exchange
