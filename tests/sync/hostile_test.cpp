// Files that are damaged, cut, or made to do harm: refused with the place of the fault, and nothing changed.
#include <algorithm>
#include <random>

#include "domain/defaults.h"
#include "sync/device.h"

using namespace leadkeep;
using namespace leadkeep::test;

namespace {

constexpr char const* anna_id = "01980000-0000-7000-8000-00000000000a";
constexpr char const* row_id = "01980000-0000-7000-8000-0000000000b1";
constexpr char const* stamp = R"([1780000000000,0,"01980000-0000-7000-8000-00000000000a",1])";

std::string file_with(std::string const& rows) {
    return std::string(R"({"format":"leadkeep-sync","version":1,"minReader":1,)") +
           R"("dataset":"01980000-0000-7000-8000-0000000000da","device":{"id":")" + anna_id + R"(","name":"Anna"},)" +
           R"("created":"2026-05-01T14:30:00Z","covers":{")" + anna_id + R"(":[0,1]},"knowledge":{},)" + "\n\"rows\":[\n" + rows + "\n]}";
}
std::string row_with(std::string const& fields) {
    return std::string(R"({"t":"lead","id":")") + row_id + R"(","s":)" + stamp + R"(,"f":{)" + fields + "}}";
}
std::string repeated(std::string const& text, size_t times) {
    std::string all;
    for (size_t i = 0; i < times; ++i) all += text;
    return all;
}

// `marked` has an @ where the fault must be told to be.
void is_refused(std::string marked) {
    CAPTURE(marked.substr(0, 600));
    auto const at = marked.find('@');
    REQUIRE(at != std::string::npos);
    marked.erase(at, 1);
    auto const before = marked.substr(0, at);
    auto const line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    auto const column = std::count_if(before.begin() + static_cast<ptrdiff_t>(line_start), before.end(), [](char c) { return (c & 0xC0) != 0x80; });
    Device boris;
    boris.add_lead("Florist");
    auto const error = boris.refused(marked);
    CHECK(error.place.file == "file.json");
    CHECK(error.place.line == 1 + std::count(before.begin(), before.end(), '\n'));
    CHECK(error.place.column == 1 + column);
    auto const english = describe(error);
    set_language(Language::russian);
    CHECK(describe(error) != english);
    set_language(Language::english);
}

}  // namespace

TEST_CASE("a sync file written by hand, without a checksum, is merged") {
    Device boris;
    boris.merge(file_with(row_with(R"("title":"Bakery")")));
    CHECK(boris.title({*Uuid::parse(row_id)}) == "Bakery");
}

TEST_CASE("a fault is told with its line and column") {
    auto const lead = std::string(R"({"t":"lead","id":")") + row_id;
    SUBCASE("an empty file") { is_refused("@"); }
    SUBCASE("other JSON") { is_refused("@[1,2]"); }
    SUBCASE("another format") { is_refused(R"({"format": @"geojson"})"); }
    SUBCASE("no header") { is_refused("{\n\"rows\": @[]}"); }
    SUBCASE("a cut file") {
        auto const file = file_with(row_with(R"("title":"Bakery")"));
        is_refused(file.substr(0, file.find("kery")) + "@");
    }
    SUBCASE("something after the end") { is_refused(file_with("") + "\n\n @x"); }
    SUBCASE("a name given twice") { is_refused(file_with(row_with(R"("title":"a",@"title":"b")"))); }
    SUBCASE("a register under two stamps") {
        is_refused(file_with(lead + R"(","s":)" + stamp + R"(,"f":{"title":"a"},"o":{@"title":["b",)" + stamp + "]}}"));
    }
    SUBCASE("an id that is none") { is_refused(file_with(std::string(R"({"t":"lead",@"id":"x","s":)") + stamp + "}")); }
    SUBCASE("the nil id") { is_refused(file_with(std::string(R"({"t":"lead",@"id":"00000000-0000-0000-0000-000000000000","s":)") + stamp + "}")); }
    SUBCASE("no stamp") { is_refused(file_with("@" + lead + "\"}")); }
    SUBCASE("no table") { is_refused(file_with(std::string(R"(@{"id":")") + row_id + R"(","s":)" + stamp + "}")); }
    SUBCASE("fields that are no object") { is_refused(file_with(lead + R"(","s":)" + stamp + R"(,@"f":[1]})")); }
    SUBCASE("a value without its stamp") { is_refused(file_with(lead + R"(","s":)" + stamp + R"(,"o":{@"title":["a"]}})")); }
    SUBCASE("a row that is no object") { is_refused(file_with("@7")); }
    SUBCASE("a comma too many") {
        auto file = file_with(row_with("") + ",");
        is_refused(file.insert(file.size() - 2, "@"));
    }
    SUBCASE("a comment") { is_refused(file_with("@// rows")); }
    SUBCASE("bad UTF-8") { is_refused(file_with(row_with("\"title\":\"caf@\xE9\""))); }
    SUBCASE("an overlong encoding") { is_refused(file_with(row_with("\"title\":\"@\xC0\xAF\""))); }
    SUBCASE("a UTF-8 surrogate") { is_refused(file_with(row_with("\"title\":\"@\xED\xA0\x80\""))); }
    SUBCASE("half an escaped surrogate") { is_refused(file_with(row_with(R"("title":"\@ud800x")"))); }
    SUBCASE("a line break in a text") { is_refused(file_with(row_with("\"title\":\"a@\nb\""))); }
    SUBCASE("a number beyond all bounds") { is_refused(file_with("@" + row_with(R"("repeat":1e999)"))); }
    SUBCASE("a number that is none") { is_refused(file_with(row_with(R"("repeat":@NaN)"))); }
    SUBCASE("columns count characters") { is_refused(file_with(row_with("\"title\":\"Пекарня\" @x"))); }
}

TEST_CASE("stamps that could do harm are refused") {
    auto const refuse = [](std::string const& bad) {
        is_refused(file_with(std::string(R"({"t":"lead","id":")") + row_id + R"(",@"s":)" + bad + R"(,"f":{"title":"x"}})"));
    };
    SUBCASE("before 1970") { refuse(R"([-1,0,"01980000-0000-7000-8000-00000000000a",1])"); }
    SUBCASE("after the year 9999") { refuse(R"([281474976710655,0,"01980000-0000-7000-8000-00000000000a",1])"); }
    SUBCASE("a counter that leaves no room to overwrite") { refuse(R"([1,4294967295,"01980000-0000-7000-8000-00000000000a",1])"); }
    SUBCASE("a seq beyond all counting") { refuse(R"([1,0,"01980000-0000-7000-8000-00000000000a",9223372036854775807])"); }
    SUBCASE("a change without a number") { refuse(R"([1,0,"01980000-0000-7000-8000-00000000000a",0])"); }
    SUBCASE("a change of nobody") { refuse(R"([1,0,"00000000-0000-0000-0000-000000000000",1])"); }
    SUBCASE("a fraction") { refuse(R"([1.5,0,"01980000-0000-7000-8000-00000000000a",1])"); }
    SUBCASE("too short") { refuse(R"([1,0,"01980000-0000-7000-8000-00000000000a"])"); }
}

TEST_CASE("nesting deeper than 16 levels is refused, however deep it is") {
    Device boris;
    boris.refused(file_with(row_with("\"x\":" + repeated("[", 14) + repeated("]", 14))));
    boris.refused(file_with(row_with("\"x\":" + repeated("[", 1'000'000))));
    boris.refused(repeated("{\"a\":", 1'000'000));
    boris.merge(file_with(row_with("\"x\":" + repeated("[", 12) + repeated("]", 12))));
}

TEST_CASE("a row beyond its limits is refused") {
    Device boris;
    CHECK(boris.refused(file_with(row_with("\"comments\":\"" + std::string(5u << 20, 'x') + "\""))).text == "A row is larger than 4 MiB.");
    boris.refused(file_with(row_with("\"x\":[" + repeated("0,", 150'000) + "0]")));
    boris.merge(file_with(row_with("\"comments\":\"" + std::string(3u << 20, 'x') + "\"")));
}

TEST_CASE("a file whose rows were changed on the way is refused") {
    Device anna, boris;
    anna.add_lead("Bakery");
    auto file = anna.full_file();
    file.replace(file.find("Bakery"), 6, "Robber");
    CHECK(boris.refused(file).text.find("checksum") != std::string::npos);
}

TEST_CASE("a file that only a newer version can read is refused before anything else is looked at") {
    Device boris;
    auto const error = boris.refused(R"({"format":"leadkeep-sync","version":3,"minReader":2,"dataset":7,"rows":"new"})");
    CHECK(error.kind == ErrorKind::unsupported);
}

TEST_CASE("what a newer version sent is kept and passed on") {
    Device boris, clara;
    auto const rows = std::string(R"({"t":"invoice","id":")") + row_id + R"(","s":)" + stamp + R"(,"f":{"lines":[{"a":1.5,"b":[]},null],"total":7}},)" + "\n" +
                      R"({"t":"lead","id":")" + row_id + R"(","s":)" + stamp + R"(,"f":{"amount":[1,"EUR","gross"],"mood":"good","title":"Bakery"}})";
    auto const summary = boris.merge(file_with(rows));
    CHECK(summary.kept_aside == 4);
    CHECK_FALSE(summary.warnings.empty());
    CHECK(boris.rows() == rows);
    clara.take_from(boris);
    CHECK(clara.rows() == rows);
    // And a change of ours beside them leaves them alone.
    clara.now_ms += 1000;
    clara.set_title({*Uuid::parse(row_id)}, "Bread");
    boris.take_from(clara);
    CHECK(boris.rows() == clara.rows());
    CHECK(boris.rows().find("\"mood\":\"good\"") != std::string::npos);
    CHECK(boris.rows().find("\"gross\"") != std::string::npos);
}

TEST_CASE("a newer version's row that says nothing but that it is there is passed on") {
    Device boris, clara;
    auto const row = std::string(R"({"t":"invoice","id":")") + row_id + R"(","s":)" + stamp + R"(,"f":{}})";
    boris.merge(file_with(row));
    clara.take_from(boris);
    CHECK(clara.rows() == row);
}

TEST_CASE("names that mean something to a program mean nothing here") {
    Device boris, clara;
    boris.merge(file_with(row_with(R"("__proto__":{"x":1},"constructor":null,"id":"x","stamps":"x","deleted_at_ms":5,"title":"'); DROP TABLE lead; --")")));
    boris.merge(file_with(std::string(R"({"t":"meta","id":")") + row_id + R"(","s":)" + stamp + R"(,"f":{"device":"x"}},{"t":"lead; DROP TABLE deal","id":")" + row_id +
                          R"(","s":)" + stamp + R"(,"f":{"x":1}})"));
    CHECK(boris.title({*Uuid::parse(row_id)}) == "'); DROP TABLE lead; --");
    CHECK_FALSE(boris.is_in_trash({*Uuid::parse(row_id)}));
    clara.take_from(boris);
    CHECK(clara.rows() == boris.rows());
}

TEST_CASE("a file cut anywhere, or with any byte changed, is refused or merged whole, and never crashes") {
    Device anna;
    auto const lead = anna.add_lead("Пекарня \"у дома\"");
    anna.add_note(ref(lead), "Перезвонить");
    anna.set(Entity::lead, lead.uuid, {{"amount", {int64_t{70'000}, std::string("RUB")}}});
    auto const file = anna.full_file();
    Device boris;
    for (size_t size = 0; size + 2 < file.size(); ++size) {
        auto const merged = app::preview_sync_file(boris.store(), "file.json", file.substr(0, size));
        CHECK_FALSE(merged);
    }
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        auto changed = file;
        for (auto count = 1 + random() % 3; count > 0; --count) changed[random() % changed.size()] = static_cast<char>(random() % 3 ? "\"{}[],:0-e\\u"[random() % 12] : random());
        (void)app::preview_sync_file(boris.store(), "file.json", changed);
    }
    CHECK(boris.rows().empty());
}
