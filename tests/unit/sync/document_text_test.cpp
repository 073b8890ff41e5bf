// The text of the document: how it is cut, in which one spelling it is written, and that hard inputs do no harm.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "fuzz/sync_target.h"
#include "sync/checksum.h"

using namespace leadkeep;
using namespace leadkeep::sync;

namespace {

Uuid uuid(char const* last) { return *Uuid::parse(std::string("01980000-0000-7000-8000-0000000000") + last); }

std::string row_text(TextCells const& cells) {
    std::string out;
    append_row(out, "lead", uuid("b1"), cells);
    return out;
}

std::string again(std::string const& line) {
    JsonScanner const scanner(line, "file.json");
    auto const row = read_row(Frame{Frame::Kind::row, {}, line, 0}, scanner);
    REQUIRE(row);
    std::string out;
    append_row(out, row->table, row->id, text_cells(*row));
    return out;
}

constexpr char const* start = R"({"t":"lead","id":"01980000-0000-7000-8000-0000000000b1","s":[5,0,"01980000-0000-7000-8000-00000000000a",1],"f":)";

}  // namespace

TEST_CASE("the checksum is SHA-256") {
    CHECK(Sha256().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Sha256 parts;
    for (char const* part : {"abcdbcdecdefdefgefghfghi", "ghijhijkijkljklmklmnlmno", "mnopnopq"}) parts.add(part);
    CHECK(parts.hex() == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    Sha256 million;
    for (int i = 0; i < 1000; ++i) million.add(std::string(1000, 'a'));
    CHECK(million.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the stamp that most registers share stands once, of equally many the later one") {
    Stamp const early{5, 0, uuid("0a"), 1}, late{9, 0, uuid("0b"), 4};
    CHECK(row_text({{"title", {"\"A\"", early}}, {"city", {"\"B\"", early}}, {"need", {"null", late}}}) ==
          std::string(start) + R"({"city":"B","title":"A"},"o":{"need":[null,[9,0,"01980000-0000-7000-8000-00000000000b",4]]}})");
    CHECK(row_text({{"title", {"\"A\"", early}}, {"need", {"null", late}}}).find("\"s\":[9,0") != std::string::npos);
}

TEST_CASE("whatever the spelling, a row is written again in one") {
    auto const canonical = std::string(start) + R"({"comments":"a/\"\\\n\u0001é😀","repeat":1,"title":"x"}})";
    CHECK(again(canonical) == canonical);
    CHECK(again(std::string(R"( {"f" : {"title":"\u0078", "repeat":1, "comments":"a\/\"\\\n\u0001\u00e9\ud83d\ude00", "city":null}, "id":"01980000-0000-7000-8000-0000000000B1",)") +
                R"("z":0, "t":"lead","s":[5,0,"01980000-0000-7000-8000-00000000000A",1]})") ==
          std::string(start) + R"({"city":null,"comments":"a/\"\\\n\u0001é😀","repeat":1,"title":"x"}})");
    // Of what we don't know, too.
    CHECK(again(std::string(start) + R"({"x":{"b":2.0,"a":-0.0,"c":1E2,"d":0.10}}})") == std::string(start) + R"({"x":{"a":0,"b":2,"c":100,"d":0.1}}})");
}

TEST_CASE("of two values with one stamp every device prefers the same") {
    Stamp const stamp{5, 0, uuid("0a"), 1}, renumbered{5, 0, uuid("0a"), 2};
    CHECK(order(stamp, "\"a\"", stamp, "\"b\"") < 0);
    CHECK(order(stamp, "\"b\"", renumbered, "\"a\"") > 0);
    CHECK(order(stamp, "\"a\"", renumbered, "\"a\"") < 0);
    CHECK(order(stamp, "\"a\"", stamp, "\"a\"") == 0);
}

TEST_CASE("knowledge tells what was written in sight of what") {
    Uuid const anna = uuid("0a"), boris = uuid("0b"), clara = uuid("0c");
    Knowledge knowledge;
    knowledge.add(boris, 4, {{anna, 10}});
    knowledge.add(boris, 7, {{anna, 20}, {clara, 1}});
    auto const of = [](Uuid const& device, int64_t seq) { return Stamp{1, 0, device, seq}; };
    CHECK(knowledge.concurrent(of(boris, 3), of(anna, 10)));
    CHECK_FALSE(knowledge.concurrent(of(boris, 4), of(anna, 10)));
    CHECK(knowledge.concurrent(of(boris, 6), of(anna, 11)));
    CHECK_FALSE(knowledge.concurrent(of(anna, 20), of(boris, 8)));
    CHECK_FALSE(knowledge.concurrent(of(anna, 1), of(anna, 2)));
    CHECK_FALSE(knowledge.concurrent(of(anna, 1), Stamp{}));
    Knowledge other;
    other.add(boris, 7, {{anna, 15}, {clara, 3}});
    auto both = knowledge, reversed = other;
    both.add(other);
    reversed.add(knowledge);
    CHECK(both == reversed);
    CHECK_FALSE(both.concurrent(of(boris, 7), of(clara, 3)));
}

TEST_CASE("hard sync files are read or refused, and what was read comes back") {
    int files = 0;
    for (auto const& entry : std::filesystem::directory_iterator(LEADKEEP_SOURCE_DIR "/tests/fuzz/sync_corpus")) {
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        CAPTURE(entry.path().filename().string());
        try_sync_file(bytes.str());
        ++files;
    }
    CHECK(files >= 8);
}
